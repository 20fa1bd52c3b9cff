package io.github.onet4j.match;

import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.internal.OptionCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToIntBiFunction;

/**
 * The readiness of every occupation of a {@link RatingMatrix} for every other, as {@link
 * io.github.onet4j.gap.SkillGap#readiness} has it for a pair. Immutable and safe for use by several threads. It takes 8
 * bytes for each pair, and 12 more for each of its largest gaps.
 */
public final class ReadinessMatrix {
    private final ReleaseInfo release;
    private final List<Occupation> occupations;
    private final List<Element> elements;
    private final ToIntBiFunction<OnetSocCode, String> rowOf;
    private final PairFigures figures;

    ReadinessMatrix(
            ReleaseInfo release,
            List<Occupation> occupations,
            List<Element> elements,
            ToIntBiFunction<OnetSocCode, String> rowOf,
            PairFigures figures) {
        this.release = release;
        this.occupations = occupations;
        this.elements = elements;
        this.rowOf = rowOf;
        this.figures = figures;
    }

    /**
     * Returns the occupations.
     *
     * @return the occupations by code
     */
    public List<Occupation> occupations() {
        return occupations;
    }

    /**
     * Returns how ready the people of one occupation are for another.
     *
     * @param from the source
     * @param to the target
     * @return 0 to 1; empty unless all levels of both and all importances of the target are rated, or if the target
     *     needs nothing
     * @throws IllegalArgumentException if an occupation is not among the {@link #occupations}
     */
    public OptionalDouble readiness(OnetSocCode from, OnetSocCode to) {
        Objects.requireNonNull(to, "to");
        double readiness = readiness(rowOf.applyAsInt(from, "from"), rowOf.applyAsInt(to, "to"));
        return Double.isNaN(readiness) ? OptionalDouble.empty() : OptionalDouble.of(readiness);
    }

    /**
     * Returns the same by position, for loops over all pairs.
     *
     * @param from the position of the source in {@link #occupations}
     * @param to the position of the target in {@link #occupations}
     * @return 0 to 1, or NaN where {@link #readiness(OnetSocCode, OnetSocCode)} is empty
     * @throws IndexOutOfBoundsException if there is no occupation at a position
     */
    public double readiness(int from, int to) {
        Objects.checkIndex(from, occupations.size());
        return figures.readiness(from, Objects.checkIndex(to, occupations.size()));
    }

    /**
     * Returns what a pair lacks most.
     *
     * @param from the source
     * @param to the target
     * @return at most as many gaps as were asked for, the largest share first, equal shares by element id; empty if
     *     nothing is lacking, or if {@link #readiness(OnetSocCode, OnetSocCode)} is unknown
     * @throws IllegalArgumentException if an occupation is not among the {@link #occupations}
     */
    public List<GapShare> largestGaps(OnetSocCode from, OnetSocCode to) {
        Objects.requireNonNull(to, "to");
        int source = rowOf.applyAsInt(from, "from");
        int target = rowOf.applyAsInt(to, "to");
        List<GapShare> gaps = new ArrayList<>();
        for (int i = 0; i < figures.largestGaps() && figures.gapShare(source, target, i) > 0; i++) {
            gaps.add(new GapShare(
                    elements.get(figures.gapColumn(source, target, i)), figures.gapShare(source, target, i)));
        }
        return gaps;
    }

    /**
     * Returns the credit to show with the figures.
     *
     * @return see {@link ReleaseInfo#attribution}
     */
    public String attribution() {
        return release.attribution();
    }

    /** Returns the number of pairs and the release. */
    @Override
    public String toString() {
        return occupations.size() + " x " + occupations.size() + " occupations, O*NET " + release.version();
    }

    /**
     * An element that the source lacks, or has at a lower level than the target.
     *
     * @param element the element
     * @param share its share of what the target needs, above 0; the shares of all gaps of a pair add up to 1 less its
     *     readiness
     */
    public record GapShare(Element element, double share) {
        /** Refuses null, and a share that is not above 0. */
        public GapShare {
            Objects.requireNonNull(element, "element");
            OptionCheck.check(share > 0 && share <= 1, "share", "above 0 and at most 1", share);
        }
    }
}
