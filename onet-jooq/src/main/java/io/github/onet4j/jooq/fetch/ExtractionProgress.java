package io.github.onet4j.jooq.fetch;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.ReleaseTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an extraction has come.
 *
 * @param fetchesDone how many questions have been answered whole, now or by an earlier run
 * @param fetchesTotal how many questions there are
 * @param pagesLanded how many pages the service has sent in this run
 * @param table the table that is being fetched
 * @param codeOrNull the occupation that it is being fetched for; null for all of them
 */
public record ExtractionProgress(
        int fetchesDone,
        int fetchesTotal,
        int pagesLanded,
        ReleaseTable table,
        @Nullable OnetSocCode codeOrNull) {
    /**
     * Returns the occupation that is being fetched.
     *
     * @return the code, or nothing where a whole table is
     */
    public Optional<OnetSocCode> code() {
        return Optional.ofNullable(codeOrNull);
    }
}
