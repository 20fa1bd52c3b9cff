package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The responses that every question about a person has in the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200", description = "The estimate", useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "400",
        description = "The body is no such JSON, has an unknown property, or a value that is malformed or out of range")
@ApiResponse(responseCode = "404", description = "The release has no such occupation")
@ApiResponse(
        responseCode = "409",
        description = "The release lacks the domain, or the target is not rated; the body has rated alternatives")
@ApiResponse(responseCode = "413", description = "The body is larger than 64 KiB")
@ApiResponse(responseCode = "415", description = "The body is not of type application/json")
@interface PersonQuestion {}
