package io.github.onet4j.jooq.fetch;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.ReleaseTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an extraction.
 *
 * @param fetchesDone the number of questions that were answered, by this run or an earlier one
 * @param fetchesTotal the number of questions; equal to {@code fetchesDone} once the service has confirmed all answers
 * @param pagesLanded the number of pages that the service has sent in this run
 * @param table the table that is being fetched
 * @param code the occupation that it is being fetched for; null for all occupations
 */
public record ExtractionProgress(
        int fetchesDone,
        int fetchesTotal,
        int pagesLanded,
        ReleaseTable table,
        @Nullable OnetSocCode code) {
    /** Refuses null, except where it has a meaning. */
    public ExtractionProgress {
        Objects.requireNonNull(table, "table");
    }

    /** {@return {@link #code} as text, or null, for serializers} */
    public @Nullable String getCode() {
        return code == null ? null : code.value();
    }
}
