package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.testing.MiniRelease;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The number of statements of each answer. */
final class RoundTripTest extends OnEachEngine {
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    @Test
    void isOneForAnAnalysis() {
        Onet onet = warm(MiniRelease.text());

        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        onet.skillGapAnalyzer().analyze("11-1011", "53-3033", GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE));

        assertThat(statements)
                .hasSize(2)
                .filteredOn(sql -> sql.contains("onet_rating"))
                .as("of ratings that have not been read yet")
                .hasSize(1);
    }

    @Test
    void isOneForTheProfilesOfAllOccupations() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));
        List<OnetSocCode> codes = onet.catalog().occupations().stream()
                .map(occupation -> occupation.code())
                .toList();
        statements.clear();

        assertThat(onet.catalog().profiles(Domain.SKILLS, codes)).hasSize(308);

        assertThat(statements).hasSize(1);
    }

    @Test
    void doesNotGrowWithTheNumberOfRelatedOccupations() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));

        assertThat(onet.catalog().relatedOccupations(DEVELOPERS)).hasSize(304);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        onet.skillGapAnalyzer().analyze("15-1252", "15-1211", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
        assertThat(statements).hasSizeLessThanOrEqualTo(6);

        statements.clear();
        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1252", "15-1211"))
                .isInstanceOf(UnratedOccupationException.class);
        assertThat(statements).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void doesNotGrowWithTheNumberOfMatches() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));

        assertThat(onet.catalog().searchOccupations("made up", 1000)).hasSize(300);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        assertThat(onet.catalog().searchOccupations("made", 1000)).hasSize(300);
        assertThat(statements).hasSize(1);

        statements.clear();
        assertThat(onet.catalog().occupationsNeeding("2.A.1.a", 0.1)).hasSize(6);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        assertThat(onet.catalog().ratedOccupations(Domain.SKILLS)).hasSize(6);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        assertThat(onet.catalog().jobZones()).hasSize(6);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        onet.skillGapAnalyzer().analyze(new Person("me", Map.of("2.A.1.a", 3.0)), "15-1211", GapOptions.DEFAULTS);
        assertThat(statements).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void isBoundedForTheFirstQuestionAfterAnActivation() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));
        onet().load(open(MiniRelease.singleSkillsText()));

        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");

        assertThat(statements).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void doesNotGrowWithTheNumberOfRowsOfALoad() {
        Onet onet = warm(MiniRelease.text());
        onet.load(open(MiniRelease.singleSkillsText()));
        int few = statements.size();
        statements.clear();

        onet.load(open(withRelated(MiniRelease.singleSkillsText(), 300)));

        assertThat(statements).hasSize(few);
    }

    /** onet4j that has answered before; what it then asks is noted. */
    private Onet warm(MiniRelease release) {
        onetWith(release);
        Onet onet = Onet.create(HostDataSource.noting(dataSource, statements)).build();
        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        assertThat(statements).isNotEmpty();
        statements.clear();
        return onet;
    }

    private static MiniRelease withRelated(MiniRelease release, int count) {
        List<String> codes = IntStream.range(0, count)
                .mapToObj(i -> "99-" + (1000 + i) + ".00")
                .toList();
        MiniRelease wider = release;
        for (int i = 0; i < count; i++) {
            wider = wider.withRow("Occupation Data.txt", codes.get(i), "Made Up " + i, "Made up.")
                    .withRow(
                            "Related Occupations.txt", DEVELOPERS.value(), codes.get(i), "Supplemental", "" + (20 + i));
        }
        return wider;
    }
}
