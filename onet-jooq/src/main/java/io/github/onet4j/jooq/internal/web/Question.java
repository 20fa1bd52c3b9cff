package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * What the service is to be asked.
 *
 * @param table the table of a release that the rows belong to
 * @param query the rows
 * @param code the occupation that they are asked for; null for all of them
 */
record Question(
        ReleaseTable table, RowQuery query, @Nullable OnetSocCode code) {
    /** The question for the rows of one of the service's tables. */
    static Question of(ReleaseTable table, RowQuery whole, @Nullable OnetSocCode code) {
        RowQuery query = code == null ? whole : whole.where("onetsoc_code", RowQuery.Operator.EQ, code.value());
        return new Question(table, query, code);
    }
}
