package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;

import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.load.Releases;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Condition;

/** Asks again for each subject with an outdated answer, but in no table of the service that has answered since. */
final class RefreshPlan implements Plan {
    private final Database database;
    private final int releaseId;
    private final LocalDateTime freshSince;

    RefreshPlan(Database database, int releaseId, Duration olderThan) {
        this.database = database;
        this.releaseId = releaseId;
        this.freshSince = Releases.nowUtc().minus(olderThan);
    }

    /** Tells that no answer is outdated, so that the service need not be asked at all. */
    boolean isEmpty() {
        return outdated().isEmpty();
    }

    @Override
    public List<Subject> subjects(TableClient services) {
        return outdated();
    }

    private List<Subject> outdated() {
        return database.read(
                "look for old answers of O*NET Web Services",
                session -> Fetches.outdated(session.dsl(), releaseId, freshSince));
    }

    @Override
    public Condition answers(String version) {
        return ONET_WEB_FETCH.COMPLETED_AT_UTC.ge(freshSince);
    }
}
