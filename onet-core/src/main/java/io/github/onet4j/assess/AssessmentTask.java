package io.github.onet4j.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Scale;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked about one occupation. Immutable.
 *
 * @param occupation the occupation
 * @param domain what the skills are elements of
 * @param skills what to assess, each once, with the official ratings that the model is told; importance and level may be null
 * @param scale the scale that the model assigns levels on; default {@link #LEVEL_SCALE}. Official levels are always on O*NET's
 * @param from an occupation that a person comes from, which the explanations relate to; null for none
 * @param fromSkills the ratings of that occupation; empty where there is none, or none are known
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
     * @throws IllegalArgumentException if there is no skill, one stands twice, or the scale has no extent
     */
    public AssessmentTask {
        skills = List.copyOf(skills);
        fromSkills = List.copyOf(fromSkills);
        if (skills.isEmpty()) {
            throw new IllegalArgumentException("no skill to assess for " + occupation + "; give at least one");
        }
        Set<String> ids = new HashSet<>();
        for (RatedElement skill : skills) {
            if (!ids.add(skill.element().id())) {
                throw new IllegalArgumentException(skill.element() + " stands twice among the skills; give it once");
            }
        }
        if (!(Double.isFinite(scale.minimum())
                && Double.isFinite(scale.maximum())
                && scale.minimum() < scale.maximum())) {
            throw new IllegalArgumentException("the scale " + scale.id() + " goes from " + scale.minimum() + " to "
                    + scale.maximum() + "; its ends must be numbers, the lower one first");
        }
        if (from == null && !fromSkills.isEmpty()) {
            throw new IllegalArgumentException("there are ratings of a source occupation, but no source occupation");
        }
    }

    /**
     * Asks for every element that a catalog has in a domain, with the official ratings where the occupation has any.
     *
     * @param catalog where occupation, elements and ratings come from
     * @param code the occupation's O*NET-SOC code, read as {@link OnetSocCode#parse} does
     * @param domain what to assess; must {@linkplain Domain#hasLevels() have levels}
     * @return the task, on O*NET's level scale and without a source occupation
     * @throws IllegalArgumentException if the catalog has no element in the domain, or the domain has no levels
     */
    public static AssessmentTask of(OnetCatalog catalog, String code, Domain domain) {
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain + " has no levels to assess");
        }
        Profile profile = catalog.profile(OnetSocCode.parse(code), domain);
        List<RatedElement> skills = catalog.elements(domain).stream()
                .map(element -> profile.findElement(element.id()).orElse(RatedElement.of(element, null, null)))
                .toList();
        return new AssessmentTask(profile.occupation(), domain, skills, LEVEL_SCALE, null, List.of());
    }

    /**
     * Returns this task with an occupation that a person comes from: the explanations then also say what of it transfers, what
     * is missing, and how steep the learning curve is.
     *
     * @param source the occupation and its ratings, possibly none
     * @return a new task
     */
    public AssessmentTask from(Profile source) {
        return new AssessmentTask(occupation, domain, skills, scale, source.occupation(), source.elements());
    }

    /**
     * Returns this task on another scale.
     *
     * @param scale the scale that the model assigns levels on
     * @return a new task
     */
    public AssessmentTask scale(Scale scale) {
        return new AssessmentTask(occupation, domain, skills, scale, from, fromSkills);
    }

    /**
     * Returns this task without the occupation's official ratings. A model that is told the official levels mostly repeats
     * them; only what it assigns without them can be {@linkplain Calibration compared} with them.
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
