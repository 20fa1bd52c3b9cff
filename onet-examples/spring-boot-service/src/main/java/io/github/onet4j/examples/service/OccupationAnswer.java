package io.github.onet4j.examples.service;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import java.util.Map;

/**
 * One occupation.
 *
 * @param code the O*NET-SOC code
 * @param title the title
 * @param description what the occupation is, in O*NET's words
 * @param coverage the extent to which O*NET rates the occupation in each domain with levels that the release has.
 *     RATED: every element. PARTIAL: some. UNRATED: none
 * @param attribution the credit to show wherever the answer is shown
 */
record OccupationAnswer(
        String code, String title, String description, Map<Domain, Coverage> coverage, String attribution) {
    static OccupationAnswer of(Occupation occupation, Map<Domain, Coverage> coverage, String attribution) {
        return new OccupationAnswer(
                occupation.code().value(), occupation.title(), occupation.description(), coverage, attribution);
    }
}
