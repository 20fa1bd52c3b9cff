package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What grades and the judgement of all elements together say over 29.3. The figures are those of docs/gap.md. */
class RealGradesTest {
    @Test
    void fewerElementsStandOutTogetherThanAreClearOnTheirOwnMostOfAllBetweenRelatedOccupations() {
        OnetCatalog catalog = catalog();
        List<Occupation> rated = catalog.ratedOccupations(Domain.SKILLS);

        Means related = means(catalog, relatedPairs(catalog, rated));
        Means random = means(catalog, randomPairs(rated));

        assertThat(related.toString()).isEqualTo("15.8 gaps, 7.0 clear, 5.6 together");
        assertThat(random.toString()).isEqualTo("16.0 gaps, 10.4 clear, 9.8 together");
    }

    private static OnetCatalog catalog() {
        Path path = RealReleasesTest.folder().resolve("db_29_3_text.zip");
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        return OnetRelease.open(path).catalog();
    }

    private static List<List<OnetSocCode>> relatedPairs(OnetCatalog catalog, List<Occupation> rated) {
        Set<Occupation> targets = new HashSet<>(rated);
        List<List<OnetSocCode>> pairs = new ArrayList<>();
        for (Occupation from : rated) {
            for (RelatedOccupation to : catalog.relatedOccupations(from.code())) {
                if (targets.contains(to.occupation())) {
                    pairs.add(List.of(from.code(), to.occupation().code()));
                }
            }
        }
        return pairs;
    }

    private static List<List<OnetSocCode>> randomPairs(List<Occupation> rated) {
        Random random = new Random(29_3);
        List<List<OnetSocCode>> pairs = new ArrayList<>();
        while (pairs.size() < 20_000) {
            Occupation from = rated.get(random.nextInt(rated.size()));
            Occupation to = rated.get(random.nextInt(rated.size()));
            if (!from.equals(to)) {
                pairs.add(List.of(from.code(), to.code()));
            }
        }
        return pairs;
    }

    private static Means means(OnetCatalog catalog, List<List<OnetSocCode>> pairs) {
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        double gaps = 0;
        double clear = 0;
        double together = 0;
        for (List<OnetSocCode> pair : pairs) {
            SkillGap gap = analyzer.analyze(pair.get(0), pair.get(1), GapOptions.DEFAULTS);
            gaps += gap.gaps().size();
            clear += gap.gaps().stream().filter(RealGradesTest::isClear).count();
            together += gap.distinguishable().stream()
                    .filter(each -> each.difference() > 0)
                    .count();
        }
        return new Means(gaps / pairs.size(), clear / pairs.size(), together / pairs.size());
    }

    private static boolean isClear(ElementGap gap) {
        return gap.grade().orElseThrow() == Grade.CLEAR;
    }

    private record Means(double gaps, double clear, double together) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f gaps, %.1f clear, %.1f together", gaps, clear, together);
        }
    }
}
