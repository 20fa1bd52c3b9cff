package io.github.onet4j.examples.assistants;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CareerStep;
import io.github.onet4j.match.LearnedElement;
import io.github.onet4j.match.MoveRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds ways from one occupation to another. */
final class CareerPathSearch {
    private static final int DEFAULT_STOPS = 2;
    private static final int DEFAULT_LIMIT = 3;

    private final Releases releases;
    private final Supplier<CareerPathFinder> finder;

    private CareerPathSearch(Releases releases) {
        this.releases = releases;
        this.finder = releases.perRelease(CareerPathFinder::of);
    }

    static OnetTool tool(Releases releases) {
        return OnetTool.of(
                "career_paths",
                "Career paths",
                "Finds ways from one occupation to another over stops in between whose hardest step is easier than the"
                        + " direct way, and tells what is learned in each step. It says what could be learned where; it"
                        + " is no advice, and does not say that people move so. The first call takes some seconds.",
                Arguments.class,
                Paths.class,
                new CareerPathSearch(releases)::answer);
    }

    private Paths answer(Arguments arguments) {
        OnetCatalog catalog = releases.catalog();
        Occupation from = Occupations.require(catalog, "from", arguments.from());
        Occupation to = Occupations.require(catalog, "to", arguments.to());
        if (from.equals(to)) {
            throw new RefusedCallException(
                    "from and to are the same occupation, " + Text.occupation(from) + ". Ask with another one.");
        }
        Occupations.requireRatings(catalog, Domain.SKILLS);
        Occupations.requireRatings(catalog, Domain.KNOWLEDGE);
        CareerPathFinder paths = finder.get();
        for (Occupation end : List.of(from, to)) {
            Occupations.requireAmong(paths.occupations(), end, catalog, Domain.SKILLS, Domain.KNOWLEDGE);
        }
        return Paths.of(
                paths.paths(from.code(), to.code(), Objects.requireNonNullElse(arguments.maxStops(), DEFAULT_STOPS)),
                Objects.requireNonNullElse(arguments.limit(), DEFAULT_LIMIT));
    }

    record Arguments(
            @Schema(description = "The source: " + Occupations.CODE_OR_TITLE, minLength = 1, maxLength = 200)
            String from,

            @Schema(description = "The target: " + Occupations.CODE_OR_TITLE, minLength = 1, maxLength = 200)
            String to,

            @Schema(
                    description = "The most stops; three make odd ways",
                    minimum = "0",
                    maximum = "3",
                    defaultValue = "2")
            @Nullable
            Integer maxStops,

            @Schema(
                    description = "The most learned elements to return of each step",
                    minimum = "1",
                    maximum = "10",
                    defaultValue = "3")
            @Nullable
            Integer limit) {}

    record Paths(
            OccupationName from,
            OccupationName to,

            @Schema(description = "The direct way, whether it is plausible or not")
            Path direct,

            @Schema(
                    description = "The best path of each number of stops whose hardest step is easier than with fewer,"
                            + " fewest stops first; the direct way is among them if it is plausible")
            List<Path> paths,

            @Schema(description = "Why there is no path; null if there is one") @Nullable
            String noPathReason,

            @Schema(description = "Whether the release has no job zones, so that they forbid no step")
            boolean jobZonesMissing,

            ReleaseName release,
            String attribution)
            implements Answer {
        private static Paths of(CareerPaths found, int limit) {
            return new Paths(
                    OccupationName.of(found.from()),
                    OccupationName.of(found.to()),
                    Path.of(found.direct(), limit),
                    found.paths().stream().map(path -> Path.of(path, limit)).toList(),
                    found.noPathReason() == null ? null : found.noPathReason().explanation(),
                    found.jobZonesMissing(),
                    ReleaseName.of(found.release()),
                    found.attribution());
        }

        @Override
        public String text() {
            return Text.occupation(from) + " to " + Text.occupation(to) + " in O*NET " + release.version()
                    + ": the hardest step of the direct way lacks " + Text.figure(direct.hardestStep())
                    + " of what it needs, "
                    + (noPathReason == null ? "of these paths:" : "and there is no path: " + noPathReason + ".")
                    + Text.lines(paths.stream().map(Path::text).toList());
        }
    }

    record Path(
            @Schema(description = "One more than there are stops")
            List<Step> steps,

            @Schema(description = "The largest shortfall of a step, 0 to 1")
            double hardestStep,

            @Schema(description = "hardestStep less that of the direct way; below 0 if the path is easier")
            double againstDirect,

            @Schema(description = "All that is learned: what the target needs and the source lacks, and the detour")
            double learned,

            @Schema(description = "The part of what is learned that goes beyond both source and target")
            double detour) {
        private static Path of(CareerPath path, int limit) {
            return new Path(
                    path.steps().stream().map(step -> Step.of(step, limit)).toList(),
                    path.hardestStep(),
                    path.againstDirect(),
                    path.learned(),
                    path.detour());
        }

        private String text() {
            return steps.stream().map(Step::text).collect(Collectors.joining(", then ")) + "; hardest step "
                    + Text.figure(hardestStep);
        }
    }

    record Step(
            OccupationName from,
            OccupationName to,

            @Schema(description = "1 less the readiness for the occupation that it leads to, 0 to 1")
            double shortfall,

            @Schema(description = "Probability that O*NET lists the two as related, 0 to 1")
            double closeness,

            @Schema(description = "What makes the move implausible; empty if nothing does")
            Set<MoveRule> brokenRules,

            @Schema(description = "What is learned in skills and knowledge towards the target, largest share first")
            List<Learned> learned,

            @Schema(description = "How many further elements are learned")
            int learnedLeftOff) {
        private static Step of(CareerStep step, int limit) {
            return new Step(
                    OccupationName.of(step.from()),
                    OccupationName.of(step.to()),
                    step.shortfall(),
                    step.probability(),
                    step.broken(),
                    step.elements().stream().limit(limit).map(Learned::of).toList(),
                    Math.max(0, step.elements().size() - limit));
        }

        private String text() {
            return "to " + Text.occupation(to) + " (lacks " + Text.figure(shortfall) + ")";
        }
    }

    record Learned(
            String elementId,
            String name,

            @Schema(description = "Level before the step, 0 to 7")
            double before,

            @Schema(description = "Level after the step, 0 to 7")
            double after,

            @Schema(description = "The part of what the target needs that is learned here, 0 to 1")
            double share) {
        private static Learned of(LearnedElement learned) {
            return new Learned(
                    learned.element().id(),
                    learned.element().name(),
                    learned.before(),
                    learned.after(),
                    learned.share());
        }
    }
}
