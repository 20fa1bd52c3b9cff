package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.Domain;
import io.github.onet4j.OnDemand;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.NormalizationReport;
import io.github.onet4j.jooq.OnDemandOptions;
import io.github.onet4j.jooq.PipelineRun;
import io.github.onet4j.jooq.StoredRelease;
import io.github.onet4j.jooq.internal.dialect.Database;
import io.github.onet4j.jooq.internal.dialect.Session;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.RowQuery;
import io.github.onet4j.web.ServiceInfo;
import io.github.onet4j.web.WebServicesException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what the active release lacks: once for all threads and nodes, landed before it is made anything of, and not again
 * while a miss or a failure is remembered.
 */
public final class ReadThrough {
    private final Database database;
    private final OnetWebServices services;
    private final OnDemandOptions options;

    /** Held while the service is asked, so that a slow one takes one connection out of the host's pool and not all of them. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private volatile @Nullable Trouble trouble;

    public ReadThrough(Database database, OnetWebServices services, OnDemandOptions options) {
        this.database = database;
        this.services = services;
        this.options = options;
    }

    /**
     * What came of it.
     *
     * @param onDemand the answer
     * @param failure why the service could not be asked; null unless the answer {@linkplain OnDemand#isFailure() is a failure}
     */
    public record Answer(OnDemand onDemand, @Nullable WebServicesException failure) {
        static Answer of(OnDemand onDemand) {
            return new Answer(onDemand, null);
        }

        /** Whether what was missing is there now. */
        public boolean isFound() {
            return onDemand == OnDemand.FETCHED || onDemand == OnDemand.NOT_NEEDED;
        }
    }

    /** Asks for an occupation that a release lacks. */
    public Answer occupation(StoredRelease release, OnetSocCode code) {
        return ask(new Lookup(release, code, null));
    }

    /** Asks for ratings that a release lacks, and for their occupation if need be. */
    public Answer ratings(StoredRelease release, OnetSocCode code, Domain domain) {
        return ask(new Lookup(release, code, domain));
    }

    private Answer ask(Lookup lookup) {
        Optional<Answer> recent = recentTrouble(lookup);
        if (recent.isPresent()) {
            return recent.get();
        }
        oneAtATime.lock();
        try {
            return recentTrouble(lookup).orElseGet(() -> askNow(lookup));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Answer askNow(Lookup lookup) {
        RunLog run = new RunLog(PipelineRun.Kind.ON_DEMAND, options);
        try {
            Answer answer = lookUp(lookup, run);
            remember(lookup, answer.onDemand(), null);
            run.end(null);
            return answer;
        } catch (WebServicesException e) {
            OnDemand answer = onDemand(e.reason());
            remember(lookup, answer, e);
            run.end(e);
            return new Answer(answer, e.inNeedOf(lookup.lack()));
        }
    }

    private Answer lookUp(Lookup lookup, RunLog run) {
        database.write("prepare to ask O*NET Web Services", session -> {
            lookup.prepare(session.dsl());
            return true;
        });
        Optional<Answer> answer = database.write("ask O*NET Web Services for " + lookup, session -> {
            lookup.prepare(session.dsl());
            lookup.lock(database, session);
            Optional<Answer> found = land(session.dsl(), lookup, run);
            // In the host's transaction nothing is committed between the two, so nobody else could bring in what has
            // landed.
            return found.isEmpty() && !session.committedByUs() ? Optional.of(bringIn(session, lookup, run)) : found;
        });
        return answer.orElseGet(
                () -> database.write("bring in the " + lookup, session -> bringIn(session, lookup, run)));
    }

    /** Asks the service if nobody has, and keeps what it sent as it was sent. Returns nothing if rows are to be brought in. */
    private Optional<Answer> land(DSLContext dsl, Lookup lookup, RunLog run) {
        if (lookup.isThere(dsl)) {
            return Optional.of(Answer.of(OnDemand.NOT_NEEDED));
        }
        Optional<OnDemand> remembered = lookup.remembered(dsl, options.missMemory(), options.failureMemory());
        if (remembered.isPresent()) {
            return remembered.map(answer -> remembered(lookup, answer));
        }
        if (!lookup.pending(dsl).isEmpty()) {
            return Optional.empty();
        }
        ServiceInfo service = services.about();
        if (!isUsable(service, lookup.release())) {
            return Optional.of(Answer.of(OnDemand.MIXED_RELEASE));
        }
        OnDemand answer = fetch(dsl, lookup, service, run);
        lookup.remember(dsl, answer);
        return answer == OnDemand.FETCHED ? Optional.empty() : Optional.of(Answer.of(answer));
    }

    private OnDemand fetch(DSLContext dsl, Lookup lookup, ServiceInfo service, RunLog run) {
        if (!lookup.hasOccupation(dsl) && fetch(dsl, lookup, ReleaseTable.OCCUPATION_DATA, service, run) == 0) {
            return OnDemand.NO_SUCH_OCCUPATION;
        }
        Domain domain = lookup.domain();
        if (domain != null && fetch(dsl, lookup, ReleaseTable.of(domain), service, run) == 0) {
            return OnDemand.NO_RATINGS;
        }
        return OnDemand.FETCHED;
    }

    private int fetch(DSLContext dsl, Lookup lookup, ReleaseTable table, ServiceInfo service, RunLog run) {
        try {
            return fetch(dsl, lookup, table, services.queries(table), service, run);
        } catch (WebServicesException e) {
            if (e.reason() != WebServicesException.Reason.TABLE_NOT_AVAILABLE) {
                throw e;
            }
            // The service has moved to other tables since they were listed; they have been listed again.
            return fetch(dsl, lookup, table, services.queries(table), service, run);
        }
    }

    private int fetch(
            DSLContext dsl,
            Lookup lookup,
            ReleaseTable table,
            List<RowQuery> queries,
            ServiceInfo service,
            RunLog run) {
        int rows = 0;
        for (RowQuery query : queries) {
            Question question = Question.of(table, query, lookup.code());
            Fetch fetch = Fetches.begin(dsl, lookup.release().id(), table, question.query(), question.code(), service);
            int[] total = {0};
            services.readPages(question.query(), List.of(), page -> {
                Fetches.land(dsl, fetch, page);
                run.pageLanded();
                total[0] = page.total();
            });
            rows += total[0];
        }
        return rows;
    }

    /** Makes rows of what has landed, under the lock that keeps the release where it is. */
    private Answer bringIn(Session session, Lookup lookup, RunLog run) throws SQLException {
        database.lockReleases(session, "bringing in the " + lookup);
        List<Fetch> pending = lookup.pending(session.dsl());
        NormalizationReport report =
                Normalization.run(database, session, lookup.release().id(), pending);
        run.normalized(report);
        if (lookup.isThere(session.dsl())) {
            return Answer.of(OnDemand.FETCHED);
        }
        lookup.remember(session.dsl(), OnDemand.UNUSABLE_ANSWER);
        String why = report.firstRefused().isEmpty()
                ? ""
                : ", the first of them: " + report.firstRefused().get(0).message();
        return unusable(lookup, "none of the rows that O*NET Web Services sent can be used" + why);
    }

    private Answer remembered(Lookup lookup, OnDemand answer) {
        return answer.isFailure()
                ? unusable(
                        lookup,
                        "what O*NET Web Services sent a short while ago can't be used; they are asked again after "
                                + options.failureMemory())
                : Answer.of(answer);
    }

    private static Answer unusable(Lookup lookup, String what) {
        return new Answer(OnDemand.UNUSABLE_ANSWER, WebServicesException.unusable(lookup.lack() + ", and " + what));
    }

    private boolean isUsable(ServiceInfo service, StoredRelease release) {
        return options.mixedReleases() == OnDemandOptions.MixedReleases.ALLOW
                || release.info().version().equals(service.databaseVersion());
    }

    private static OnDemand onDemand(WebServicesException.Reason reason) {
        return switch (reason) {
            case CREDENTIALS_REFUSED -> OnDemand.CREDENTIALS_REFUSED;
            case UNREACHABLE, SERVICE_FAILED, RATE_LIMITED, INTERRUPTED -> OnDemand.UNREACHABLE;
            default -> OnDemand.UNUSABLE_ANSWER;
        };
    }

    private Optional<Answer> recentTrouble(Lookup lookup) {
        Trouble known = trouble;
        if (known == null
                || known.releaseId() != lookup.release().id()
                || !Instant.now().isBefore(known.until())) {
            return Optional.empty();
        }
        WebServicesException failure = known.failure();
        return Optional.of(new Answer(known.onDemand(), failure == null ? null : failure.inNeedOf(lookup.lack())));
    }

    /** What would meet the next question too is remembered for a while, so that no caller waits for it again. */
    private void remember(Lookup lookup, OnDemand answer, @Nullable WebServicesException failure) {
        boolean meetsAll = switch (answer) {
            case MIXED_RELEASE, CREDENTIALS_REFUSED -> true;
            case UNREACHABLE -> !Thread.currentThread().isInterrupted();
            default -> false;
        };
        trouble = meetsAll
                ? new Trouble(
                        answer, failure, lookup.release().id(), Instant.now().plus(options.failureMemory()))
                : null;
        if (answer == OnDemand.UNUSABLE_ANSWER && failure != null) {
            database.write("remember that an answer can't be used", session -> {
                lookup.remember(session.dsl(), answer);
                return true;
            });
        }
    }

    private record Trouble(OnDemand onDemand, @Nullable WebServicesException failure, int releaseId, Instant until) {}
}
