package io.github.onet4j.benchmarks;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges closeness by O*NET's own lists of related occupations, release by release: recall, rank and calibration. The
 * weights are the same for all releases.
 */
public final class ClosenessFigures {
    private static final int LISTED = 20;

    private ClosenessFigures() {}

    /**
     * Prints the figures.
     *
     * @param arguments the paths of releases
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name releases: ClosenessFigures db_29_3_text.zip db_30_1_text.zip");
        }
        for (String argument : arguments) {
            OnetCatalog catalog = OnetRelease.open(Path.of(argument)).catalog();
            long start = System.nanoTime();
            Closeness closeness = Closeness.of(catalog);
            long built = System.nanoTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "%nO*NET %s, built in %d ms%n",
                    catalog.release().version(),
                    built / 1_000_000);
            Set<OnetSocCode> all = codes(catalog.occupations());
            Set<OnetSocCode> rated = codes(catalog.ratedOccupations(Domain.KNOWLEDGE));
            Set<OnetSocCode> unrated = new HashSet<>(all);
            unrated.removeAll(rated);
            judge("rated occupations, rated related ones", catalog, closeness, rated, rated);
            judge("all occupations with a list", catalog, closeness, all, all);
            judge("unrated occupations", catalog, closeness, unrated, all);
            judge("unrated related ones", catalog, closeness, all, unrated);
            calibrate(catalog, closeness);
        }
    }

    private static Set<OnetSocCode> codes(List<Occupation> occupations) {
        return occupations.stream().map(Occupation::code).collect(Collectors.toSet());
    }

    /** Of each source's listed targets, the part among as many closest ones as are listed, 20 at most. */
    private static void judge(
            String what, OnetCatalog catalog, Closeness closeness, Set<OnetSocCode> sources, Set<OnetSocCode> targets) {
        boolean withinTargets = targets.containsAll(sources);
        double recall = 0;
        double reciprocalRank = 0;
        int judged = 0;
        for (OnetSocCode source : sources) {
            Set<OnetSocCode> listed = catalog.relatedOccupations(source).stream()
                    .map(RelatedOccupation::occupation)
                    .map(Occupation::code)
                    .filter(targets::contains)
                    .collect(Collectors.toSet());
            if (!listed.isEmpty()) {
                List<OnetSocCode> closest = closeness.closest(source, Integer.MAX_VALUE).closest().stream()
                        .map(close -> close.occupation().code())
                        .filter(code -> !withinTargets || targets.contains(code))
                        .toList();
                recall += (double) closest.stream()
                                .limit(LISTED)
                                .filter(listed::contains)
                                .count()
                        / listed.size();
                reciprocalRank += 1.0 / (1 + firstOf(closest, listed));
                judged++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-40s %4d lists, recall@20 %.3f, mean reciprocal rank %.3f%n",
                what,
                judged,
                recall / judged,
                reciprocalRank / judged);
    }

    private static int firstOf(List<OnetSocCode> closest, Set<OnetSocCode> listed) {
        int rank = 0;
        while (!listed.contains(closest.get(rank))) {
            rank++;
        }
        return rank;
    }

    private static void calibrate(OnetCatalog catalog, Closeness closeness) {
        double[] ends = {.05, .2, .4, .6, .8, 1};
        double[] predicted = new double[ends.length];
        int[] observed = new int[ends.length];
        int[] pairs = new int[ends.length];
        for (Occupation source : catalog.occupations()) {
            Set<OnetSocCode> listed = catalog.relatedOccupations(source.code()).stream()
                    .map(relation -> relation.occupation().code())
                    .collect(Collectors.toSet());
            if (!listed.isEmpty()) {
                for (CloseOccupation close :
                        closeness.closest(source.code(), Integer.MAX_VALUE).closest()) {
                    int bin = 0;
                    while (close.probability() > ends[bin]) {
                        bin++;
                    }
                    predicted[bin] += close.probability();
                    observed[bin] += listed.contains(close.occupation().code()) ? 1 : 0;
                    pairs[bin]++;
                }
            }
        }
        System.out.println("probability up to, predicted, observed, pairs");
        for (int bin = 0; bin < ends.length; bin++) {
            System.out.printf(
                    Locale.ROOT,
                    "%.2f  %.3f  %.3f  %d%n",
                    ends[bin],
                    predicted[bin] / pairs[bin],
                    (double) observed[bin] / pairs[bin],
                    pairs[bin]);
        }
    }
}
