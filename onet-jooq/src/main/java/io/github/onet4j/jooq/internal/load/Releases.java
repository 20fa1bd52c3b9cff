package io.github.onet4j.jooq.internal.load;

import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_LOOKUP;

import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.jooq.internal.database.SchemaDdl;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.Layout;
import io.github.onet4j.release.ReleaseTable;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectJoinStep;
import org.jooq.Table;

/** The releases that the database holds, and which of them readers see. */
public final class Releases {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Releases() {}

    /** All releases, newest load first. */
    public static List<StoredRelease> all(DSLContext dsl) {
        return select(dsl).orderBy(ONET_RELEASE.RELEASE_ID.desc()).fetch(Releases::release);
    }

    /** The release that a condition on {@code onet_release} leaves. */
    public static Optional<StoredRelease> find(DSLContext dsl, Condition condition) {
        return select(dsl).where(condition).fetchOptional(Releases::release);
    }

    private static SelectJoinStep<Record> select(DSLContext dsl) {
        return dsl.select(ONET_RELEASE.fields())
                .select(ONET_ACTIVE_RELEASE.SLOT)
                .from(ONET_RELEASE)
                .leftJoin(ONET_ACTIVE_RELEASE)
                .on(ONET_ACTIVE_RELEASE.RELEASE_ID.eq(ONET_RELEASE.RELEASE_ID));
    }

    /** Returns the release that readers see. */
    public static StoredRelease requireActive(DSLContext dsl) {
        return all(dsl).stream().filter(StoredRelease::active).findFirst().orElseThrow(() -> noneActive(dsl));
    }

    /** Throws an exception that names the loaded releases if a release is not among them. */
    public static void requireLoaded(DSLContext dsl, StoredRelease release) {
        if (!isLoaded(dsl, release)) {
            throw notLoaded(dsl, release);
        }
    }

    /** Makes the exception that no release is active. */
    public static ReleaseNotLoadedException noneActive(DSLContext dsl) {
        return new ReleaseNotLoadedException("no O*NET release is active", all(dsl));
    }

    /** Makes the exception that a release has been pruned. */
    public static ReleaseNotLoadedException notLoaded(DSLContext dsl, StoredRelease release) {
        return new ReleaseNotLoadedException(release + " is no longer loaded", all(dsl));
    }

    public static boolean isLoaded(DSLContext dsl, StoredRelease release) {
        return dsl.fetchExists(ONET_RELEASE, ONET_RELEASE.RELEASE_ID.eq(release.id()));
    }

    /** The newest load of an archive that has all of some tables. */
    public static Optional<StoredRelease> find(DSLContext dsl, String sha256, Set<ReleaseTable> tables) {
        Set<Integer> found = dsl
                .select(ONET_RELEASE.RELEASE_ID, ONET_RELEASE.LOADED_TABLES)
                .from(ONET_RELEASE)
                .where(ONET_RELEASE.SHA256.eq(sha256))
                .and(ONET_RELEASE.LOADED_TABLES.isNotNull())
                .stream()
                .filter(row -> named(row.value2()).containsAll(named(names(tables))))
                .map(Record2::value1)
                .collect(Collectors.toSet());
        return all(dsl).stream().filter(release -> found.contains(release.id())).findFirst();
    }

    /** Returns the names of tables as {@code onet_release} keeps them. */
    static String names(Set<ReleaseTable> tables) {
        return tables.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<String> named(String names) {
        return Set.of(names.split(","));
    }

    /** The release of a number. */
    public static StoredRelease require(DSLContext dsl, int releaseId) {
        return all(dsl).stream()
                .filter(release -> release.id() == releaseId)
                .findFirst()
                .orElseThrow();
    }

    /** Lets readers see a release: one row is updated. The caller holds the lock. */
    public static void activate(DSLContext dsl, int releaseId) {
        dsl.update(ONET_ACTIVE_RELEASE)
                .set(ONET_ACTIVE_RELEASE.RELEASE_ID, releaseId)
                .set(ONET_ACTIVE_RELEASE.ACTIVATED_AT_UTC, nowUtc())
                .where(ONET_ACTIVE_RELEASE.SLOT.eq(1))
                .execute();
    }

    /** Deletes every row of a release, that of the release itself last. The caller holds the lock. */
    public static void delete(DSLContext dsl, int releaseId) {
        // First, for whoever fetches something holds a row of it until that has landed, to be deleted here too.
        deleteFrom(dsl, ONET_WEB_LOOKUP, releaseId);
        List<Table<?>> tables = SchemaDdl.tables();
        for (int i = tables.size() - 1; i >= 0; i--) {
            Table<?> table = tables.get(i);
            if (!table.equals(ONET_ACTIVE_RELEASE)) {
                deleteFrom(dsl, table, releaseId);
            }
        }
    }

    private static void deleteFrom(DSLContext dsl, Table<?> table, int releaseId) {
        dsl.deleteFrom(table).where(releaseIdOf(table).eq(releaseId)).execute();
    }

    /**
     * Draws the identity of a revision. It is random, for no counter of a database is certain not to give a number
     * again after a rollback or a crash.
     */
    public static long newRevisionId() {
        return RANDOM.nextLong() >>> 1;
    }

    public static LocalDateTime nowUtc() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static Field<Integer> releaseIdOf(Table<?> table) {
        return Objects.requireNonNull(table.field(ONET_RELEASE.RELEASE_ID.getName(), Integer.class), table.getName());
    }

    private static StoredRelease release(Record row) {
        LocalDate month = row.get(ONET_RELEASE.RELEASE_MONTH);
        return new StoredRelease(
                row.get(ONET_RELEASE.RELEASE_ID),
                new ReleaseInfo(
                        row.get(ONET_RELEASE.VERSION),
                        month == null ? null : YearMonth.from(month),
                        row.get(ONET_RELEASE.SHA256)),
                row.get(ONET_RELEASE.LAYOUT, Layout.class),
                row.get(ONET_RELEASE.SOURCE_NAME),
                row.get(ONET_RELEASE.LOADED_AT_UTC).toInstant(ZoneOffset.UTC),
                row.get(ONET_ACTIVE_RELEASE.SLOT) != null);
    }
}
