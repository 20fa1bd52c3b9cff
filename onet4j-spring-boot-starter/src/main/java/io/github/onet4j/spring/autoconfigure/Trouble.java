package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Why the database has no answer for now, in words that quote neither SQL nor addresses. */
enum Trouble {
    DATABASE_UNAVAILABLE("The database can't be reached.", "Try again in a few seconds.", Duration.ofSeconds(5)),
    DATABASE_BUSY("The database is busy with other work.", "Try again in a few seconds.", Duration.ofSeconds(5)),
    NO_SCHEMA(
            "The database has no tables of onet4j, or tables of another version.",
            "Create them with onet4j.schema=create or the output of OnetSchema.ddl(), and load a release.",
            Duration.ofMinutes(1)),
    NO_RELEASE(
            "No O*NET release is active in the database.",
            "Call Onet.load(OnetRelease), or set onet4j.release.path to load one at start.",
            Duration.ofMinutes(1));

    /** SQL states of both engines for an unknown schema, table or column. */
    private static final Set<String> TABLE_MISSING = Set.of("3F000", "42P01", "42703", "42S02", "42S22");

    /** Classes of SQL states: connection, resources, operator, unknown database, login. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "28", "3D");

    /** The class of SQL states for rollbacks, as after a deadlock. */
    private static final String ROLLED_BACK = "40";

    private static final int CLASS_LENGTH = 2;

    private final String what;
    private final String fix;
    private final Duration retryAfter;

    Trouble(String what, String fix, Duration retryAfter) {
        this.what = what;
        this.fix = fix;
        this.retryAfter = retryAfter;
    }

    String what() {
        return what;
    }

    /** For operators, not for clients. */
    String fix() {
        return fix;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** Returns empty if another try would not help, as after a mistake in the configuration. */
    static Optional<Trouble> of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ReleaseNotLoadedException) {
                return Optional.of(NO_RELEASE);
            }
            if (each instanceof SchemaMismatchException) {
                return Optional.of(NO_SCHEMA);
            }
            if (each instanceof LockTimeoutException) {
                return Optional.of(DATABASE_BUSY);
            }
            if (each instanceof SQLException sql) {
                return of(sql);
            }
        }
        return Optional.empty();
    }

    /** Returns whether tables were missing in a statement. */
    static boolean isOfTables(OnetDatabaseException failure) {
        return failure.sqlState().filter(TABLE_MISSING::contains).isPresent();
    }

    private static Optional<Trouble> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (TABLE_MISSING.contains(state)) {
            return Optional.of(NO_SCHEMA);
        }
        if (state.startsWith(ROLLED_BACK)) {
            return Optional.of(DATABASE_BUSY);
        }
        boolean unavailable = failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || (state.length() >= CLASS_LENGTH && UNAVAILABLE.contains(state.substring(0, CLASS_LENGTH)));
        return unavailable ? Optional.of(DATABASE_UNAVAILABLE) : Optional.empty();
    }
}
