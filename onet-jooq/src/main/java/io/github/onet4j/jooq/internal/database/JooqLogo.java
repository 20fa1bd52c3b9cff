package io.github.onet4j.jooq.internal.database;

import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;

/**
 * Keeps jOOQ's logo and its tip of the day from the log of a host that does not use jOOQ itself. jOOQ logs them once,
 * when it renders for the first time, and apart from system properties only its threshold prevents it.
 */
public final class JooqLogo {
    static {
        JooqLogger.globalThreshold(Log.Level.WARN);
        try {
            DSL.using(SQLDialect.DEFAULT).render(DSL.one());
        } finally {
            // jOOQ's default, which leaves the choice to the host's logging.
            JooqLogger.globalThreshold(Log.Level.TRACE);
        }
    }

    private JooqLogo() {}

    /** Lets jOOQ render for the first time without them, if it has not yet. */
    public static void suppress() {
        // The initialization of this class does, once.
    }
}
