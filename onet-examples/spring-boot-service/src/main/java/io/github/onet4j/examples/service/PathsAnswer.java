package io.github.onet4j.examples.service;

import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CareerStep;
import io.github.onet4j.match.Evidence;
import io.github.onet4j.match.LearnedElement;
import io.github.onet4j.match.MoveRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways from one occupation to another.
 *
 * @param fromOccupation the source, the occupation to come from
 * @param toOccupation the target, the occupation to get to
 * @param maxStops the maximum number of stops that was asked for
 * @param direct the direct way, whether it is plausible or not
 * @param paths the best path of each number of stops whose hardest step is lower than with fewer, fewest stops first
 * @param noPathReason why there is no path; null if there is one
 * @param missing the evidence of closeness that the release has no table of, as in the closest occupations
 * @param jobZonesMissing true if the release has no job zones, so that they forbid no step
 * @param release the release that the answer comes from
 * @param attribution the credit to show wherever the answer is shown
 */
record PathsAnswer(
        OccupationName fromOccupation,
        OccupationName toOccupation,
        @Schema(minimum = "0", maximum = "3") int maxStops,
        Path direct,
        List<Path> paths,
        @Nullable String noPathReason,
        Set<Evidence> missing,
        boolean jobZonesMissing,
        ReleaseName release,
        String attribution) {
    static PathsAnswer of(CareerPaths found) {
        return new PathsAnswer(
                OccupationName.of(found.from()),
                OccupationName.of(found.to()),
                found.maxStops(),
                Path.of(found.direct()),
                found.paths().stream().map(Path::of).toList(),
                found.noPathReason() == null ? null : found.noPathReason().explanation(),
                found.missing(),
                found.jobZonesMissing(),
                ReleaseName.of(found.release()),
                found.attribution());
    }

    /**
     * One way.
     *
     * @param steps the steps in order
     * @param hardestStep the largest shortfall of a step, 0 to 1
     * @param againstDirect the hardest step less the shortfall of the direct way; above 0 if the path is harder
     * @param learned what is learned in all steps, per what the target needs: 1 less the readiness, plus the detour
     * @param detour the part of what is learned that neither of the two occupations has
     */
    @Schema(name = "Path")
    record Path(
            List<Step> steps,
            @Schema(minimum = "0", maximum = "1") double hardestStep,
            @Schema(minimum = "-1", maximum = "1") double againstDirect,
            @Schema(minimum = "0") double learned,
            @Schema(minimum = "0") double detour) {
        private static Path of(CareerPath path) {
            return new Path(
                    path.steps().stream().map(Step::of).toList(),
                    path.hardestStep(),
                    path.againstDirect(),
                    path.learned(),
                    path.detour());
        }
    }

    /**
     * One step.
     *
     * @param from the occupation that it starts at
     * @param to the occupation that it leads to
     * @param jobZone the job zone of the occupation that it leads to, 1 to 5; null if unknown
     * @param probability how close the two are: the probability that O*NET lists them as related, 0 to 1
     * @param broken the rules of a plausible move that the step breaks; empty for the steps of a path
     * @param shortfall 1 less the readiness for the occupation that it leads to, 0 to 1
     * @param learned what is learned in the step, per what the target of the path needs
     * @param elements what is learned towards the end of the path, the largest share first
     */
    @Schema(name = "Step")
    record Step(
            OccupationName from,
            OccupationName to,
            @Schema(minimum = "1", maximum = "5") @Nullable Integer jobZone,
            @Schema(minimum = "0", maximum = "1") double probability,
            Set<MoveRule> broken,
            @Schema(minimum = "0", maximum = "1") double shortfall,
            @Schema(minimum = "0") double learned,
            List<Learned> elements) {
        private static Step of(CareerStep step) {
            return new Step(
                    OccupationName.of(step.from()),
                    OccupationName.of(step.to()),
                    step.toZone(),
                    step.probability(),
                    step.broken(),
                    step.shortfall(),
                    step.learned(),
                    step.elements().stream().map(Learned::of).toList());
        }
    }

    /**
     * What a step raises in one element.
     *
     * @param elementId the id of the element in O*NET's content model
     * @param name the name of the element
     * @param beforeLevel the level before the step, 0 to 7
     * @param afterLevel the level after the step, 0 to 7
     * @param share the part of what the target needs, 0 to 1
     */
    @Schema(name = "LearnedElement")
    record Learned(
            String elementId,
            String name,
            @Schema(minimum = "0", maximum = "7") double beforeLevel,
            @Schema(minimum = "0", maximum = "7") double afterLevel,
            @Schema(minimum = "0", maximum = "1") double share) {
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
