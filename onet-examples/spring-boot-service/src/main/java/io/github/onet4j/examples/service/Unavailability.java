package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.web.WebServicesException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The reasons why the service can't answer for now, in words that tell clients nothing about the machines behind it.
 */
enum Unavailability {
    DATABASE_AWAY("The database can't be reached.", "Try again in a few seconds.", Duration.ofSeconds(5)),
    DATABASE_BUSY("The database is busy with other work.", "Try again in a few seconds.", Duration.ofSeconds(5)),
    NO_TABLES(
            "The database has no tables of onet4j, or tables of an older version.",
            "Run the load command: java -jar onet4j-service.jar load PATH.",
            Duration.ofMinutes(1)),
    NO_RELEASE(
            "No O*NET release is active in the database.",
            "Run the load command: java -jar onet4j-service.jar load PATH.",
            Duration.ofMinutes(1)),
    WEB_SERVICES_AWAY(
            "The release lacks the requested data, and O*NET Web Services can't be reached.",
            "Try again in a minute.",
            Duration.ofMinutes(1));

    /** SQL states of both engines for an unknown schema, table or column. */
    private static final Set<String> TABLE_MISSING = Set.of("3F000", "42P01", "42703", "42S02", "42S22");

    /**
     * Classes of SQL states: connection failure, insufficient resources, operator intervention, unknown database or
     * login.
     */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "28", "3D");

    /** The class of SQL states for rollbacks, as after a deadlock. */
    private static final String ROLLED_BACK = "40";

    private static final int CLASS_LENGTH = 2;

    private final String what;
    private final String fix;
    private final Duration retryAfter;

    Unavailability(String what, String fix, Duration retryAfter) {
        this.what = what;
        this.fix = fix;
        this.retryAfter = retryAfter;
    }

    String what() {
        return what;
    }

    String fix() {
        return fix;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** Returns empty if a retry would not help, as after an error in the service or its configuration. */
    static Optional<Unavailability> of(Throwable failure) {
        if (failure instanceof ReleaseNotLoadedException) {
            return Optional.of(NO_RELEASE);
        }
        if (failure instanceof LockTimeoutException) {
            return Optional.of(DATABASE_BUSY);
        }
        if (failure instanceof WebServicesException) {
            return Optional.of(WEB_SERVICES_AWAY);
        }
        return sqlFailure(failure).flatMap(Unavailability::of);
    }

    private static Optional<Unavailability> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (TABLE_MISSING.contains(state)) {
            return Optional.of(NO_TABLES);
        }
        if (state.startsWith(ROLLED_BACK)) {
            return Optional.of(DATABASE_BUSY);
        }
        boolean away = failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || state.length() >= CLASS_LENGTH && AWAY.contains(state.substring(0, CLASS_LENGTH));
        return away ? Optional.of(DATABASE_AWAY) : Optional.empty();
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
