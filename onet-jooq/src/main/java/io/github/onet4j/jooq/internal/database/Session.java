package io.github.onet4j.jooq.internal.database;

import java.sql.Connection;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * One connection for the time of one query or one unit of writing. Code that has a session uses its {@link #dsl} only:
 * with a pool of one, a second connection would wait forever.
 */
public final class Session {
    private final Connection connection;
    private final Configuration configuration;
    private final boolean committedByUs;
    private @Nullable DSLContext dsl;

    Session(Connection connection, Configuration configuration, boolean committedByUs) {
        this.connection = connection;
        this.configuration = configuration;
        this.committedByUs = committedByUs;
    }

    public Connection connection() {
        return connection;
    }

    /** Returns jOOQ on this connection. */
    public DSLContext dsl() {
        DSLContext made = dsl;
        if (made == null) {
            made = DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
            dsl = made;
        }
        return made;
    }

    /** Returns whether onet4j commits the changes when the work ends. */
    public boolean committedByUs() {
        return committedByUs;
    }
}
