package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;
import io.github.onet4j.TitleMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Occupations of the release.
 *
 * @param occupations those that match the query, best match first; without a query all of them, by code
 * @param attribution the credit to show wherever the answer is shown
 */
record OccupationsAnswer(List<Entry> occupations, String attribution) {
    static OccupationsAnswer found(List<TitleMatch> matches, String attribution) {
        return new OccupationsAnswer(
                matches.stream().map(OccupationsAnswer::entry).toList(), attribution);
    }

    static OccupationsAnswer all(List<Occupation> occupations, String attribution) {
        return new OccupationsAnswer(
                occupations.stream()
                        .map(occupation -> entry(occupation, occupation.title(), false))
                        .toList(),
                attribution);
    }

    private static Entry entry(TitleMatch match) {
        return entry(match.occupation(), match.title(), match.quality() == TitleMatch.Quality.SIMILAR);
    }

    private static Entry entry(Occupation occupation, String matchedTitle, boolean similar) {
        return new Entry(occupation.code().value(), occupation.title(), matchedTitle, similar);
    }

    /**
     * An occupation that was found.
     *
     * @param code the O*NET-SOC code
     * @param title the title
     * @param matchedTitle the title that matched, the occupation's own or an alternate one
     * @param similar true if no title has the words as they were typed, and this one only resembles them
     */
    @Schema(name = "FoundOccupation")
    record Entry(String code, String title, String matchedTitle, boolean similar) {}
}
