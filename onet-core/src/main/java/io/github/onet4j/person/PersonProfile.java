package io.github.onet4j.person;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.OptionCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a person: the occupations held, levels known from elsewhere, and the person's own answers. All else
 * is unknown, which is neither 0 nor absent; a {@link PersonModel} tells what to expect of it. Immutable; start from
 * {@link #UNKNOWN}.
 *
 * <p>Where every level is known exactly, {@link io.github.onet4j.gap.Person} and
 * {@link io.github.onet4j.gap.SkillGapAnalyzer} have the arithmetic without probabilities.
 *
 * @param held the occupations held, in any order, each once
 * @param known the levels known from elsewhere, such as a test or a certificate, by element id
 * @param selfAssessed the levels by which the person has answered, by element id
 */
public record PersonProfile(
        List<HeldOccupation> held, Map<String, StatedLevel> known, Map<String, StatedLevel> selfAssessed) {
    /** Somebody of whom nothing is known. */
    public static final PersonProfile UNKNOWN = new PersonProfile(List.of(), Map.of(), Map.of());

    /** The standard deviation of the error of a self-assessment unless another one is given: half a level. */
    public static final double SELF_ASSESSMENT_DEVIATION = .5;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if an occupation is held twice
     */
    public PersonProfile {
        held = List.copyOf(Objects.requireNonNull(held, "held"));
        known = Map.copyOf(Objects.requireNonNull(known, "known"));
        selfAssessed = Map.copyOf(Objects.requireNonNull(selfAssessed, "selfAssessed"));
        long distinct = held.stream().map(HeldOccupation::code).distinct().count();
        OptionCheck.check(
                distinct == held.size(), "held", "of occupations that differ", distinct + " among " + held.size());
    }

    /**
     * Returns this profile with an occupation held, for unknown years.
     *
     * @param code the occupation; if it is held already, its years become unknown
     * @return a new profile
     */
    public PersonProfile withOccupation(OnetSocCode code) {
        return with(new HeldOccupation(Objects.requireNonNull(code, "code"), null));
    }

    /**
     * Returns this profile with an occupation held.
     *
     * @param code the occupation; if it is held already, its years are replaced
     * @param years how long, in years, above 0
     * @return a new profile
     * @throws IllegalArgumentException if the years are not above 0 and finite
     */
    public PersonProfile withOccupation(OnetSocCode code, double years) {
        return with(new HeldOccupation(Objects.requireNonNull(code, "code"), years));
    }

    private PersonProfile with(HeldOccupation occupation) {
        List<HeldOccupation> occupations = new ArrayList<>(held);
        occupations.removeIf(other -> other.code().equals(occupation.code()));
        occupations.add(occupation);
        return new PersonProfile(occupations, known, selfAssessed);
    }

    /**
     * Returns this profile with a level known from elsewhere.
     *
     * @param elementId for example {@code 2.B.3.e}; a level that is known of it already is replaced
     * @param level the level, 0 to 7
     * @param standardDeviation how sure it is: the standard deviation of its error, in levels, .01 to 7
     * @return a new profile
     * @throws IllegalArgumentException if a figure is out of range
     */
    public PersonProfile withLevel(String elementId, double level, double standardDeviation) {
        return new PersonProfile(held, with(known, elementId, new StatedLevel(level, standardDeviation)), selfAssessed);
    }

    /**
     * Returns this profile with an answer of the person, which is off by {@link #SELF_ASSESSMENT_DEVIATION}.
     *
     * @param elementId for example {@code 2.B.3.e}; an earlier answer to it is replaced
     * @param level the level, 0 to 7, such as that of one of a question's {@linkplain Question#choices choices}
     * @return a new profile
     * @throws IllegalArgumentException if the level is out of range
     */
    public PersonProfile withSelfAssessment(String elementId, double level) {
        return withSelfAssessment(elementId, level, SELF_ASSESSMENT_DEVIATION);
    }

    /**
     * Returns this profile with an answer of the person.
     *
     * @param elementId for example {@code 2.B.3.e}; an earlier answer to it is replaced
     * @param level the level, 0 to 7
     * @param standardDeviation how sure it is: the standard deviation of its error, in levels, .01 to 7
     * @return a new profile
     * @throws IllegalArgumentException if a figure is out of range
     */
    public PersonProfile withSelfAssessment(String elementId, double level, double standardDeviation) {
        return new PersonProfile(held, known, with(selfAssessed, elementId, new StatedLevel(level, standardDeviation)));
    }

    private static Map<String, StatedLevel> with(Map<String, StatedLevel> levels, String elementId, StatedLevel level) {
        Map<String, StatedLevel> more = new HashMap<>(levels);
        more.put(Objects.requireNonNull(elementId, "elementId"), level);
        return more;
    }

    /** Returns how much is known and nothing of what, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return held.size() + " occupations held, " + known.size() + " levels known, " + selfAssessed.size()
                + " self-assessed";
    }
}
