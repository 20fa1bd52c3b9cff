package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.database.LockTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node of a newer onet4j has stored constants in the same database that this version does not know. */
final class NewerNodeTest extends WithWebServices {
    @Test
    void aReleaseOfAnotherLayoutIsListedAndAnswers() {
        execute("update onet_release set layout = 'PARQUET'");

        assertThat(onet().releases())
                .singleElement()
                .satisfies(release -> assertThat(release.layout()).isNull());
        assertThat(onet().skillGapAnalyzer().analyze("15-1251.00", "15-1211.00").gaps())
                .isNotEmpty();
    }

    @Test
    void elementsOfAnotherDomainAreLeftOut() {
        Element element = onet().catalog().elements(Domain.SKILLS).get(0);
        execute("update onet_element set domain = 'DOMAIN_TO_COME' where element_id = '" + element.id() + "'");

        assertThat(onet().catalog().elements(Domain.SKILLS)).isNotEmpty().doesNotContain(element);
    }

    @Test
    void anotherAnswerIsNoAnswer() {
        onet.catalog().findOccupation(NOBODY);
        execute("update onet_web_lookup set answer = 'NOT_FOR_THIS_PROJECT'");

        assertThat(onet.catalog().findOccupation(NOBODY)).isEmpty();

        assertThat(asked("occupation_data", NOBODY)).isEqualTo(2);
        assertThat(value("select answer from onet_web_lookup")).isEqualTo("NO_SUCH_OCCUPATION");
    }

    @Test
    void fetchesOfAnotherDomainAreLeftToTheNewerNode() throws SQLException {
        Onet impatient = Onet.create(dataSource)
                .lockTimeout(Duration.ofSeconds(1))
                .webServices(services(), options)
                .build();
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select slot from onet_active_release where slot = 1 for update");
            assertThatThrownBy(() -> skills(impatient, DEVELOPERS)).isInstanceOf(LockTimeoutException.class);
            other.rollback();
        }
        execute("update onet_web_fetch set domain = 'DOMAIN_TO_COME' where table_id = 'essential_skills'");

        assertThat(onet.pipeline().normalize().rows().fetches()).isEqualTo(1);
        assertThat(onet.pipeline().refresh(Duration.ZERO).pagesLanded())
                .as("skills are two tables")
                .isEqualTo(2);
        assertThat(rows("select table_id from onet_web_fetch where normalized_at_utc is null"))
                .hasToString("[[essential_skills]]");
    }

    @Test
    void anAssessmentWithAnotherCategoryIsPassedOver() {
        AssessingModel model = new AssessingModel();
        OnetAssessments assessments = Onet.create(dataSource)
                .languageModel(model, "our-model")
                .build()
                .assessments();
        StoredAssessment older = assessments.assess(PROGRAMMERS.value());
        StoredAssessment newer = assessments.assess(PROGRAMMERS, AssessmentOptions.DEFAULTS.force(true));
        execute("update onet_assessed_level set proficiency = 'GRANDMASTER' where assessment_id = " + newer.id()
                + " and element_id = '" + newer.levels().get(0).element().id() + "'");

        assertThat(assessments.find(PROGRAMMERS, Domain.SKILLS)).contains(older);
        assertThat(assessments.history(PROGRAMMERS, Domain.SKILLS)).containsExactly(older);

        execute("update onet_assessed_level set proficiency = 'GRANDMASTER' where element_id = '"
                + newer.levels().get(0).element().id() + "'");
        assertThat(assessments.assess(PROGRAMMERS.value()).id())
                .as("asked again")
                .isGreaterThan(newer.id());
    }
}
