package io.github.onet4j.examples.assistants;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.TitleMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds occupations by title. */
final class SearchOccupations {
    private static final int DEFAULT_LIMIT = 10;

    private final Releases releases;

    private SearchOccupations(Releases releases) {
        this.releases = releases;
    }

    static OnetTool tool(Releases releases) {
        return OnetTool.of(
                "search_occupations",
                "Search occupations",
                "Finds O*NET occupations by words of a title, also of the titles that people use for them."
                        + " Call this first where the occupation's code is unknown.",
                Arguments.class,
                Found.class,
                new SearchOccupations(releases)::answer);
    }

    private Found answer(Arguments arguments) {
        OnetCatalog catalog = releases.catalog();
        int limit = Objects.requireNonNullElse(arguments.limit(), DEFAULT_LIMIT);
        List<TitleMatch> matches = catalog.searchOccupations(arguments.title(), Integer.MAX_VALUE);
        return new Found(
                matches.stream().limit(limit).map(Match::of).toList(),
                Math.max(0, matches.size() - limit),
                ReleaseName.of(catalog.release()),
                catalog.release().attribution());
    }

    record Arguments(
            @Schema(description = "Words of a title, for example software developer", minLength = 1, maxLength = 200)
            String title,

            @Schema(description = "The most occupations to return", minimum = "1", maximum = "25", defaultValue = "10")
            @Nullable
            Integer limit) {}

    record Found(
            @Schema(description = "Best match first; empty if no title is even similar")
            List<Match> matches,

            @Schema(description = "How many further matches there are")
            int leftOff,

            ReleaseName release,
            String attribution)
            implements Answer {
        @Override
        public String text() {
            if (matches.isEmpty()) {
                return "No occupation of O*NET " + release.version() + " is known by this or a similar title. Search"
                        + " with fewer or other words.";
            }
            return "O*NET " + release.version() + ", best match first:"
                    + Text.lines(matches.stream().map(Match::text).toList())
                    + Text.leftOff(leftOff, "matches");
        }
    }

    record Match(
            @Schema(description = "O*NET-SOC code") String code,
            String title,

            @Schema(description = "The work of the people in it")
            String description,

            @Schema(description = "The title that matched, the occupation's own or another one")
            String matchedTitle,

            @Schema(
                    description =
                            "How well it matched. SIMILAR titles lack a word or differ in letters: ask which is meant")
            TitleMatch.Quality quality) {
        private static Match of(TitleMatch match) {
            return new Match(
                    match.occupation().code().value(),
                    match.occupation().title(),
                    match.occupation().description(),
                    match.title(),
                    match.quality());
        }

        private String text() {
            return Text.occupation(new OccupationName(code, title))
                    + (matchedTitle.equals(title) ? "" : " as " + Text.quoted(matchedTitle)) + ", " + quality;
        }
    }
}
