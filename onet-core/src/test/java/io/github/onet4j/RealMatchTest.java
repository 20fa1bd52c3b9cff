package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.match.Closeness;
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

    private static int serialized(RatingMatrix matrix) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(matrix);
        }
        return bytes.size();
    }
}
