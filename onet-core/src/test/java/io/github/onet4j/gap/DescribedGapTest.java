package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.OnetException;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps in sentences, by figures and anchors or by somebody else. */
class DescribedGapTest {
    private static final String CHIEF_EXECUTIVES = "11-1011.00";
    private static final String ANALYSTS = "15-1211.00";
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String DATA_MANAGERS = "15-2051.02";
    private static final String TRUCK_DRIVERS = "53-3033.00";

    private final SkillGapAnalyzer analyzer;

    DescribedGapTest(@TempDir Path folder) {
        this.analyzer = SkillGapAnalyzer.of(
                OnetRelease.open(MiniRelease.text().writeFolder(folder)).catalog());
    }

    @Test
    void withoutADescriberFiguresAndAnchorsSpeak() {
        DescribedGap described = analyzer.describe(PROGRAMMERS, ANALYSTS);

        assertThat(described.gap()).isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS));
        assertThat(described.descriptions())
                .extracting(GapDescription::gap)
                .isEqualTo(described.gap().gaps());
        assertThat(described.descriptions()).extracting(GapDescription::model).containsOnlyNulls();
        // Active Listening: 0.5625 / 12.19625 of what analysts need.
        assertThat(described.descriptions().get(0).text())
                .isEqualTo(
                        "In Active Listening, the way from Computer Programmers to Computer Systems Analysts goes from"
                                + " between 2 \"Take a customer's order\" and 4 \"Answer questions about a credit\" to"
                                + " the level of 4 \"Answer questions about a credit\". On O*NET's level scale from 0"
                                + " to 7 that is 0.75 more, from 3.25 to 4. The difference is clear: it is larger than"
                                + " the spread of the raters' answers explains. Closing it adds 4.6 percentage points"
                                + " to the readiness for Computer Systems Analysts.");
        assertThat(described.descriptions().get(1).text()).contains("The difference is tentative");
    }

    @Test
    void whatIsUnknownIsNotDescribedAsAGap() {
        assertThat(analyzer.describe(DATA_MANAGERS, PROGRAMMERS).descriptions())
                .extracting(description -> description.gap().element().id())
                .doesNotContain("2.B.3.e");
        assertThat(analyzer.describe(TRUCK_DRIVERS, PROGRAMMERS).descriptions())
                .filteredOn(description -> description.gap().element().id().equals("2.B.3.e"))
                .singleElement()
                .satisfies(none -> assertThat(none.text()).contains("that is 4.75 more, from 0 to 4.75."));
    }

    @Test
    void twoLevelsBetweenTheSameAnchorsAreDescribedTogether() {
        Person novice = new Person("Ada", Map.of("2.B.3.e", 4.25));
        assertThat(analyzer.describe(analyzer.analyze(novice, PROGRAMMERS, GapOptions.DEFAULTS))
                        .descriptions())
                .singleElement()
                .satisfies(programming -> assertThat(programming.text())
                        .startsWith("In Programming, Ada and Computer Programmers are both between 4 \"Program a"
                                + " statistical analysis\" and 6 \"Program a search for minerals\": 0.50 higher, a"
                                + " quarter of the way from the one to the other. On O*NET's level scale"));
    }

    @Test
    void theDescribersTextsStandWhereThereAreAnyAndTheFiguresStayTheSame() {
        GapDescriber describer = gap -> new GapDescriber.Texts(
                "Ada", Map.of("2.A.1.b", "Listen to users.", "2.B.4.e", " ", "9.Z", "Nobody asked for this."));

        DescribedGap described = analyzer.describedBy(describer).describe(PROGRAMMERS, ANALYSTS);

        assertThat(described.gap()).isEqualTo(analyzer.analyze(PROGRAMMERS, ANALYSTS));
        assertThat(described.descriptions())
                .extracting(description -> description.gap().element().id(), GapDescription::model)
                .containsExactly(
                        tuple("2.A.1.b", "Ada"),
                        tuple("2.B.4.e", null),
                        tuple("2.B.1.b", null),
                        tuple("2.A.1.a", null));
        assertThat(described.descriptions().get(0).text()).isEqualTo("Listen to users.");
        assertThat(described.descriptions().subList(1, 4))
                .isEqualTo(
                        analyzer.describe(PROGRAMMERS, ANALYSTS).descriptions().subList(1, 4));
    }

    @Test
    void aDescriberThatFailsLeavesTheFiguresAndAnchors() {
        GapDescriber failing = gap -> {
            throw new Failure();
        };

        assertThat(analyzer.describedBy(failing).describe(PROGRAMMERS, ANALYSTS))
                .isEqualTo(analyzer.describe(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void aMistakeInADescriberIsNotHidden() {
        GapDescriber mistaken = gap -> {
            throw new IllegalStateException("a mistake");
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> analyzer.describedBy(mistaken).describe(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void whereThereIsNoGapNobodyIsAsked() {
        AtomicInteger asked = new AtomicInteger();
        GapDescriber counting = gap -> {
            asked.incrementAndGet();
            return new GapDescriber.Texts("Ada", Map.of());
        };

        assertThat(analyzer.describedBy(counting)
                        .describe(PROGRAMMERS, PROGRAMMERS)
                        .descriptions())
                .isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void optionsHoldForDescribedGapsToo() {
        GapOptions absent = GapOptions.DEFAULTS.notRelevant(NotRelevantPolicy.AS_ABSENT);

        assertThat(analyzer.describe(CHIEF_EXECUTIVES, PROGRAMMERS, absent).gap())
                .isEqualTo(analyzer.analyze(CHIEF_EXECUTIVES, PROGRAMMERS, absent));
        assertThat(analyzer.describe(CHIEF_EXECUTIVES, PROGRAMMERS, absent).descriptions())
                .filteredOn(description -> description.gap().element().id().equals("2.B.3.e"))
                .singleElement()
                .satisfies(programming -> assertThat(programming.text())
                        .contains(" goes from none to between 4 ")
                        .contains("that is 4.75 more, from 0 to 4.75."));
    }

    private static final class Failure extends OnetException {
        @Serial
        private static final long serialVersionUID = 1L;

        Failure() {
            super("out of order");
        }
    }
}
