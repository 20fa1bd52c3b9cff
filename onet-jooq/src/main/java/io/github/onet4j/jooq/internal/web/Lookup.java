package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_OCCUPATION;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_LOOKUP;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.RatingTable;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.ReleaseTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/**
 * A subject that a release may lack: an occupation, or its ratings in a domain. A caller that asks O*NET Web Services
 * for it locks its row in the database, which keeps the answer for all nodes.
 *
 * @param release the release
 * @param subject the row of an occupation, or its ratings in a domain
 */
record Lookup(StoredRelease release, Subject subject) {
    static Lookup ofOccupation(StoredRelease release, OnetSocCode code) {
        return new Lookup(release, new Subject(ReleaseTable.OCCUPATION_DATA, code));
    }

    static Lookup ofRatings(StoredRelease release, OnetSocCode code, Domain domain) {
        return new Lookup(release, new Subject(ReleaseTable.of(domain), code));
    }

    /** Inserts the row, apart from the transaction that locks it: two that insert it would wait for each other. */
    void prepare(Database database, Session session) throws SQLException {
        if (!session.dsl().fetchExists(ONET_WEB_LOOKUP, row())) {
            String insert = session.dsl()
                    .insertInto(ONET_WEB_LOOKUP)
                    .set(ONET_WEB_LOOKUP.RELEASE_ID, release.id())
                    .set(ONET_WEB_LOOKUP.ONETSOC_CODE, code())
                    .set(ONET_WEB_LOOKUP.SUBJECT, storedSubject())
                    .onDuplicateKeyIgnore()
                    .getSQL(ParamType.INLINED);
            database.lockRow(session, insert, purpose());
        }
    }

    /** Locks the row until the end of the transaction. Returns false if it is gone, with its release. */
    boolean lock(Database database, Session session) throws SQLException {
        String select = session.dsl()
                .select(ONET_WEB_LOOKUP.SUBJECT)
                .from(ONET_WEB_LOOKUP)
                .where(row())
                .forUpdate()
                .getSQL(ParamType.INLINED);
        boolean locked = database.lockRow(session, select, purpose());
        // A transaction of the host that sees the database as it was before would fetch the rows twice.
        if (!answer(session.dsl())
                .fetch()
                .equals(answer(session.dsl()).forUpdate().fetch())) {
            throw new OnetDatabaseException(
                    "another connection has fetched the " + this + " since this transaction began, and the isolation"
                            + " of the transaction hides it: retry in a new transaction",
                    null);
        }
        return locked;
    }

    private String purpose() {
        return "asking O*NET Web Services for " + this;
    }

    private SelectConditionStep<Record2<String, LocalDateTime>> answer(DSLContext dsl) {
        return dsl.select(ONET_WEB_LOOKUP.ANSWER, ONET_WEB_LOOKUP.ANSWERED_AT_UTC)
                .from(ONET_WEB_LOOKUP)
                .where(row())
                .and(ONET_WEB_LOOKUP.ANSWER.isNotNull());
    }

    /** Returns the stored answer, unless it has expired, or is one that only a newer onet4j understands. */
    Optional<FetchOutcome> remembered(DSLContext dsl, Duration missMemory, Duration failureMemory) {
        return answer(dsl).fetchOptional().flatMap(answered -> {
            FetchOutcome answer = answered.get(ONET_WEB_LOOKUP.ANSWER, FetchOutcome.class);
            if (answer == null || answer == FetchOutcome.FETCHED) {
                return Optional.empty();
            }
            LocalDateTime expiry = answered.value2().plus(answer.isFailure() ? failureMemory : missMemory);
            return expiry.isAfter(Releases.nowUtc()) ? Optional.of(answer) : Optional.empty();
        });
    }

    /** Stores an answer. */
    void remember(DSLContext dsl, FetchOutcome answer) {
        dsl.update(ONET_WEB_LOOKUP)
                .set(ONET_WEB_LOOKUP.ANSWER, answer.name())
                .set(ONET_WEB_LOOKUP.ANSWERED_AT_UTC, Releases.nowUtc())
                .where(row())
                .execute();
    }

    /** Tells whether the release has it, after all. */
    boolean isThere(DSLContext dsl) {
        return hasOccupation(dsl)
                && domain().map(domain -> hasRatings(dsl, domain)).orElse(true);
    }

    private boolean hasOccupation(DSLContext dsl) {
        return dsl.fetchExists(
                ONET_OCCUPATION,
                ONET_OCCUPATION.RELEASE_ID.eq(release.id()).and(ONET_OCCUPATION.ONETSOC_CODE.eq(code())));
    }

    /** Returns what to ask for: ratings need their occupation. */
    List<Subject> lacking(DSLContext dsl) {
        List<Subject> lacking = new ArrayList<>();
        if (!hasOccupation(dsl)) {
            lacking.add(occupation());
        }
        if (domain().isPresent()) {
            lacking.add(subject);
        }
        return lacking;
    }

    /** Returns the complete fetches, whoever made them, whose rows nobody has imported. */
    List<Fetch> pending(DSLContext dsl) {
        return Fetches.pending(dsl, release.id(), ONET_WEB_FETCH.ONETSOC_CODE.eq(code())).stream()
                .filter(fetch -> List.of(occupation(), subject).contains(fetch.subject()))
                .toList();
    }

    /** Returns what the service has answered, once it was asked for all that is lacking. */
    FetchOutcome answered(DSLContext dsl) {
        List<Subject> landed = pending(dsl).stream().map(Fetch::subject).toList();
        if (!hasOccupation(dsl) && !landed.contains(occupation())) {
            return FetchOutcome.NO_SUCH_OCCUPATION;
        }
        return landed.contains(subject) ? FetchOutcome.FETCHED : FetchOutcome.NO_RATINGS;
    }

    /**
     * Tells whether a release may lack the whole table, as those before 30.3 lack interest areas. A service without it
     * then has no ratings; one without skills or occupations is out of order.
     */
    boolean isOfTableThatMayBeMissing() {
        return domain().isPresent() && !subject.table().isRequired();
    }

    /** Returns the first half of a message, for example {@code O*NET 29.3 has no skills of 15-1252.00}. */
    String lack() {
        return "O*NET " + release.info().version() + " has no " + this;
    }

    private boolean hasRatings(DSLContext dsl, Domain domain) {
        RatingTable rating = RatingTable.of(domain);
        return dsl.fetchExists(rating.table(), rating.isOf(release.id(), DSL.val(code()), domain));
    }

    private Condition row() {
        return DSL.and(
                ONET_WEB_LOOKUP.RELEASE_ID.eq(release.id()),
                ONET_WEB_LOOKUP.ONETSOC_CODE.eq(code()),
                ONET_WEB_LOOKUP.SUBJECT.eq(storedSubject()));
    }

    private Subject occupation() {
        return new Subject(ReleaseTable.OCCUPATION_DATA, subject.code());
    }

    private String code() {
        return Objects.requireNonNull(subject.code(), "a lookup is of one occupation")
                .value();
    }

    private Optional<Domain> domain() {
        return subject.table().domain();
    }

    private String storedSubject() {
        return domain().map(Enum::name).orElse("OCCUPATION");
    }

    /** Returns the name of the subject, for use in a sentence. */
    @Override
    public String toString() {
        return subject.toString();
    }
}
