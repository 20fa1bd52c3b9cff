package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.InvalidOnetSocCodeException;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener receives each analysis and disturbs none. */
class AnalysisListenerTest {
    private static final String ANALYSTS = "15-1211.00";
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String DATA_SCIENTISTS = "15-2051.00";
    private static final Person PERSON = new Person("me", Map.of("2.A.1.a", 4.0));

    private final SkillGapAnalyzer silent;
    private final Told told = new Told();
    private final SkillGapAnalyzer analyzer;

    AnalysisListenerTest(@TempDir Path folder) {
        this.silent = SkillGapAnalyzer.of(
                OnetRelease.open(MiniRelease.text().writeFolder(folder)).catalog());
        this.analyzer = silent.reportingTo(told);
    }

    @Test
    void eachAnalysisIsToldOfOnceWithItsGap() {
        SkillGap gap = analyzer.analyze(PROGRAMMERS, ANALYSTS);

        assertThat(told.gaps).singleElement().isSameAs(gap);
        assertThat(told.failures).isEmpty();
        assertThat(told.times)
                .singleElement()
                .satisfies(elapsed -> assertThat(elapsed).isPositive());
        assertThat(gap).isEqualTo(silent.analyze(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void whicheverWayItIsAskedFor() {
        SkillGap gap = silent.analyze(PROGRAMMERS, ANALYSTS);

        analyzer.missingSkills(PROGRAMMERS, ANALYSTS);
        analyzer.gapByLevel(PROGRAMMERS, ANALYSTS);
        analyzer.analyze(OnetSocCode.parse(PROGRAMMERS), OnetSocCode.parse(ANALYSTS), GapOptions.DEFAULTS);
        analyzer.describe(PROGRAMMERS, ANALYSTS);
        assertThat(told.gaps).hasSize(4).containsOnly(gap);

        SkillGap ofAPerson = analyzer.analyze(PERSON, ANALYSTS, GapOptions.DEFAULTS);
        assertThat(told.gaps).hasSize(5).last().isSameAs(ofAPerson);
    }

    @Test
    void toDescribeAGapIsNoAnalysis() {
        analyzer.describe(silent.analyze(PROGRAMMERS, ANALYSTS));

        assertThat(told.times).isEmpty();
    }

    @Test
    void anAnalysisIsToldOfBeforeItIsDescribed() {
        List<Integer> toldByThen = new ArrayList<>();
        GapDescriber describer = gap -> {
            toldByThen.add(told.gaps.size());
            return new GapDescriber.Texts("Ada", Map.of());
        };

        analyzer.describedBy(describer).describe(PROGRAMMERS, ANALYSTS);

        assertThat(toldByThen).containsExactly(1);
        assertThat(told.gaps).hasSize(1);
    }

    @Test
    void eachFailureIsToldOfOnceAndThrown() {
        assertTellsOf(UnratedOccupationException.class, () -> analyzer.analyze(PROGRAMMERS, DATA_SCIENTISTS));
        assertTellsOf(OccupationNotFoundException.class, () -> analyzer.missingSkills("99-9999.00", ANALYSTS));
        assertTellsOf(InvalidOnetSocCodeException.class, () -> analyzer.gapByLevel(PROGRAMMERS, "a code"));
        assertTellsOf(UnratedOccupationException.class, () -> analyzer.describe(DATA_SCIENTISTS, ANALYSTS));
        assertTellsOf(InvalidOnetSocCodeException.class, () -> analyzer.analyze(PERSON, "a code", GapOptions.DEFAULTS));
        assertThat(told.gaps).isEmpty();
        assertThat(told.times).hasSize(5);
    }

    @Test
    void aMistakeInTheCallIsNoAnalysis() {
        Person inNoDomain = new Person("me", Map.of("9.Z", 4.0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> analyzer.analyze(inNoDomain, ANALYSTS, GapOptions.DEFAULTS));

        assertThat(told.times).isEmpty();
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        SkillGapAnalyzer disturbed = silent.reportingTo(new Disturbing());

        assertThat(disturbed.analyze(PROGRAMMERS, ANALYSTS)).isEqualTo(silent.analyze(PROGRAMMERS, ANALYSTS));
        assertThatExceptionOfType(UnratedOccupationException.class)
                .isThrownBy(() -> disturbed.analyze(PROGRAMMERS, DATA_SCIENTISTS));
    }

    @Test
    void notEvenOneThatThrowsAFailureOfOnet4j() {
        SkillGapAnalyzer asking = silent.reportingTo(new AnalysisListener() {
            @Override
            public void analysisSucceeded(SkillGap gap, Duration elapsed) {
                silent.analyze(PROGRAMMERS, DATA_SCIENTISTS);
            }
        });

        assertThat(asking.missingSkills(PROGRAMMERS, ANALYSTS)).isEqualTo(silent.missingSkills(PROGRAMMERS, ANALYSTS));
    }

    @Test
    void theListenerStaysWhereOthersAreAdded() {
        GapDescriber describer = gap -> new GapDescriber.Texts("Ada", Map.of());
        AssessedLevels nowhere = official -> Optional.empty();

        analyzer.describedBy(describer).assessedBy(nowhere).analyze(PROGRAMMERS, ANALYSTS);

        assertThat(told.gaps).hasSize(1);
    }

    @Test
    void onlyTheLastListenerIsTold() {
        Told other = new Told();

        analyzer.reportingTo(other).analyze(PROGRAMMERS, ANALYSTS);

        assertThat(told.gaps).isEmpty();
        assertThat(other.gaps).hasSize(1);
    }

    private void assertTellsOf(Class<? extends OnetException> type, ThrowingCallable question) {
        told.failures.clear();
        assertThatThrownBy(question)
                .isInstanceOf(type)
                .satisfies(thrown -> assertThat(told.failures).singleElement().isSameAs(thrown));
    }

    private static final class Told implements AnalysisListener {
        private final List<SkillGap> gaps = new ArrayList<>();
        private final List<OnetException> failures = new ArrayList<>();
        private final List<Duration> times = new ArrayList<>();

        @Override
        public void analysisSucceeded(SkillGap gap, Duration elapsed) {
            gaps.add(gap);
            times.add(elapsed);
        }

        @Override
        public void analysisFailed(OnetException failure, Duration elapsed) {
            failures.add(failure);
            times.add(elapsed);
        }
    }

    private static final class Disturbing implements AnalysisListener {
        @Override
        public void analysisSucceeded(SkillGap gap, Duration elapsed) {
            throw new IllegalStateException("the host's own trouble");
        }

        @Override
        public void analysisFailed(OnetException failure, Duration elapsed) {
            throw new IllegalStateException("the host's own trouble");
        }
    }
}
