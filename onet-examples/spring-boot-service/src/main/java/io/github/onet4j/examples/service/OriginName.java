package io.github.onet4j.examples.service;

import io.github.onet4j.Origin;

/** The origin of ratings. */
record OriginName(Origin.Kind kind, String version) {
    static OriginName of(Origin origin) {
        return new OriginName(origin.kind(), origin.version());
    }
}
