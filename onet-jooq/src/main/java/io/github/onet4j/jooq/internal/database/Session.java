package io.github.onet4j.jooq.internal.database;

import java.sql.Connection;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * One connection, for as long as one question or one unit of writing takes. Whoever is handed a session uses its {@link #dsl} and
 * no other: a second connection beside it would wait forever for a pool of one.
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

    /** jOOQ on this connection. */
    public DSLContext dsl() {
        DSLContext made = dsl;
        if (made == null) {
            made = DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
            dsl = made;
        }
        return made;
    }

    /** Whether what is written here is committed when the work ends. */
    public boolean committedByUs() {
        return committedByUs;
    }
}
