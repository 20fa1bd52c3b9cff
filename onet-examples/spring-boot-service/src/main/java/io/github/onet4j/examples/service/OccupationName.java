package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapSide;

/** An occupation by code and title. */
record OccupationName(String code, String title) {
    static OccupationName of(Occupation occupation) {
        return new OccupationName(occupation.code().value(), occupation.title());
    }

    static OccupationName of(GapSide side) {
        return new OccupationName(side.code().map(OnetSocCode::value).orElseThrow(), side.name());
    }
}
