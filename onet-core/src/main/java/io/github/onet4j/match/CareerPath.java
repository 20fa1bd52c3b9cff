package io.github.onet4j.match;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A way from one occupation to another, straight or with stops in between.
 *
 * @param steps the steps; one more than there are stops
 * @param hardestStep the largest shortfall of a step
 * @param againstDirect the hardest step less the shortfall of the direct way: below 0 if the path is easier than the
 *     direct way by that measure, above 0 if it is harder
 * @param learned the sum of what is learned in all steps: 1 less the readiness of the source for the target, plus the
 *     detour
 * @param detour the part of what is learned that neither has: Σ w·max(0, M − max(LV₁, LV₂)) / Σ w·LV₂ with the weights
 *     of the target, where M is the highest level of all occupations visited; 0 for the direct way
 */
public record CareerPath(
        List<CareerStep> steps, double hardestStep, double againstDirect, double learned, double detour) {
    /** Refuses null, and copies the list. */
    public CareerPath {
        steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
    }

    /** Returns the hardest step and the occupations on the way. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, hardest step %.3f%s",
                steps.stream().map(step -> step.to().toString()).collect(Collectors.joining(" > ")),
                hardestStep,
                againstDirect > 0 ? ", harder than the direct way" : "");
    }
}
