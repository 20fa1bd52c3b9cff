package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceInfo;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.FetchOptions.MixedReleases;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.web.WebServicesException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service and stores its pages as they arrive. A page is stamped with the version that the service had before;
 * its fetch is complete, and may be imported, once the service has confirmed that version afterwards. For one thread
 * and one run.
 */
final class PageFetcher {
    /** The number of fetches to leave unconfirmed at most; that of a whole table is confirmed by itself. */
    private static final int MAX_UNCONFIRMED = 50;

    private final TableClient services;
    private final FetchOptions options;
    private final StoredRelease release;
    private final Transactions transactions;
    private final RunLog log;
    private final BooleanSupplier stopped;
    private final List<Fetch> unconfirmed = new ArrayList<>();

    PageFetcher(
            TableClient services,
            FetchOptions options,
            StoredRelease release,
            Transactions transactions,
            RunLog log,
            BooleanSupplier stopped) {
        this.services = services;
        this.options = options;
        this.release = release;
        this.transactions = transactions;
        this.log = log;
        this.stopped = stopped;
    }

    /** Asks a plan's questions until the run is stopped; once again from the start if the service moves meanwhile. */
    void fetch(Plan plan) {
        try {
            if (!isFetched(plan, true) && !isFetched(plan, false)) {
                throw mixed(services.about());
            }
        } catch (Stopped betweenTwoPages) {
            // The next run confirms what has landed, and continues behind it.
        }
    }

    /** Returns false if the service moved to another version, or to other tables, before the end. */
    private boolean isFetched(Plan plan, boolean mayBeginAgain) {
        stopIfTold();
        ServiceInfo service = services.about();
        requireUsable(service);
        try {
            List<Question> questions = questions(plan);
            for (int done = 0; done < questions.size(); done++) {
                Question question = questions.get(done);
                new Reading(plan, question, service, done, questions.size()).run();
                boolean due = done + 1 == questions.size()
                        || question.subject().code() == null
                        || unconfirmed.size() >= MAX_UNCONFIRMED;
                if (due && !isConfirmed(service)) {
                    return false;
                }
                plan.advanced(question.subject(), done + 1, questions.size());
            }
            return true;
        } catch (WebServicesException e) {
            if (!mayBeginAgain || e.reason() != WebServicesException.Reason.TABLE_NOT_AVAILABLE) {
                throw e;
            }
            // Tables usually move with the version, which may leave pages of two versions.
            isConfirmed(service);
            return false;
        }
    }

    private List<Question> questions(Plan plan) {
        List<Question> questions = new ArrayList<>();
        for (Subject subject : plan.subjects(services)) {
            for (RowQuery query : services.queries(subject.table())) {
                questions.add(new Question(subject, subject.query(query)));
            }
        }
        return questions;
    }

    private void requireUsable(ServiceInfo service) {
        if (options.mixedReleases() == MixedReleases.REFUSE
                && !release.info().version().equals(service.databaseVersion())) {
            throw mixed(service);
        }
    }

    private MixedReleaseException mixed(ServiceInfo service) {
        return new MixedReleaseException(release.info().version(), service.databaseVersion());
    }

    /** Completes what has landed if the service still has the version that it had before. If not, drops it. */
    private boolean isConfirmed(ServiceInfo before) {
        if (unconfirmed.isEmpty()) {
            return true;
        }
        ServiceInfo now = services.about();
        boolean confirmed = Objects.equals(now.databaseVersion(), before.databaseVersion());
        transactions.run(confirmed ? "complete fetches" : "drop pages of two versions of O*NET", session -> {
            if (confirmed) {
                Fetches.complete(session.dsl(), unconfirmed);
            } else {
                Fetches.drop(session.dsl(), unconfirmed);
            }
            return confirmed;
        });
        unconfirmed.clear();
        requireUsable(now);
        return confirmed;
    }

    private void stopIfTold() {
        if (stopped.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** A subject in one table of the service. */
    private record Question(Subject subject, RowQuery query) {}

    /** The reading of one answer, behind the pages that have landed before. */
    private final class Reading {
        private final Plan plan;
        private final Subject subject;
        private final RowQuery query;
        private final ServiceInfo service;
        private final int done;
        private final int total;
        private @Nullable Fetch fetch;

        Reading(Plan plan, Question question, ServiceInfo service, int done, int total) {
            this.plan = plan;
            this.subject = question.subject();
            this.query = question.query();
            this.service = service;
            this.done = done;
            this.total = total;
        }

        void run() {
            stopIfTold();
            String table = query.tableId();
            String version = Fetches.version(service);
            boolean answered = transactions.run(
                    "look for an answer of O*NET Web Services",
                    session -> Fetches.isAnswered(session.dsl(), release.id(), subject, table, plan.answers(version)));
            if (!answered) {
                transactions
                        .run(
                                "look for pages of O*NET Web Services",
                                session -> Fetches.brokenOff(session.dsl(), release.id(), subject, table, version))
                        .ifPresent(this::begun);
                services.readPages(
                        query, fetch == null ? List.of() : new LandedPages(transactions, fetch), this::arrived);
            }
        }

        private void begun(Fetch begun) {
            fetch = begun;
            unconfirmed.add(begun);
        }

        private void arrived(WebPage page) {
            Fetch landed = transactions.run("store a page of " + query.tableId(), session -> land(session.dsl(), page));
            if (fetch == null) {
                begun(landed);
            }
            log.pageLanded();
            if (page.lastRow() < page.total()) {
                plan.advanced(subject, done, total);
                stopIfTold();
            }
        }

        /** Two nodes may continue the same fetch; the lock shows each of them the pages of the other. */
        private Fetch land(DSLContext dsl, WebPage page) {
            Fetch into = fetch;
            if (into == null) {
                Releases.requireLoaded(dsl, release);
                into = Fetches.begin(dsl, release.id(), subject, query.tableId(), service);
            } else if (!Fetches.lock(dsl, into)) {
                Releases.requireLoaded(dsl, release);
                throw new OnetDatabaseException(
                        "the landed pages of " + query.tableId() + " are gone: if connections come with auto-commit"
                                + " off although no transaction surrounds the call, let onet4j commit, with"
                                + " Onet.create(…).transactionMode(TransactionMode.ALWAYS)",
                        null);
            }
            if (!Fetches.hasPage(dsl, into, page.firstRow())) {
                Fetches.land(dsl, into, page);
            }
            return into;
        }
    }

    /** Ends a reading between two pages: the client hands over pages until the callback throws. */
    private static final class Stopped extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
