package io.github.onet4j.examples.assistants;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the occupations closest to one. */
final class ClosestToOccupation {
    private static final int DEFAULT_LIMIT = 10;

    private final Releases releases;
    private final Supplier<Closeness> closeness;

    private ClosestToOccupation(Releases releases) {
        this.releases = releases;
        this.closeness = releases.perRelease(Closeness::of);
    }

    static OnetTool tool(Releases releases) {
        return OnetTool.of(
                "closest_occupations",
                "Closest occupations",
                "Finds the occupations closest to one, by titles, work, knowledge and interests, and tells what makes"
                        + " them close. It works for unrated occupations, too. The first call takes a second or two.",
                Arguments.class,
                Closest.class,
                new ClosestToOccupation(releases)::answer);
    }

    private Closest answer(Arguments arguments) {
        OnetCatalog catalog = releases.catalog();
        Occupation occupation = Occupations.require(catalog, "occupation", arguments.occupation());
        int limit = Objects.requireNonNullElse(arguments.limit(), DEFAULT_LIMIT);
        int others = catalog.occupations().size() - 1;
        return Closest.of(closeness.get().closest(occupation.code(), limit), Math.max(0, others - limit));
    }

    record Arguments(
            @Schema(description = Occupations.CODE_OR_TITLE, minLength = 1, maxLength = 200)
            String occupation,

            @Schema(description = "The most occupations to return", minimum = "1", maximum = "25", defaultValue = "10")
            @Nullable
            Integer limit) {}

    record Closest(
            OccupationName occupation,
            @Schema(description = "Closest first") List<Close> closest,

            @Schema(description = "How many less close occupations there are")
            int leftOff,

            @Schema(description = "Evidence that the release has no table of")
            Set<Evidence> missing,

            ReleaseName release,
            String attribution)
            implements Answer {
        private static Closest of(ClosestOccupations found, int leftOff) {
            return new Closest(
                    OccupationName.of(found.occupation()),
                    found.closest().stream().map(Close::of).toList(),
                    leftOff,
                    found.missing(),
                    ReleaseName.of(found.release()),
                    found.attribution());
        }

        @Override
        public String text() {
            return "Closest to " + Text.occupation(occupation) + " in O*NET " + release.version() + ":"
                    + Text.lines(closest.stream().map(Close::text).toList())
                    + Text.leftOff(leftOff, "occupations");
        }
    }

    record Close(
            @Schema(description = "O*NET-SOC code") String code,
            String title,

            @Schema(description = "Probability that O*NET lists such a pair as related, 0 to 1")
            double probability,

            @Schema(
                    description = "Closeness: the sum of the four contributions. About 0 for an average pair, 4 to 10"
                            + " for the closest")
            double score,

            @Schema(description = "What the titles contribute")
            double titles,

            @Schema(description = "What the words on the work contribute")
            double work,

            @Schema(description = "What the knowledge contributes")
            double knowledge,

            @Schema(description = "What the interests contribute")
            double interests,

            @Schema(description = "Evidence that one of the two lacks; its contribution is the one to expect")
            Set<Evidence> expected) {
        private static Close of(CloseOccupation close) {
            return new Close(
                    close.occupation().code().value(),
                    close.occupation().title(),
                    close.probability(),
                    close.score(),
                    close.titles(),
                    close.work(),
                    close.knowledge(),
                    close.interests(),
                    close.expected());
        }

        private String text() {
            return Text.occupation(new OccupationName(code, title)) + ": probability " + Text.figure(probability);
        }
    }
}
