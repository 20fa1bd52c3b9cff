package io.github.onet4j.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Scale;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The skills of one occupation that a model is to assess. Immutable.
 *
 * @param occupation the occupation
 * @param domain the domain of the skills
 * @param skills the skills, each once, with the official ratings that the model is told; importance and level may be
 *     null
 * @param scale the scale of the levels that the model assigns; official levels are always on {@link #LEVEL_SCALE}
 * @param from the occupation that a person comes from, which the explanations refer to; null for none
 * @param fromSkills the ratings of that occupation; empty if there is none, or they are unknown
 */
public record AssessmentTask(
        Occupation occupation,
        Domain domain,
        List<RatedElement> skills,
        Scale scale,
        @Nullable Occupation from,
        List<RatedElement> fromSkills) {
    /** O*NET's level scale, 0 to 7. */
    public static final Scale LEVEL_SCALE = new Scale(Scale.LEVEL, "Level", 0, 7);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are no skills, a skill is repeated, or the scale has no extent
     */
    public AssessmentTask {
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(skills, "skills");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(fromSkills, "fromSkills");
        skills = List.copyOf(skills);
        fromSkills = List.copyOf(fromSkills);
        if (skills.isEmpty()) {
            throw new IllegalArgumentException("skills must contain at least one skill of " + occupation);
        }
        Set<String> ids = new HashSet<>();
        for (RatedElement skill : skills) {
            if (!ids.add(skill.element().id())) {
                throw new IllegalArgumentException(
                        "skills must contain each skill once, but repeat " + skill.element());
            }
        }
        if (!(Double.isFinite(scale.minimum())
                && Double.isFinite(scale.maximum())
                && scale.minimum() < scale.maximum())) {
            throw new IllegalArgumentException(
                    "the scale " + scale.id() + " must have a minimum below its maximum, but goes from "
                            + scale.minimum() + " to " + scale.maximum());
        }
        if (from == null && !fromSkills.isEmpty()) {
            throw new IllegalArgumentException("fromSkills must be empty without a source occupation");
        }
    }

    /**
     * Creates a task for every element of a domain, with the official ratings that the occupation has.
     *
     * @param catalog the source of occupation, elements and ratings
     * @param code the occupation's O*NET-SOC code, read as {@link OnetSocCode#parse} does
     * @param domain the domain, which must {@linkplain Domain#hasLevels() have levels}
     * @return the task, on O*NET's level scale and without a source occupation
     * @throws IllegalArgumentException if the catalog has no element in the domain, or the domain has no levels
     */
    public static AssessmentTask of(OnetCatalog catalog, String code, Domain domain) {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(domain, "domain");
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain + " has no levels to assess");
        }
        Profile profile = catalog.profile(OnetSocCode.parse(code), domain);
        List<Element> elements = catalog.elements(domain);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no " + domain.label() + " to assess: the file with their ratings"
                            + " is missing from O*NET " + catalog.release().version() + "; use a release that has it");
        }
        List<RatedElement> skills = elements.stream()
                .map(element -> profile.findElement(element.id()).orElse(RatedElement.of(element, null, null)))
                .toList();
        return new AssessmentTask(profile.occupation(), domain, skills, LEVEL_SCALE, null, List.of());
    }

    /**
     * Returns this task with an occupation that a person comes from. The explanations then also cover the skills that
     * transfer and those that are missing, and the learning curve.
     *
     * @param source the occupation and its ratings, if any
     * @return a new task
     */
    public AssessmentTask from(Profile source) {
        Objects.requireNonNull(source, "source");
        return new AssessmentTask(occupation, domain, skills, scale, source.occupation(), source.elements());
    }

    /**
     * Returns this task on another scale.
     *
     * @param scale the scale of the levels that the model assigns
     * @return a new task
     */
    public AssessmentTask scale(Scale scale) {
        Objects.requireNonNull(scale, "scale");
        return new AssessmentTask(occupation, domain, skills, scale, from, fromSkills);
    }

    /**
     * Returns this task without the occupation's official ratings. A model that is told official levels mostly repeats
     * them, so only levels assigned without them can be {@linkplain Calibration compared} with them.
     *
     * @return a new task
     */
    public AssessmentTask withoutRatings() {
        List<RatedElement> unrated = skills.stream()
                .map(skill -> RatedElement.of(skill.element(), null, null))
                .toList();
        return new AssessmentTask(occupation, domain, unrated, scale, from, fromSkills);
    }
}
