package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import io.github.onet4j.Profile;
import java.io.Serial;

/** Assessed levels were asked for of an occupation that no language model has assessed in the domain. */
public final class UnassessedOccupationException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Occupation occupation;
    private final Domain domain;
    private final String version;

    private UnassessedOccupationException(Profile profile, String advice) {
        super(profile.occupation() + " has no assessed levels of "
                + profile.domain().label() + " in O*NET "
                + profile.release().version() + ": " + advice
                + ", or take O*NET's own with GapOptions.DEFAULTS.levels(LevelPolicy.OFFICIAL)");
        this.occupation = profile.occupation();
        this.domain = profile.domain();
        this.version = profile.release().version();
    }

    static UnassessedOccupationException notAssessed(Profile profile) {
        return new UnassessedOccupationException(
                profile,
                "let a language model assess them with onet.assessments().assess(\""
                        + profile.occupation().code() + "\")"
                        + (profile.domain() == Domain.SKILLS
                                ? ""
                                : " and the domain " + profile.domain().name()));
    }

    static UnassessedOccupationException noneAtHand(Profile profile) {
        return new UnassessedOccupationException(
                profile,
                "this analyzer has no assessments at hand; ask onet.skillGapAnalyzer(), or pass some to"
                        + " SkillGapAnalyzer.assessedBy(…)");
    }

    /**
     * Returns the occupation that has no assessment.
     *
     * @return the occupation
     */
    public Occupation occupation() {
        return occupation;
    }

    /**
     * Returns the domain that it has none in.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Returns the number of the release that it has none in.
     *
     * @return for example {@code 31.0}
     */
    public String version() {
        return version;
    }
}
