package io.github.onet4j.web;

import java.net.URI;
import java.time.Instant;

/**
 * An answer of the service as it was sent.
 *
 * @param address the address that was asked; credentials travel in a header, so it holds none
 * @param status the HTTP status
 * @param body the body
 * @param receivedAt when it arrived
 */
public record WebResponse(URI address, int status, String body, Instant receivedAt) {}
