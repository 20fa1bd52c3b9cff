package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.RowQuery;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The questions that were answered too long ago, over the tables that the service has now. */
final class RefreshPlan implements Plan {
    private final Database database;
    private final int releaseId;
    private final LocalDateTime freshSince;

    RefreshPlan(Database database, int releaseId, Duration olderThan) {
        this.database = database;
        this.releaseId = releaseId;
        this.freshSince = Releases.nowUtc().minus(olderThan);
    }

    /** Whether nothing was answered too long ago, so that the service need not be asked at all. */
    boolean isEmpty() {
        return due(answers()).isEmpty();
    }

    @Override
    public List<Question> questions(OnetWebServices services) {
        Answers answers = answers();
        List<Question> questions = new ArrayList<>();
        for (Subject subject : due(answers)) {
            for (RowQuery query : services.queries(subject.table())) {
                if (!answers.fresh().contains(new Asked(query.tableId(), subject.code()))) {
                    questions.add(Question.of(subject.table(), query, subject.code()));
                }
            }
        }
        return questions;
    }

    private static Set<Subject> due(Answers answers) {
        Set<Subject> due = new LinkedHashSet<>();
        for (Fetch fetch : answers.all()) {
            if (!answers.fresh().contains(new Asked(fetch.tableId(), fetch.code()))) {
                due.add(new Subject(fetch.table(), fetch.code()));
            }
        }
        return due;
    }

    private Answers answers() {
        return database.read("look for old answers of O*NET Web Services", session -> {
            Set<Asked> fresh = new HashSet<>();
            complete(session.dsl(), ONET_WEB_FETCH.COMPLETED_AT_UTC.ge(freshSince))
                    .forEach(fetch -> fresh.add(new Asked(fetch.tableId(), fetch.code())));
            return new Answers(complete(session.dsl(), ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull()), fresh);
        });
    }

    private List<Fetch> complete(DSLContext dsl, Condition when) {
        return Fetches.find(dsl, ONET_WEB_FETCH.RELEASE_ID.eq(releaseId).and(when));
    }

    @Override
    public boolean isAnswered(DSLContext dsl, Question question, String version) {
        return false;
    }

    @Override
    public void advanced(Question question, Progress progress) {
        // Nobody follows a refresh step by step.
    }

    private record Answers(List<Fetch> all, Set<Asked> fresh) {}

    private record Asked(String tableId, @Nullable OnetSocCode code) {}

    private record Subject(ReleaseTable table, @Nullable OnetSocCode code) {}
}
