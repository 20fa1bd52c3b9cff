package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_OCCUPATION;
import static io.github.onet4j.jooq.schema.Tables.ONET_RATING;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_LOOKUP;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.ReleaseTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Something that a release may lack: an occupation, or its ratings in a domain. Its row in the database is locked by whoever asks
 * O*NET Web Services for it, and keeps their answer for all nodes.
 *
 * @param release the release
 * @param code the occupation
 * @param domain the domain of the ratings; null where the occupation itself is meant
 */
record Lookup(
        StoredRelease release, OnetSocCode code, @Nullable Domain domain) {
    /** Makes sure of the row, apart from the transaction that locks it: two that insert it would wait for each other. */
    void prepare(Database database, Session session) throws SQLException {
        if (!session.dsl().fetchExists(ONET_WEB_LOOKUP, row())) {
            String insert = session.dsl()
                    .insertInto(ONET_WEB_LOOKUP)
                    .set(ONET_WEB_LOOKUP.RELEASE_ID, release.id())
                    .set(ONET_WEB_LOOKUP.ONETSOC_CODE, code.value())
                    .set(ONET_WEB_LOOKUP.SUBJECT, subject())
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
        // In a transaction of the host's that sees the database as it was before, its rows would be fetched twice.
        if (!answer(session.dsl())
                .fetch()
                .equals(answer(session.dsl()).forUpdate().fetch())) {
            throw new OnetDatabaseException(
                    "another connection has fetched the " + this
                            + " since this transaction began, and the isolation of the"
                            + " transaction hides it: ask again in a new transaction",
                    null);
        }
        return locked;
    }

    /** Whether the release is still loaded. */
    boolean hasRelease(DSLContext dsl) {
        return dsl.fetchExists(ONET_RELEASE, ONET_RELEASE.RELEASE_ID.eq(release.id()));
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

    /** What was answered, unless that is too long ago for an answer of its kind. */
    Optional<FetchOutcome> remembered(DSLContext dsl, Duration missMemory, Duration failureMemory) {
        return answer(dsl)
                .fetchOptional()
                .flatMap(answered -> {
                    FetchOutcome answer = FetchOutcome.valueOf(answered.value1());
                    Duration memory = answer.isFailure() ? failureMemory : missMemory;
                    LocalDateTime forgotten = answered.value2().plus(memory);
                    return forgotten.isAfter(Releases.nowUtc()) ? Optional.of(answer) : Optional.empty();
                })
                .filter(answer -> answer != FetchOutcome.FETCHED);
    }

    /** Keeps an answer. */
    void remember(DSLContext dsl, FetchOutcome answer) {
        dsl.update(ONET_WEB_LOOKUP)
                .set(ONET_WEB_LOOKUP.ANSWER, answer.name())
                .set(ONET_WEB_LOOKUP.ANSWERED_AT_UTC, Releases.nowUtc())
                .where(row())
                .execute();
    }

    /** Whether the release has it, after all. */
    boolean isThere(DSLContext dsl) {
        return hasOccupation(dsl) && (domain == null || dsl.fetchExists(ONET_RATING, ratings(domain)));
    }

    boolean hasOccupation(DSLContext dsl) {
        return dsl.fetchExists(
                ONET_OCCUPATION,
                ONET_OCCUPATION.RELEASE_ID.eq(release.id()).and(ONET_OCCUPATION.ONETSOC_CODE.eq(code.value())));
    }

    /** Whether there is something to bring in. */
    boolean isLanded(DSLContext dsl) {
        return !pending(dsl).isEmpty();
    }

    /** What an earlier look, whoever took it, has landed and nobody has brought in. */
    List<Fetch> pending(DSLContext dsl) {
        List<Fetch> ofCode =
                Fetches.find(dsl, Fetches.isPending(release.id()).and(ONET_WEB_FETCH.ONETSOC_CODE.eq(code.value())));
        return ofCode.stream()
                .filter(fetch -> fetch.table() == ReleaseTable.OCCUPATION_DATA
                        || (domain != null && fetch.table() == ReleaseTable.of(domain)))
                .toList();
    }

    /** What is missing, as the beginning of a sentence. */
    String lack() {
        return "O*NET " + release.info().version() + " has no " + this;
    }

    private Condition ratings(Domain ofDomain) {
        return DSL.and(
                ONET_RATING.RELEASE_ID.eq(release.id()),
                ONET_RATING.ONETSOC_CODE.eq(code.value()),
                ONET_RATING.DOMAIN.eq(ofDomain.name()));
    }

    private Condition row() {
        return DSL.and(
                ONET_WEB_LOOKUP.RELEASE_ID.eq(release.id()),
                ONET_WEB_LOOKUP.ONETSOC_CODE.eq(code.value()),
                ONET_WEB_LOOKUP.SUBJECT.eq(subject()));
    }

    private String subject() {
        return domain == null ? "OCCUPATION" : domain.name();
    }

    /** Returns what is looked for, as it stands in a sentence. */
    @Override
    public String toString() {
        return domain == null ? "occupation " + code : domain.label() + " of " + code;
    }
}
