package io.github.onet4j.examples.service;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import java.util.Map;

/**
 * One occupation.
 *
 * @param coverage the extent to which O*NET rates each domain with levels
 */
record OccupationAnswer(
        String code, String title, String description, Map<Domain, Coverage> coverage, String attribution) {
    static OccupationAnswer of(Occupation occupation, Map<Domain, Coverage> coverage, String attribution) {
        return new OccupationAnswer(
                occupation.code().value(), occupation.title(), occupation.description(), coverage, attribution);
    }
}
