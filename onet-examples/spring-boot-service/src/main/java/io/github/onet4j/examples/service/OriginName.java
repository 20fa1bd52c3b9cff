package io.github.onet4j.examples.service;

import io.github.onet4j.Origin;

/**
 * The origin of ratings.
 *
 * @param kind RELEASE, downloaded as a whole; WEB_SERVICES, asked over HTTP; or ASSESSED, by a language model
 * @param version the version of O*NET, such as {@code 29.3}, or what stands for one
 */
record OriginName(Origin.Kind kind, String version) {
    static OriginName of(Origin origin) {
        return new OriginName(origin.kind(), origin.version());
    }
}
