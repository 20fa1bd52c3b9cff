package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the releases in the database. */
@RestController
@Tag(name = "Operation")
@RequestMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
class ReleaseController {
    private final ObjectProvider<Onet> onet;

    ReleaseController(ObjectProvider<Onet> onet) {
        this.onet = onet;
    }

    @GetMapping
    @ApiResponse(responseCode = "200", description = "The releases, newest load first", useReturnTypeSchema = true)
    @Operation(summary = "The releases in the database")
    ReleasesAnswer releases() {
        return ReleasesAnswer.of(onet.getObject().releases());
    }
}
