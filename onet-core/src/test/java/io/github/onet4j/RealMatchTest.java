package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.Estimate;
import io.github.onet4j.match.EstimatedElement;
import io.github.onet4j.match.Estimates;
import io.github.onet4j.match.Evidence;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.match.ReadinessMatrix;
import io.github.onet4j.release.OnetRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matching over releases of full size. The figures are those of docs/matching.md. */
class RealMatchTest {
    private static OnetCatalog catalog(String archive) {
        Path path = RealReleasesTest.folder().resolve(archive);
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        return OnetRelease.open(path).catalog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db_29_3_text.zip", "db_30_1_text.zip"})
    void twoThirdsOfTheRelatedOccupationsAreAmongTheTwentyClosest(String archive) {
        OnetCatalog catalog = catalog(archive);
        Closeness closeness = Closeness.of(catalog);
        List<Occupation> rated = catalog.ratedOccupations(Domain.KNOWLEDGE);

        double recall = rated.stream()
                .mapToDouble(source -> recall(catalog, closeness, source.code(), new HashSet<>(rated)))
                .average()
                .orElseThrow();
        assertThat(recall).isGreaterThan(.68);
    }

    private static double recall(
            OnetCatalog catalog, Closeness closeness, OnetSocCode source, Set<Occupation> targets) {
        Set<Occupation> listed = catalog.relatedOccupations(source).stream()
                .map(RelatedOccupation::occupation)
                .filter(targets::contains)
                .collect(Collectors.toSet());
        long found = closeness.closest(source, Integer.MAX_VALUE).closest().stream()
                .map(close -> close.occupation())
                .filter(targets::contains)
                .limit(20)
                .filter(listed::contains)
                .count();
        return (double) found / listed.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db_29_3_text.zip", "db_30_1_text.zip"})
    void theMatrixHasTheFiguresOfTheAnalyzer(String archive) throws IOException {
        OnetCatalog catalog = catalog(archive);
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        RatingMatrix matrix = RatingMatrix.of(catalog, Domain.SKILLS);
        ReadinessMatrix readiness = matrix.readiness(Runnable::run, 2, 3);
        List<Occupation> rated = matrix.occupations();
        Random random = new Random(13);

        assertThat(rated).isEqualTo(catalog.ratedOccupations(Domain.SKILLS));
        for (int i = 0; i < 2000; i++) {
            OnetSocCode from = rated.get(random.nextInt(rated.size())).code();
            OnetSocCode to = rated.get(random.nextInt(rated.size())).code();
            SkillGap gap = analyzer.analyze(from, to, GapOptions.DEFAULTS);
            assertThat(readiness.readiness(from, to).orElseThrow())
                    .isCloseTo(gap.readiness().orElseThrow(), within(1e-12));
            assertThat(readiness.largestGaps(from, to))
                    .extracting(ReadinessMatrix.GapShare::element)
                    .isEqualTo(gap.gaps().stream()
                            .filter(element -> element.share().orElse(0) > 0)
                            .limit(3)
                            .map(element -> element.element())
                            .toList());
        }
        assertThat(serialized(matrix)).isLessThan(1_000_000 * rated.size() / 879);
    }

    @Test
    void estimatesOfRatedOccupationsErrAsTheySay() {
        OnetCatalog catalog = catalog("db_29_3_text.zip");
        Estimates estimates = Estimates.of(catalog, Domain.SKILLS);

        LevelErrors errors = new LevelErrors();
        estimates.rated().forEach(rated -> errors.add(estimates, rated.code(), catalog));

        assertThat(errors.number).isEqualTo(879 * 35);
        assertThat(errors.rootMeanSquare()).isLessThan(.415);
        assertThat((double) errors.within90 / errors.number).isBetween(.88, .92);
    }

    @Test
    void estimatesOfUnratedOccupationsComeTrueInTheReleaseThatRatesThem() {
        OnetCatalog earlier = catalog("db_29_3_text.zip");
        OnetCatalog later = catalog("db_30_1_text.zip");
        Estimates estimates = Estimates.of(earlier, Domain.SKILLS);
        List<Occupation> newlyRated = later.ratedOccupations(Domain.SKILLS).stream()
                .filter(occupation -> earlier.coverage(occupation.code(), Domain.SKILLS) == Coverage.UNRATED)
                .toList();

        LevelErrors errors = new LevelErrors();
        newlyRated.forEach(occupation -> errors.add(estimates, occupation.code(), later));

        assertThat(newlyRated).hasSize(15);
        assertThat(errors.rootMeanSquare()).isLessThan(.41);
    }

    @Test
    void occupationsOfWhichOnlyTitlesAndDescriptionsAreKnownAreEstimatedWithLargerErrors() {
        OnetCatalog catalog = catalog("db_29_3_text.zip");
        Estimates estimates = Estimates.of(catalog, Domain.SKILLS);

        List<Estimate> hardlyKnown = catalog.occupations().stream()
                .filter(occupation -> catalog.coverage(occupation.code(), Domain.SKILLS) == Coverage.UNRATED)
                .map(occupation -> estimates.estimate(occupation.code()))
                .filter(estimate -> estimate.missing().contains(Evidence.WORK))
                .toList();

        assertThat(hardlyKnown)
                .hasSize(93)
                .allSatisfy(estimate -> assertThat(estimate.missing())
                        .containsExactly(Evidence.WORK, Evidence.INTERESTS, Evidence.RELATED, Evidence.JOB_ZONE));
        assertThat(hardlyKnown.stream()
                        .flatMap(estimate -> estimate.elements().stream())
                        .mapToDouble(EstimatedElement::levelStandardError)
                        .average()
                        .orElseThrow())
                .isBetween(.48, .50);
    }

    /** The errors of estimated levels, and how many are within the interval that should have nine in ten. */
    private static final class LevelErrors {
        private double squares;
        private int within90;
        private int number;

        void add(Estimates estimates, OnetSocCode code, OnetCatalog truth) {
            Profile profile = truth.profile(code, Domain.SKILLS);
            for (EstimatedElement element : estimates.estimate(code).elements()) {
                double level = profile.findElement(element.element().id())
                        .flatMap(RatedElement::level)
                        .orElseThrow()
                        .value();
                double error = element.level() - level;
                squares += error * error;
                within90 += Math.abs(error) <= 1.645 * element.levelStandardError() ? 1 : 0;
                number++;
            }
        }

        double rootMeanSquare() {
            return Math.sqrt(squares / number);
        }
    }

    private static int serialized(RatingMatrix matrix) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(matrix);
        }
        return bytes.size();
    }
}
