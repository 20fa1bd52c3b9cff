package io.github.onet4j.jooq.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.AssessedSkill;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it stands in the database. It is an opinion of a model and no O*NET rating.
 *
 * @param id its number in {@code onet_assessment}; higher for a newer one
 * @param releaseVersion the O*NET version whose occupation was assessed, for example {@code 31.0}
 * @param occupation the occupation
 * @param domain what the skills are elements of
 * @param from the occupation that the model was told people come from, or null
 * @param model the name that the host gave to the model; the one that it gives itself is in {@code onet_model_call}
 * @param assessedAt when it was assessed
 * @param levels what the model says about each element, by element id; levels are on O*NET's scale from 0 to 7, rounded to four
 *     decimals, and null where the model can't judge
 */
public record StoredAssessment(
        int id,
        String releaseVersion,
        OnetSocCode occupation,
        Domain domain,
        @Nullable OnetSocCode from,
        String model,
        Instant assessedAt,
        List<AssessedSkill> levels) {
    /** Copies the list. */
    public StoredAssessment {
        levels = List.copyOf(levels);
    }
}
