package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.RelatedOccupation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the ratings of two occupations go together, judged without them: the sum of what their titles, work, related
 * occupations, job zones and interests say. What a release has no table of is left out. An occupation that lacks
 * something has nothing in common with others there, and no less variance.
 */
final class Covariance {
    private static final double TITLES = .15;
    private static final double WORK = .55;
    private static final double RELATED = .50;
    private static final double JOB_ZONE = .14;
    private static final double INTERESTS = .25;

    /** The variance that an occupation shares with no other. */
    private static final double OWN = .46;

    /** The weights of the related occupations by their places in the list, and that of the occupation itself. */
    private static final double FIRST_FIVE = 1;

    private static final double NEXT_FIVE = .8;
    private static final double FURTHER = .5;
    private static final double ITSELF = 1.5;

    private final ReleaseTexts texts;
    private final @Nullable SparseVectors related;
    private final boolean[] hasRelated;
    private final double[] zones;
    private final double[] @Nullable [] interests;
    private final Set<Evidence> missing = EnumSet.noneOf(Evidence.class);

    Covariance(ReleaseTexts texts, OnetCatalog catalog) {
        this.texts = texts;
        hasRelated = new boolean[texts.occupations().size()];
        related = related(catalog);
        zones = zones(catalog);
        interests = standardized(texts.values(catalog, Domain.INTERESTS, "OI"));
        addIf(!texts.hasAnyTitles(), Evidence.TITLES, missing);
        addIf(!texts.hasAnyTasks(), Evidence.WORK, missing);
        addIf(related == null, Evidence.RELATED, missing);
        addIf(DoubleStream.of(zones).allMatch(Double::isNaN), Evidence.JOB_ZONE, missing);
        addIf(Stream.of(interests).allMatch(each -> each == null), Evidence.INTERESTS, missing);
    }

    private static void addIf(boolean lacks, Evidence evidence, Set<Evidence> missing) {
        if (lacks) {
            missing.add(evidence);
        }
    }

    private @Nullable SparseVectors related(OnetCatalog catalog) {
        int[][] others = new int[hasRelated.length][];
        double[][] weights = new double[hasRelated.length][];
        for (int row = 0; row < others.length; row++) {
            Occupation occupation = texts.occupations().get(row);
            List<RelatedOccupation> list = catalog.relatedOccupations(occupation.code()).stream()
                    .filter(relation -> texts.findRow(relation.occupation().code()) != null)
                    .toList();
            hasRelated[row] = !list.isEmpty();
            others[row] = IntStream.concat(
                            IntStream.of(row),
                            list.stream()
                                    .mapToInt(relation ->
                                            texts.row(relation.occupation().code())))
                    .toArray();
            weights[row] = DoubleStream.concat(
                            DoubleStream.of(ITSELF), list.stream().mapToDouble(Covariance::weight))
                    .toArray();
        }
        boolean isAny = IntStream.range(0, hasRelated.length).anyMatch(row -> hasRelated[row]);
        return isAny ? SparseVectors.of(others, weights, others.length) : null;
    }

    private static double weight(RelatedOccupation relation) {
        if (relation.index() <= 5) {
            return FIRST_FIVE;
        }
        return relation.index() <= 10 ? NEXT_FIVE : FURTHER;
    }

    private double[] zones(OnetCatalog catalog) {
        double[] zoneOf = new double[hasRelated.length];
        Arrays.fill(zoneOf, Double.NaN);
        for (JobZone zone : catalog.jobZones()) {
            Integer row = texts.findRow(zone.occupation().code());
            if (row != null) {
                zoneOf[row] = zone.zone();
            }
        }
        return zoneOf;
    }

    /** Returns the scores in standard deviations; null where not all are known. */
    private static double[] @Nullable [] standardized(double[] @Nullable [] scores) {
        List<Standard> standards = new ArrayList<>();
        for (double[] its : scores) {
            for (int i = 0; its != null && i < its.length; i++) {
                if (standards.size() == i) {
                    standards.add(new Standard());
                }
                if (!Double.isNaN(its[i])) {
                    standards.get(i).add(its[i]);
                }
            }
        }
        double[] @Nullable [] standardized = new double[scores.length][];
        for (int row = 0; row < scores.length; row++) {
            double[] its = scores[row];
            if (its != null && DoubleStream.of(its).noneMatch(Double::isNaN)) {
                standardized[row] = IntStream.range(0, its.length)
                        .mapToDouble(i -> standards.get(i).score(its[i]))
                        .toArray();
            }
        }
        return standardized;
    }

    /** Returns the covariances of an occupation with all, without some evidence; with itself the variance. */
    double[] row(int row, Set<Evidence> without) {
        double[] covariances = new double[zones.length];
        add(TITLES, texts.titles().cosines(row), covariances);
        add(WORK, (without.contains(Evidence.WORK) ? texts.descriptions() : texts.work()).cosines(row), covariances);
        if (related != null && !without.contains(Evidence.RELATED)) {
            add(RELATED, related.cosines(row), covariances);
        }
        double zone = without.contains(Evidence.JOB_ZONE) ? 0 : JOB_ZONE;
        double interest = without.contains(Evidence.INTERESTS) ? 0 : INTERESTS;
        for (int other = 0; other < covariances.length; other++) {
            covariances[other] += zone * likenessOfZones(row, other) + interest * likenessOfInterests(row, other);
        }
        covariances[row] = variance(without);
        return covariances;
    }

    private static void add(double weight, double[] cosines, double[] covariances) {
        for (int other = 0; other < covariances.length; other++) {
            covariances[other] += weight * cosines[other];
        }
    }

    private double likenessOfZones(int row, int other) {
        double difference = zones[row] - zones[other];
        return Double.isNaN(difference) ? 0 : Math.exp(-difference * difference / 2);
    }

    private double likenessOfInterests(int row, int other) {
        double[] its = interests[row];
        double[] others = interests[other];
        if (its == null || others == null) {
            return 0;
        }
        double squares = 0;
        for (int i = 0; i < its.length; i++) {
            squares += (its[i] - others[i]) * (its[i] - others[i]);
        }
        return Math.exp(-squares / 8);
    }

    /** The variance of each occupation. */
    double variance(Set<Evidence> without) {
        return TITLES
                + WORK
                + OWN
                + (without.contains(Evidence.RELATED) ? 0 : RELATED)
                + (without.contains(Evidence.JOB_ZONE) ? 0 : JOB_ZONE)
                + (without.contains(Evidence.INTERESTS) ? 0 : INTERESTS);
    }

    /** Returns what an occupation, or the whole release, has none of. */
    Set<Evidence> missing(int row) {
        Set<Evidence> lacking = EnumSet.noneOf(Evidence.class);
        lacking.addAll(missing);
        addIf(!texts.hasTitles(row), Evidence.TITLES, lacking);
        addIf(!texts.hasTasks(row), Evidence.WORK, lacking);
        addIf(!hasRelated[row], Evidence.RELATED, lacking);
        addIf(Double.isNaN(zones[row]), Evidence.JOB_ZONE, lacking);
        addIf(interests[row] == null, Evidence.INTERESTS, lacking);
        return lacking;
    }
}
