package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.jooq.NormalizationReport;
import io.github.onet4j.jooq.internal.dialect.Database;
import io.github.onet4j.jooq.internal.dialect.Session;
import java.util.List;

final class Normalization {
    private Normalization() {}

    static NormalizationReport run(Database database, Session session, int releaseId, List<Fetch> fetches) {
        return NormalizationReport.NOTHING;
    }
}
