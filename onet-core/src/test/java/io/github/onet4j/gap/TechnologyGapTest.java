package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.TechnologyGap.Credit;
import io.github.onet4j.gap.TechnologyGap.Need;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What separates two occupations in their technologies. */
final class TechnologyGapTest {
    private static final OnetSocCode EXECUTIVES = new OnetSocCode("11-1011.00");
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode SOFTWARE_DEVELOPERS = new OnetSocCode("15-1252.00");

    @TempDir
    private Path folder;

    private OnetCatalog catalog(MiniRelease release) throws IOException {
        return OnetRelease.open(release.writeZip(folder.resolve("mini.zip"))).catalog();
    }

    @Test
    void weighsAProductByHowFewUseItAndWhetherItIsInDemand() throws IOException {
        // Three occupations have technologies: C++ is used by two of them, in demand; Git by one, in demand; Rust by
        // one. Programmers know another compiler than Rust, of its category.
        TechnologyGaps gaps = TechnologyGaps.of(catalog(MiniRelease.text()
                .withRow("Software Skills.txt", "15-1252.00", "Rust", "2.E.4.b", "Object software", "N", "N")));
        double cPlusPlus = 2 * Math.log(3.0 / 2);
        double git = 2 * Math.log(3);
        double rust = Math.log(3);
        double total = cPlusPlus + git + rust;

        TechnologyGap gap = gaps.gap(PROGRAMMERS, SOFTWARE_DEVELOPERS).orElseThrow();

        assertThat(gap.match()).isCloseTo((cPlusPlus + rust / 2) / total, within(1e-12));
        assertThat(gap.technologies())
                .as("in demand first, then the larger share")
                .extracting(need -> need.technology().example(), Need::credit)
                .containsExactly(
                        tuple("Git", Credit.NONE), tuple("C++", Credit.SAME), tuple("Rust", Credit.SAME_CATEGORY));
        assertThat(gap.technologies().get(0).share()).isCloseTo(git / total, within(1e-12));
        assertThat(gap.gaps()).extracting(need -> need.technology().example()).containsExactly("Git", "Rust");
        assertThat(gap.technologies().stream().mapToDouble(Need::share).sum())
                .isCloseTo(1 - gap.match(), within(1e-12));
        assertThat(gaps.gap(SOFTWARE_DEVELOPERS, PROGRAMMERS).orElseThrow().match())
                .isEqualTo(1);
    }

    @Test
    void comparesCategoriesOfEitherLayout() throws IOException {
        String[] rust = {"15-1252.00", "Rust", "43232402", "Object software", "N", "N"};
        TechnologyGaps gaps =
                TechnologyGaps.of(catalog(MiniRelease.singleSkillsText().withRow("Technology Skills.txt", rust)));

        assertThat(gaps.gap(PROGRAMMERS, SOFTWARE_DEVELOPERS).orElseThrow().technologies())
                .filteredOn(need -> need.technology().example().equals("Rust"))
                .extracting(Need::credit)
                .containsExactly(Credit.SAME_CATEGORY);
    }

    @Test
    void isUnknownWhereOneSideHasNone() throws IOException {
        TechnologyGaps gaps = TechnologyGaps.of(catalog(MiniRelease.text()));
        OnetSocCode drivers = new OnetSocCode("53-3033.00");

        assertThat(gaps.gap(EXECUTIVES, drivers)).isEmpty();
        assertThat(gaps.gap(drivers, EXECUTIVES)).isEmpty();
        assertThatThrownBy(() -> gaps.gap(EXECUTIVES, new OnetSocCode("99-9999.00")))
                .isInstanceOf(OccupationNotFoundException.class);
    }
}
