package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Profile;
import io.github.onet4j.Rating;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same occupations as rated twice, in 29.3 and anew in 30.1. The figures are those of docs/gap.md. */
class RealReRatingTest {
    @Test
    void anOccupationIsHardlyEverDistinguishableFromItselfAndOftenHasAClearDifference() {
        OnetCatalog before = catalog("db_29_3_text.zip");
        OnetCatalog after = catalog("db_30_1_text.zip");
        List<SkillGap> againstThemselves = new ArrayList<>();
        for (Occupation occupation : before.ratedOccupations(Domain.SKILLS)) {
            Profile earlier = before.profile(occupation.code(), Domain.SKILLS);
            Profile later = after.profile(occupation.code(), Domain.SKILLS);
            if (isReRated(earlier, later)) {
                againstThemselves.add(new GapArithmetic(NotRelevantPolicy.AS_RATED)
                        .gap(after.release(), Domain.SKILLS, GapInput.of(earlier), GapInput.of(later)));
            }
        }

        assertThat(againstThemselves).hasSize(63);
        assertThat(againstThemselves.stream().filter(gap -> hasClear(gap.gaps()) || hasClear(gap.surplus())))
                .hasSize(26);
        assertThat(againstThemselves.stream().filter(gap -> hasClear(gap.gaps())))
                .hasSize(14);
        assertThat(againstThemselves.stream()
                        .filter(gap -> !gap.distinguishable().isEmpty()))
                .hasSize(2);
    }

    private static boolean isReRated(Profile earlier, Profile later) {
        Rating first = earlier.elements().get(0).level().orElseThrow();
        Rating again = later.elements().get(0).level().orElseThrow();
        return again.date() != null && !again.date().equals(first.date());
    }

    private static boolean hasClear(List<ElementGap> differences) {
        return differences.stream().anyMatch(each -> each.grade().orElseThrow() == Grade.CLEAR);
    }

    private static OnetCatalog catalog(String archive) {
        Path folder = Path.of(System.getenv()
                .getOrDefault(
                        "ONET_RELEASES",
                        Path.of(System.getProperty("basedir", ""), "../../shared/onet")
                                .toString()));
        Path path = folder.resolve(archive);
        assumeTrue(Files.isRegularFile(path), "no " + path.toAbsolutePath());
        return OnetRelease.open(path).catalog();
    }
}
