package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_RESPONSE;

import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.FetchOptions.MixedReleases;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.ServiceInfo;
import io.github.onet4j.web.WebPage;
import io.github.onet4j.web.WebServicesException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service and keeps what it sends, each page in a transaction of its own; no connection is held while the service is
 * asked. For one thread and one run.
 */
final class Landing {
    private final Database database;
    private final OnetWebServices services;
    private final FetchOptions options;
    private final StoredRelease release;
    private final RunLog log;
    private final BooleanSupplier stopped;

    /** Fetches that landed since the service was last asked which version it has. */
    private final List<Integer> unconfirmed = new ArrayList<>();

    Landing(
            Database database,
            OnetWebServices services,
            FetchOptions options,
            StoredRelease release,
            RunLog log,
            BooleanSupplier stopped) {
        this.database = database;
        this.services = services;
        this.options = options;
        this.release = release;
        this.log = log;
        this.stopped = stopped;
    }

    /** Asks what is planned, or until the run is stopped; from the start again, once, if the service moves meanwhile. */
    void land(Plan plan) {
        try {
            if (!isLanded(plan, true) && !isLanded(plan, false)) {
                throw mixed(services.about());
            }
        } catch (Stopped betweenTwoPages) {
            // What has landed stays, and the next run goes on behind it.
            unconfirmed.clear();
        }
    }

    /** Returns false if the service moved to another version, or to other tables, before the end. */
    private boolean isLanded(Plan plan, boolean mayBeginAgain) {
        stopIfToldTo();
        ServiceInfo service = services.about();
        checkVersion(service);
        try {
            List<Question> questions = plan.questions(services);
            for (int done = 0; done < questions.size(); done++) {
                Question question = questions.get(done);
                Reading reading = new Reading(question, service, plan, new Plan.Progress(done, questions.size()));
                if (!reading.isRead()) {
                    return false;
                }
            }
            return isStill(service);
        } catch (WebServicesException e) {
            if (!mayBeginAgain || e.reason() != WebServicesException.Reason.TABLE_NOT_AVAILABLE) {
                throw e;
            }
            // Tables move with the version, so what landed before may be of another than what comes now.
            isStill(service);
            return false;
        }
    }

    private void checkVersion(ServiceInfo service) {
        if (options.mixedReleases() == MixedReleases.REFUSE
                && !release.info().version().equals(service.databaseVersion())) {
            throw mixed(service);
        }
    }

    private MixedReleaseException mixed(ServiceInfo service) {
        return new MixedReleaseException(release.info().version(), service.databaseVersion());
    }

    /** Whether the service has the version that it had before; if not, what landed since may be of either and is dropped. */
    private boolean isStill(ServiceInfo before) {
        if (unconfirmed.isEmpty()) {
            return true;
        }
        ServiceInfo now = services.about();
        boolean still = Objects.equals(now.databaseVersion(), before.databaseVersion());
        if (!still) {
            database.write("drop what came of two versions of O*NET", session -> {
                database.lockReleases(session, "dropping fetches");
                drop(session.dsl());
                return true;
            });
        }
        unconfirmed.clear();
        checkVersion(now);
        return still;
    }

    private void drop(DSLContext dsl) {
        List<Integer> droppable = dsl.select(ONET_WEB_FETCH.FETCH_ID)
                .from(ONET_WEB_FETCH)
                .where(ONET_WEB_FETCH.FETCH_ID.in(unconfirmed))
                // Rows that are in already, by another node, say which fetch they came by.
                .and(ONET_WEB_FETCH.NORMALIZED_AT_UTC.isNull().or(ONET_WEB_FETCH.TOTAL_ROWS.eq(0)))
                .fetch(ONET_WEB_FETCH.FETCH_ID);
        dsl.deleteFrom(ONET_WEB_RESPONSE)
                .where(ONET_WEB_RESPONSE.FETCH_ID.in(droppable))
                .execute();
        dsl.deleteFrom(ONET_WEB_FETCH)
                .where(ONET_WEB_FETCH.FETCH_ID.in(droppable))
                .execute();
    }

    /** The reading of one question. */
    private final class Reading {
        private final Question question;
        private final ServiceInfo service;
        private final Plan plan;
        private final Plan.Progress before;
        private @Nullable Fetch fetch;
        private boolean moved;

        Reading(Question question, ServiceInfo service, Plan plan, Plan.Progress before) {
            this.question = question;
            this.service = service;
            this.plan = plan;
            this.before = before;
        }

        /** Reads to the end, and returns false if the service moved meanwhile. */
        boolean isRead() {
            stopIfToldTo();
            String version = Fetches.version(service);
            boolean answered = database.read(
                    "look for an answer of O*NET Web Services",
                    session -> plan.isAnswered(session.dsl(), question, version));
            if (answered) {
                advanced(true);
                return true;
            }
            Optional<Fetch> brokenOff =
                    database.read("look for pages of O*NET Web Services", session -> brokenOff(session.dsl()));
            fetch = brokenOff.orElse(null);
            List<WebPage> earlier = brokenOff
                    .<List<WebPage>>map(begun -> new LandedPages(database, begun))
                    .orElse(List.of());
            services.readPages(question.query(), earlier, this::arrived);
            return !moved;
        }

        /** A fetch of this question that broke off after the newest complete one, if there is one. */
        private Optional<Fetch> brokenOff(DSLContext dsl) {
            Optional<Fetch> complete = newest(dsl, true);
            return newest(dsl, false)
                    .filter(broken -> complete.isEmpty() || complete.get().id() < broken.id());
        }

        private Optional<Fetch> newest(DSLContext dsl, boolean complete) {
            return Fetches.newest(
                    dsl,
                    release.id(),
                    question.query().tableId(),
                    question.code(),
                    Fetches.version(service),
                    complete ? ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull() : ONET_WEB_FETCH.COMPLETED_AT_UTC.isNull());
        }

        private void arrived(WebPage page) {
            boolean first = page.firstRow() == 1;
            boolean last = page.lastRow() >= page.total();
            if (last && !first && !isWholeOfOneVersion()) {
                moved = true;
                return;
            }
            Fetch landed = database.write(
                    "keep a page of " + question.query().tableId(), session -> land(session.dsl(), page));
            fetch = landed;
            log.pageLanded();
            if (last && first) {
                unconfirmed.add(landed.id());
            }
            advanced(last);
            if (!last) {
                stopIfToldTo();
            }
        }

        /** Asked before the last page completes the fetch, for pages may be of one version only. */
        private boolean isWholeOfOneVersion() {
            Optional.ofNullable(fetch).map(Fetch::id).ifPresent(unconfirmed::add);
            return isStill(service);
        }

        private Fetch land(DSLContext dsl, WebPage page) {
            Fetch into = fetch == null ? begin(dsl) : locked(dsl, fetch);
            boolean landedBefore = dsl.fetchExists(
                    ONET_WEB_RESPONSE,
                    ONET_WEB_RESPONSE.FETCH_ID.eq(into.id()).and(ONET_WEB_RESPONSE.FIRST_ROW.eq(page.firstRow())));
            if (!landedBefore) {
                Fetches.land(dsl, into, page);
            }
            return into;
        }

        private Fetch begin(DSLContext dsl) {
            requireLoaded(dsl);
            return Fetches.begin(dsl, release.id(), question.table(), question.query(), question.code(), service);
        }

        /** Two nodes may go on with the same fetch; the lock lets each see what the other has landed. */
        private Fetch locked(DSLContext dsl, Fetch begun) {
            boolean there = dsl.select(ONET_WEB_FETCH.FETCH_ID)
                    .from(ONET_WEB_FETCH)
                    .where(ONET_WEB_FETCH.FETCH_ID.eq(begun.id()))
                    .forUpdate()
                    .fetchOptional()
                    .isPresent();
            if (!there) {
                requireLoaded(dsl);
                throw new OnetDatabaseException(
                        "the pages of " + question.query().tableId()
                                + " that have landed are gone: if the connections come with auto-commit off although"
                                + " no transaction surrounds the call, let onet4j commit, with"
                                + " Onet.create(…).transactionMode(TransactionMode.ALWAYS)",
                        null);
            }
            return begun;
        }

        private void requireLoaded(DSLContext dsl) {
            if (!dsl.fetchExists(ONET_RELEASE, ONET_RELEASE.RELEASE_ID.eq(release.id()))) {
                throw new ReleaseNotLoadedException(release + " is no longer loaded", Releases.all(dsl));
            }
        }

        private void advanced(boolean done) {
            plan.advanced(question, new Plan.Progress(before.done() + (done ? 1 : 0), before.total()));
        }
    }

    private void stopIfToldTo() {
        if (stopped.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** Ends a reading between two pages; the service's client hands them over one by one until something is thrown. */
    private static final class Stopped extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
