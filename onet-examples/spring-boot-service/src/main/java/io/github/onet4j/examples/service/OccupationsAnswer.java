package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;
import io.github.onet4j.TitleMatch;
import java.util.List;

/** Matching occupations, best match first, or all occupations, by code. */
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
     * One occupation.
     *
     * @param matchedTitle the title that matched, the occupation's own or an alternate one
     * @param similar true if no title has the words as they were typed, and this one only resembles them
     */
    record Entry(String code, String title, String matchedTitle, boolean similar) {}
}
