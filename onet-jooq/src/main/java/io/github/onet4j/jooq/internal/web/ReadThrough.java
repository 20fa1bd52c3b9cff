package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetException;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.web.WebServicesException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what the active release lacks: once for all threads and nodes, and not again while a miss or a failure is
 * remembered.
 */
public final class ReadThrough {
    private final Database database;
    private final TableClient services;
    private final FetchOptions options;
    private final Consumer<PipelineRun> ended;

    /** Held while the service is asked, so that a slow one takes one connection of the host's pool, not all of them. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private volatile @Nullable Trouble trouble;

    public ReadThrough(Database database, TableClient services, FetchOptions options, Consumer<PipelineRun> ended) {
        this.database = database;
        this.services = services;
        this.options = options;
        this.ended = ended;
    }

    /** Looks for what a release lacks: in the database, then in memory, then in the service. */
    Answer ask(Lookup lookup) {
        return database.read("look for the " + lookup, session -> known(session.dsl(), lookup))
                .orElseGet(() -> database.isInHostTransaction() ? fetch(lookup) : fetchInTurn(lookup));
    }

    /**
     * Waits for the other threads. A caller inside the host's transaction must not wait: others may be waiting, in
     * their turn, for rows that this transaction has locked.
     */
    private Answer fetchInTurn(Lookup lookup) {
        oneAtATime.lock();
        try {
            return fetch(lookup);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Answer fetch(Lookup lookup) {
        RunLog run = new RunLog(PipelineRun.Kind.ON_DEMAND, ended);
        try {
            Answer answer = fetch(lookup, run);
            run.end(run.isIdle() ? null : answer.failure());
            return answer;
        } catch (MixedReleaseException e) {
            run.end(e);
            return troubled(lookup, Answer.of(FetchOutcome.MIXED_RELEASE));
        } catch (WebServicesException e) {
            run.end(e);
            return failed(lookup, e);
        } catch (OnetException e) {
            run.end(e);
            throw e;
        }
    }

    private Answer fetch(Lookup lookup, RunLog run) {
        database.write("prepare to ask O*NET Web Services", session -> {
            lookup.prepare(database, session);
            return lookup;
        });
        Optional<Answer> settled = database.write("ask O*NET Web Services for the " + lookup, session -> {
            Optional<Answer> answer = lookup.lock(database, session)
                    ? land(session, lookup, run)
                    : Optional.of(Answer.of(FetchOutcome.NOT_NEEDED));
            // In the host's transaction nothing is committed between the two, so no other node can import the rows.
            return answer.isPresent() || session.committedByUs()
                    ? answer
                    : Optional.of(importRows(session, lookup, run));
        });
        return settled.orElseGet(
                () -> database.write("import the " + lookup, session -> importRows(session, lookup, run)));
    }

    /** Asks the service, unless that is needless. Returns nothing if there are rows to import. */
    private Optional<Answer> land(Session session, Lookup lookup, RunLog run) {
        DSLContext dsl = session.dsl();
        // In this order: another node may import the rows between the two looks.
        if (!lookup.pending(dsl).isEmpty()) {
            return Optional.empty();
        }
        if (lookup.isThere(dsl)) {
            return Optional.of(Answer.of(FetchOutcome.NOT_NEEDED));
        }
        Optional<Answer> known = known(dsl, lookup);
        if (known.isPresent()) {
            return known;
        }
        List<Subject> lacking = lookup.lacking(dsl);
        new PageFetcher(services, options, lookup.release(), Transactions.within(session), run, () -> false)
                .fetch(listed -> lacking);
        trouble = null;
        FetchOutcome answered = lookup.answered(dsl);
        lookup.remember(dsl, answered);
        return answered == FetchOutcome.FETCHED ? Optional.empty() : Optional.of(Answer.of(answered));
    }

    /**
     * Returns the answer that is remembered. Returns nothing if there are rows to import, or the service is to be
     * asked.
     */
    private Optional<Answer> known(DSLContext dsl, Lookup lookup) {
        Optional<Answer> remembered = lookup.remembered(dsl, options.missMemory(), options.failureMemory())
                .map(outcome -> remembered(lookup, outcome));
        return remembered.or(
                () -> recentTrouble(lookup).filter(recent -> lookup.pending(dsl).isEmpty()));
    }

    private Answer remembered(Lookup lookup, FetchOutcome outcome) {
        return outcome.isFailure()
                ? unusable(
                        lookup,
                        "O*NET Web Services sent an unusable answer a short while ago; they are asked again after "
                                + options.failureMemory())
                : Answer.of(outcome);
    }

    private Optional<Answer> recentTrouble(Lookup lookup) {
        return Optional.ofNullable(trouble)
                .filter(recent -> recent.releaseId() == lookup.release().id()
                        && Instant.now().isBefore(recent.until()))
                .map(recent -> recent.answer().to(lookup));
    }

    /** Imports the rows that have landed, under the lock that keeps the release in place. */
    private Answer importRows(Session session, Lookup lookup, RunLog run) throws SQLException {
        database.lockReleases(session, "importing the " + lookup);
        if (!Releases.isLoaded(session.dsl(), lookup.release())) {
            // Another release is active by now, and the caller asks that one.
            return Answer.of(FetchOutcome.NOT_NEEDED);
        }
        ImportReport report =
                Normalization.run(database, session, lookup.release().id(), lookup.pending(session.dsl()));
        run.normalized(report);
        if (lookup.isThere(session.dsl())) {
            return Answer.of(FetchOutcome.FETCHED);
        }
        lookup.remember(session.dsl(), FetchOutcome.UNUSABLE_ANSWER);
        String first = report.firstRefused().isEmpty()
                ? ""
                : ", the first of them: " + report.firstRefused().get(0).message();
        return unusable(lookup, "none of the rows that O*NET Web Services sent can be used" + first);
    }

    private static Answer unusable(Lookup lookup, String what) {
        return Answer.of(WebServicesException.unusable(what)).to(lookup);
    }

    /**
     * Remembers a table that the service lacks and an unusable answer for this lookup, and other failures for all: the
     * next lookup would meet them too.
     */
    private Answer failed(Lookup lookup, WebServicesException failure) {
        if (lookup.isOfTableThatMayBeMissing() && failure.reason() == WebServicesException.Reason.TABLE_NOT_AVAILABLE) {
            return rememberedAnswer(lookup, Answer.of(FetchOutcome.NO_RATINGS));
        }
        Answer answer = Answer.of(failure);
        if (answer.outcome() == FetchOutcome.UNUSABLE_ANSWER) {
            return rememberedAnswer(lookup, answer).to(lookup);
        }
        return failure.reason() == WebServicesException.Reason.INTERRUPTED
                ? answer.to(lookup)
                : troubled(lookup, answer);
    }

    private Answer rememberedAnswer(Lookup lookup, Answer answer) {
        trouble = null;
        return database.write("remember the answer of O*NET Web Services", session -> {
            lookup.remember(session.dsl(), answer.outcome());
            return answer;
        });
    }

    private Answer troubled(Lookup lookup, Answer answer) {
        trouble = new Trouble(answer, lookup.release().id(), Instant.now().plus(options.failureMemory()));
        return answer.to(lookup);
    }

    /** An answer that every lookup of a release gets for a while. */
    private record Trouble(Answer answer, int releaseId, Instant until) {}
}
