package io.github.onet4j.internal.web;

import java.net.URI;
import java.time.Instant;

/**
 * A response of the service as it was sent.
 *
 * @param address the address that was asked; credentials travel in a header, so it contains none
 * @param status the HTTP status
 * @param body the body
 * @param receivedAt the time of its arrival
 */
public record WebResponse(URI address, int status, String body, Instant receivedAt) {}
