package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.release.ReleaseTable;
import org.jspecify.annotations.Nullable;

/**
 * Rows that O*NET Web Services can be asked for: the key of every question, answer and fetch.
 *
 * @param table the table of a release that the rows belong to
 * @param code the occupation that the rows describe; null for all occupations
 */
record Subject(ReleaseTable table, @Nullable OnetSocCode code) {
    /** Narrows a query for a whole table of the service down to this subject. */
    RowQuery query(RowQuery whole) {
        return code == null ? whole : whole.ofOccupation(code);
    }

    /** Returns the subject's name for use in a sentence, for example {@code skills of 15-1252.00}. */
    @Override
    public String toString() {
        String rows = table.domain().map(domain -> domain.label() + " of ").orElse("occupation ");
        return rows + (code == null ? "all occupations" : code);
    }
}
