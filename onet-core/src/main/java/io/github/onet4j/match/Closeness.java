package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.internal.OptionCheck;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How close occupations are to each other: whether the same people could be found in both, whichever way they go. It is
 * judged by titles, the words on the work, knowledge and interests, with weights that tell the pairs of O*NET's own
 * list of related occupations from all others. That list itself is {@link OnetCatalog#relatedOccupations}; closeness
 * has an answer for every pair.
 *
 * <p>The score of a pair is .35 t + .65 w + 1.55 k + .65 i. Here t and w are ln(.02 + the cosine of the words), k and i
 * the Pearson correlations of the importances of knowledge and of the scores of interests, each less its mean and
 * divided by its standard deviation over all pairs of the release. The page on matching has the evidence for the
 * weights.
 *
 * <p>Immutable and safe for use by several threads. It keeps the release that it was built from, and some 10 MB. To
 * build it takes a second or so, an answer well under a millisecond: build it once.
 */
public final class Closeness {
    private static final double TITLES_WEIGHT = .35;
    private static final double WORK_WEIGHT = .65;
    private static final double KNOWLEDGE_WEIGHT = 1.55;
    private static final double INTERESTS_WEIGHT = .65;

    /** The cosine that is added to each, so that the logarithm does not make much of next to nothing. */
    private static final double COSINE_FLOOR = .02;

    // The probability by a logistic regression over all pairs of 29.3.
    private static final double INTERCEPT = -8.48;
    private static final double SLOPE = 1.396;

    // What to expect of a pair whose knowledge or interests are unknown, by linear regressions over all others of 29.3.
    private static final double EXPECTED_KNOWLEDGE_BY_TITLES = .144;
    private static final double EXPECTED_KNOWLEDGE_BY_WORK = .267;
    private static final double EXPECTED_KNOWLEDGE_BY_INTERESTS = .382;
    private static final double EXPECTED_INTERESTS_BY_TITLES = .211;
    private static final double EXPECTED_INTERESTS_BY_WORK = .301;

    private static final Comparator<CloseOccupation> CLOSEST_FIRST = Comparator.comparingDouble(CloseOccupation::score)
            .reversed()
            .thenComparing(close -> close.occupation().code());

    private final ReleaseTexts texts;
    private final ProfileSimilarity knowledge;
    private final ProfileSimilarity interests;
    private final Set<Evidence> missing;
    private final Standard titlesStandard = new Standard();
    private final Standard workStandard = new Standard();
    private final Standard knowledgeStandard = new Standard();
    private final Standard interestsStandard = new Standard();

    private Closeness(OnetCatalog catalog) {
        texts = ReleaseTexts.read(catalog);
        knowledge = new ProfileSimilarity(texts.values(catalog, Domain.KNOWLEDGE, Scale.IMPORTANCE));
        interests = new ProfileSimilarity(texts.values(catalog, Domain.INTERESTS, "OI"));
        missing = lacking();
        standardize();
        texts.requireSameRelease(catalog);
    }

    /**
     * Reads a release.
     *
     * @param catalog the catalog; of the database or the release's files, as a web service takes many requests for this
     * @return the closeness of its occupations
     * @throws IllegalStateException if another release was activated while it was read
     */
    public static Closeness of(OnetCatalog catalog) {
        return new Closeness(Objects.requireNonNull(catalog, "catalog"));
    }

    private Set<Evidence> lacking() {
        Set<Evidence> lacking = EnumSet.noneOf(Evidence.class);
        if (!texts.hasAnyTitles()) {
            lacking.add(Evidence.TITLES);
        }
        if (!texts.hasAnyTasks()) {
            lacking.add(Evidence.WORK);
        }
        if (!knowledge.isAnyKnown()) {
            lacking.add(Evidence.KNOWLEDGE);
        }
        if (!interests.isAnyKnown()) {
            lacking.add(Evidence.INTERESTS);
        }
        return lacking;
    }

    /** Words are standardized over occupations that have tasks, so that short texts do not spread them. */
    private void standardize() {
        boolean[] described = new boolean[texts.occupations().size()];
        for (int row = 0; row < described.length; row++) {
            described[row] = missing.contains(Evidence.WORK) || texts.hasTasks(row);
        }
        for (int row = 0; row < described.length; row++) {
            Figures figures = figures(row);
            for (int other = 0; other < described.length; other++) {
                if (other != row) {
                    add(figures, other, described[row] && described[other]);
                }
            }
        }
    }

    private void add(Figures figures, int other, boolean described) {
        if (described) {
            titlesStandard.add(figures.titles[other]);
            workStandard.add(figures.work[other]);
        }
        if (!Double.isNaN(figures.knowledge[other])) {
            knowledgeStandard.add(figures.knowledge[other]);
        }
        if (!Double.isNaN(figures.interests[other])) {
            interestsStandard.add(figures.interests[other]);
        }
    }

    private Figures figures(int row) {
        return new Figures(
                logarithms(texts.titles().cosines(row)),
                logarithms(texts.work().cosines(row)),
                knowledge.correlations(row),
                interests.correlations(row));
    }

    private static double[] logarithms(double[] cosines) {
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Math.log(COSINE_FLOOR + cosines[i]);
        }
        return cosines;
    }

    private CloseOccupation judge(Figures figures, int other) {
        Set<Evidence> expected = EnumSet.noneOf(Evidence.class);
        double t = titlesStandard.score(figures.titles[other]);
        double w = workStandard.score(figures.work[other]);
        double i = interestsStandard.score(figures.interests[other]);
        if (Double.isNaN(i)) {
            expected.add(Evidence.INTERESTS);
            i = EXPECTED_INTERESTS_BY_TITLES * t + EXPECTED_INTERESTS_BY_WORK * w;
        }
        double k = knowledgeStandard.score(figures.knowledge[other]);
        if (Double.isNaN(k)) {
            expected.add(Evidence.KNOWLEDGE);
            k = EXPECTED_KNOWLEDGE_BY_TITLES * t + EXPECTED_KNOWLEDGE_BY_WORK * w + EXPECTED_KNOWLEDGE_BY_INTERESTS * i;
        }
        double score = TITLES_WEIGHT * t + WORK_WEIGHT * w + KNOWLEDGE_WEIGHT * k + INTERESTS_WEIGHT * i;
        return new CloseOccupation(
                texts.occupations().get(other),
                score,
                1 / (1 + Math.exp(-INTERCEPT - SLOPE * score)),
                TITLES_WEIGHT * t,
                WORK_WEIGHT * w,
                KNOWLEDGE_WEIGHT * k,
                INTERESTS_WEIGHT * i,
                expected);
    }

    /**
     * Returns the release that the occupations are of.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return texts.release();
    }

    /** Returns the evidence that the release has no table of. */
    Set<Evidence> missing() {
        return missing;
    }

    /** Returns the occupation, and refuses a code that the release lacks. */
    Occupation occupation(OnetSocCode code) {
        return texts.occupations().get(texts.row(code));
    }

    /**
     * Returns the occupations closest to one.
     *
     * @param code the occupation
     * @param limit the largest number of others, at least 1
     * @return the others, closest first
     * @throws OccupationNotFoundException if the release has no such occupation
     */
    public ClosestOccupations closest(OnetSocCode code, int limit) {
        Objects.requireNonNull(code, "code");
        OptionCheck.check(limit >= 1, "limit", "at least 1", limit);
        return new ClosestOccupations(
                release(),
                occupation(code),
                others(code).sorted(CLOSEST_FIRST).limit(limit).toList(),
                missing);
    }

    /** Returns all others by code, for who has no use for their order. */
    Stream<CloseOccupation> others(OnetSocCode code) {
        int row = texts.row(code);
        Figures figures = figures(row);
        return IntStream.range(0, texts.occupations().size())
                .filter(other -> other != row)
                .mapToObj(other -> judge(figures, other));
    }

    /**
     * Returns how close two occupations are. It is the same in both directions.
     *
     * @param code an occupation
     * @param other another occupation
     * @return the other occupation, with its closeness to the first
     * @throws OccupationNotFoundException if the release lacks one of them
     * @throws IllegalArgumentException if they are the same
     */
    public CloseOccupation between(OnetSocCode code, OnetSocCode other) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(other, "other");
        OptionCheck.check(!code.equals(other), "other", "another occupation than code", other);
        return judge(figures(texts.row(code)), texts.row(other));
    }

    /** The figures of one occupation and all others. */
    private static final class Figures {
        private final double[] titles;
        private final double[] work;
        private final double[] knowledge;
        private final double[] interests;

        Figures(double[] titles, double[] work, double[] knowledge, double[] interests) {
            this.titles = titles;
            this.work = work;
            this.knowledge = knowledge;
            this.interests = interests;
        }
    }
}
