package io.github.onet4j.gap;

import io.github.onet4j.internal.Normal;
import java.util.Comparator;
import java.util.List;

/**
 * Judges all differences of a gap together. Of 35 elements that two ratings of the same occupation compare, one or two
 * are beyond 1.96 standard errors by chance; of those that this rule accepts, 5 % at most are expected to be.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg (1995)</a>
 */
final class FalseDiscoveryRate {
    private static final double RATE = 0.05;

    private FalseDiscoveryRate() {}

    /**
     * Returns the differences that are accepted.
     *
     * @param differences the differences that are not 0
     * @param compared the number of elements that were compared, whose differences may be 0
     */
    static List<ElementGap> accepted(List<ElementGap> differences, int compared) {
        List<Judged> likeliestFirst = differences.stream()
                .filter(GapArithmetic::isPrecise)
                .map(gap -> new Judged(gap, pValue(gap)))
                .sorted(Comparator.comparingDouble(Judged::pValue))
                .toList();
        int accepted = 0;
        for (int rank = 1; rank <= likeliestFirst.size(); rank++) {
            if (likeliestFirst.get(rank - 1).pValue() <= RATE * rank / compared) {
                accepted = rank;
            }
        }
        List<ElementGap> all =
                likeliestFirst.subList(0, accepted).stream().map(Judged::gap).toList();
        return differences.stream().filter(all::contains).toList();
    }

    /** The probability of so large a difference in either direction if there were none. */
    private static double pValue(ElementGap gap) {
        return GapArithmetic.isSuppressed(gap.from(), gap.to())
                ? 1
                : 2 * (1 - Normal.distribution(GapArithmetic.z(gap.difference(), gap.from(), gap.to())));
    }

    private record Judged(ElementGap gap, double pValue) {}
}
