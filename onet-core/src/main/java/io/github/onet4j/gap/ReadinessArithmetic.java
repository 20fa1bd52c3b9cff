package io.github.onet4j.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sums behind readiness: what is needed and what of it is met. An element whose level or weight is unknown on the
 * target's side may add anything up to the most it can, to the sums of the lower bound and of the upper one.
 */
final class ReadinessArithmetic {
    private final double needed;
    private final double metAtLeast;
    private final double metAtMost;
    private final List<Addend> worst = new ArrayList<>();
    private final List<Addend> best = new ArrayList<>();

    /**
     * Starts from the elements that the target's level and importance are known of.
     *
     * @param needed the sum of w·LV₂
     * @param metAtLeast the sum of w·min(LV₁, LV₂), with an unknown LV₁ as 0
     * @param metAtMost the same sum, with an unknown LV₁ as LV₂
     */
    ReadinessArithmetic(double needed, double metAtLeast, double metAtMost) {
        this.needed = needed;
        this.metAtLeast = metAtLeast;
        this.metAtMost = metAtMost;
    }

    /** Adds an element that the target may need in the worst and the best case as given, or in part, or not at all. */
    void mayNeed(Addend inWorstCase, Addend inBestCase) {
        worst.add(inWorstCase);
        best.add(inBestCase);
    }

    /** Returns the bounds; empty if the target is not known to need anything. */
    Optional<ReadinessBounds> bounds() {
        if (needed == 0) {
            return Optional.empty();
        }
        // Sums of the same fractions may differ in the last bit.
        double low = Math.min(1, lowest());
        return Optional.of(new ReadinessBounds(low, Math.min(1, Math.max(low, highest()))));
    }

    /** A part that is met worse than the whole lowers the quotient, and only such a part does. */
    private double lowest() {
        double sumMet = metAtLeast;
        double sumNeeded = needed;
        worst.sort(Comparator.comparingDouble(Addend::ratio));
        for (Addend addend : worst) {
            if (addend.ratio() < sumMet / sumNeeded) {
                sumMet += addend.met();
                sumNeeded += addend.needed();
            }
        }
        return sumMet / sumNeeded;
    }

    private double highest() {
        double sumMet = metAtMost;
        double sumNeeded = needed;
        best.sort(Comparator.comparingDouble(Addend::ratio).reversed());
        for (Addend addend : best) {
            if (addend.ratio() > sumMet / sumNeeded) {
                sumMet += addend.met();
                sumNeeded += addend.needed();
            }
        }
        return sumMet / sumNeeded;
    }

    /** What an element adds to the two sums. */
    record Addend(double needed, double met) {
        double ratio() {
            return needed == 0 ? 1 : met / needed;
        }
    }
}
