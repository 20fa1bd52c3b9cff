package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.load.StoredRelease;
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
    private final FetchOptions options;
    private final OnetListener listener;

    /** Held while the service is asked, so that a slow one takes one connection out of the host's pool and not all of them. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private volatile @Nullable Trouble trouble;

    public ReadThrough(Database database, OnetWebServices services, FetchOptions options, OnetListener listener) {
        this.database = database;
        this.services = services;
        this.options = options;
        this.listener = listener;
    }

    /**
     * What came of it.
     *
     * @param fetchOutcome the answer
     * @param failure why the service could not be asked; null unless the answer {@linkplain FetchOutcome#isFailure() is a failure}
     */
    public record Answer(
            FetchOutcome fetchOutcome, @Nullable WebServicesException failure) {
        static Answer of(FetchOutcome fetchOutcome) {
            return new Answer(fetchOutcome, null);
        }

        /** Whether what was missing is there now. */
        public boolean isFound() {
            return fetchOutcome == FetchOutcome.FETCHED || fetchOutcome == FetchOutcome.NOT_NEEDED;
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
        Optional<Answer> known = database.read("look for the " + lookup, session -> knownAnswer(session.dsl(), lookup));
        return known.orElseGet(() -> database.isInHostTransaction() ? askNow(lookup) : askInTurn(lookup));
    }

    /**
     * Waits for the other threads. Who is in a transaction of the host's must not: it has its connection already, and others may
     * be waiting, in their turn, for rows that it has locked until its end.
     */
    private Answer askInTurn(Lookup lookup) {
        oneAtATime.lock();
        try {
            return askNow(lookup);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Answer askNow(Lookup lookup) {
        RunLog run = new RunLog(PipelineRun.Kind.ON_DEMAND, listener);
        try {
            Answer answer = lookUp(lookup, run);
            run.end(run.isIdle() ? null : answer.failure());
            return answer;
        } catch (WebServicesException e) {
            run.end(e);
            return failed(lookup, e);
        } catch (OnetException e) {
            run.end(e);
            throw e;
        }
    }

    private Answer lookUp(Lookup lookup, RunLog run) {
        database.write("prepare to ask O*NET Web Services", session -> {
            lookup.prepare(database, session);
            return true;
        });
        Optional<Answer> answer = database.write("ask O*NET Web Services for " + lookup, session -> {
            if (!lookup.lock(database, session)) {
                return Optional.of(Answer.of(FetchOutcome.NOT_NEEDED));
            }
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
        // In this order: what has landed may be brought in by another node between the two looks, never the other way
        // round.
        if (lookup.isLanded(dsl)) {
            return Optional.empty();
        }
        if (lookup.isThere(dsl)) {
            return Optional.of(Answer.of(FetchOutcome.NOT_NEEDED));
        }
        Optional<Answer> known = knownAnswer(dsl, lookup);
        if (known.isPresent()) {
            return known;
        }
        ServiceInfo service = services.about();
        if (!isUsable(service, lookup.release())) {
            trouble = trouble(FetchOutcome.MIXED_RELEASE, null, lookup);
            return Optional.of(Answer.of(FetchOutcome.MIXED_RELEASE));
        }
        FetchOutcome answer = fetch(dsl, lookup, service, run);
        trouble = null;
        lookup.remember(dsl, answer);
        return answer == FetchOutcome.FETCHED ? Optional.empty() : Optional.of(Answer.of(answer));
    }

    /** What need not be asked again. Returns nothing if what has landed is to be brought in, or the service to be asked. */
    private Optional<Answer> knownAnswer(DSLContext dsl, Lookup lookup) {
        Optional<FetchOutcome> remembered = lookup.remembered(dsl, options.missMemory(), options.failureMemory());
        if (remembered.isPresent()) {
            return remembered.map(answer -> remembered(lookup, answer));
        }
        Optional<Answer> recent = recentTrouble(lookup);
        return recent.isPresent() && lookup.isLanded(dsl) ? Optional.empty() : recent;
    }

    private FetchOutcome fetch(DSLContext dsl, Lookup lookup, ServiceInfo service, RunLog run) {
        if (!lookup.hasOccupation(dsl) && fetch(dsl, lookup, ReleaseTable.OCCUPATION_DATA, service, run) == 0) {
            return FetchOutcome.NO_SUCH_OCCUPATION;
        }
        Domain domain = lookup.domain();
        if (domain != null && fetch(dsl, lookup, ReleaseTable.of(domain), service, run) == 0) {
            return FetchOutcome.NO_RATINGS;
        }
        return FetchOutcome.FETCHED;
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
        if (!lookup.hasRelease(session.dsl())) {
            // Another is active by now, and the caller asks that one.
            return Answer.of(FetchOutcome.NOT_NEEDED);
        }
        List<Fetch> pending = lookup.pending(session.dsl());
        ImportReport report =
                Normalization.run(database, session, lookup.release().id(), pending);
        if (report.fetches() > 0) {
            run.normalized(report);
        }
        if (lookup.isThere(session.dsl())) {
            return Answer.of(FetchOutcome.FETCHED);
        }
        lookup.remember(session.dsl(), FetchOutcome.UNUSABLE_ANSWER);
        String why = report.firstRefused().isEmpty()
                ? ""
                : ", the first of them: " + report.firstRefused().get(0).message();
        return unusable(lookup, "none of the rows that O*NET Web Services sent can be used" + why);
    }

    private Answer remembered(Lookup lookup, FetchOutcome answer) {
        return answer.isFailure()
                ? unusable(
                        lookup,
                        "what O*NET Web Services sent a short while ago can't be used; they are asked again after "
                                + options.failureMemory())
                : Answer.of(answer);
    }

    private static Answer unusable(Lookup lookup, String what) {
        return new Answer(
                FetchOutcome.UNUSABLE_ANSWER,
                WebServicesException.unusable(what).inNeedOf(lookup.lack(), FetchOutcome.UNUSABLE_ANSWER));
    }

    private boolean isUsable(ServiceInfo service, StoredRelease release) {
        return options.mixedReleases() == FetchOptions.MixedReleases.ALLOW
                || release.info().version().equals(service.databaseVersion());
    }

    private static FetchOutcome fetchOutcome(WebServicesException.Reason reason) {
        return switch (reason) {
            case CREDENTIALS_REFUSED -> FetchOutcome.CREDENTIALS_REFUSED;
            case UNREACHABLE, SERVICE_FAILED, RATE_LIMITED, INTERRUPTED -> FetchOutcome.UNREACHABLE;
            default -> FetchOutcome.UNUSABLE_ANSWER;
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
        return Optional.of(new Answer(
                known.fetchOutcome(), failure == null ? null : failure.inNeedOf(lookup.lack(), known.fetchOutcome())));
    }

    /** What would meet the next question too is remembered for a while, so that no caller waits for it again. */
    private Answer failed(Lookup lookup, WebServicesException failure) {
        FetchOutcome answer = fetchOutcome(failure.reason());
        if (answer == FetchOutcome.UNUSABLE_ANSWER) {
            trouble = null;
            database.write("remember that an answer can't be used", session -> {
                lookup.remember(session.dsl(), answer);
                return true;
            });
        } else if (failure.reason() != WebServicesException.Reason.INTERRUPTED) {
            trouble = trouble(answer, failure, lookup);
        }
        return new Answer(answer, failure.inNeedOf(lookup.lack(), answer));
    }

    private Trouble trouble(FetchOutcome answer, @Nullable WebServicesException failure, Lookup lookup) {
        return new Trouble(answer, failure, lookup.release().id(), Instant.now().plus(options.failureMemory()));
    }

    private record Trouble(
            FetchOutcome fetchOutcome, @Nullable WebServicesException failure, int releaseId, Instant until) {}
}
