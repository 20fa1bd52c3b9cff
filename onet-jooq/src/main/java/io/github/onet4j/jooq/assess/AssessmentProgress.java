package io.github.onet4j.jooq.assess;

import io.github.onet4j.OnetSocCode;
import java.util.Objects;

/**
 * The progress of a run of assessments.
 *
 * @param done the number of occupations that were assessed or found, or have failed
 * @param total the number of occupations
 * @param code the latest of them
 * @param calls the number of calls of the model in this run
 * @param tokens the number of tokens in prompts and replies of this run, as far as the model reports them
 */
public record AssessmentProgress(int done, int total, OnetSocCode code, int calls, long tokens) {
    /** Refuses null. */
    public AssessmentProgress {
        Objects.requireNonNull(code, "code");
    }

    /** {@return {@link #code} as text, for serializers} */
    public String getCode() {
        return code.value();
    }
}
