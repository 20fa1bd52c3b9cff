package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;

/**
 * An occupation by code and title.
 *
 * @param code the O*NET-SOC code, such as {@code 15-1251.00}
 * @param title the title
 */
record OccupationName(String code, String title) {
    static OccupationName of(Occupation occupation) {
        return new OccupationName(occupation.code().value(), occupation.title());
    }
}
