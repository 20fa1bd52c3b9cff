package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.OnetSocCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a person. */
class PersonProfileTest {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    @Test
    void whatIsStatedAgainReplacesWhatWasStated() {
        PersonProfile person = PersonProfile.UNKNOWN
                .withOccupation(PROGRAMMERS)
                .withOccupation(PROGRAMMERS, 2.5)
                .withLevel("2.B.3.e", 1, .2)
                .withLevel("2.B.3.e", 4, .1)
                .withSelfAssessment("2.B.3.e", 6)
                .withSelfAssessment("2.B.3.e", 5, .25);

        assertThat(person.held()).containsExactly(new HeldOccupation(PROGRAMMERS, 2.5));
        assertThat(person.known()).containsExactly(Map.entry("2.B.3.e", new StatedLevel(4, .1)));
        assertThat(person.selfAssessed()).containsExactly(Map.entry("2.B.3.e", new StatedLevel(5, .25)));
        assertThat(PersonProfile.UNKNOWN.held()).isEmpty();
    }

    @Test
    void refusesWhatCanNotBe() {
        PersonProfile person = PersonProfile.UNKNOWN;
        HeldOccupation held = new HeldOccupation(PROGRAMMERS, null);

        assertThatThrownBy(() -> person.withLevel("2.B.3.e", 7.01, .1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be 0 to 7, but was 7.01");
        assertThatThrownBy(() -> person.withSelfAssessment("2.B.3.e", Double.NaN))
                .hasMessage("level must be 0 to 7, but was NaN");
        assertThatThrownBy(() -> person.withLevel("2.B.3.e", 3, 0))
                .hasMessage("standardDeviation must be .01 (as good as exact) to 7, but was 0.0");
        assertThatThrownBy(() -> person.withOccupation(PROGRAMMERS, 0))
                .hasMessage("years must be above 0 and finite, but was 0.0");
        assertThatThrownBy(() -> person.withOccupation(PROGRAMMERS, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonProfile(List.of(held, held), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("held must be of occupations that differ, but was 1 among 2");
    }

    @Test
    void nothingOfAPersonGetsIntoALog() {
        PersonProfile person = PersonProfile.UNKNOWN
                .withOccupation(PROGRAMMERS, 4)
                .withLevel("2.B.3.e", 3.25, .4)
                .withSelfAssessment("2.A.1.a", 5.5);
        Element element = new Element("2.B.3.e", "Programming", null, Domain.SKILLS, List.of());
        LevelEstimate level = new LevelEstimate(element, 3.25, .4, true, false);

        assertThat(person).hasToString("1 occupations held, 1 levels known, 1 self-assessed");
        assertThat(new StatedLevel(3.25, .4)).hasToString("a stated level");
        assertThat(level).hasToString("level in Programming (2.B.3.e)");
        assertThat(new PersonGap(element, 4, level, .9, .1)).hasToString("gap in Programming (2.B.3.e)");
    }
}
