package io.github.onet4j.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A database server for tests and benchmarks, embedded or one's own. Tests share the two of {@link DatabaseServers} and
 * work each in a database of their own: {@link #newDatabase()}.
 */
public abstract sealed class DatabaseServer implements AutoCloseable permits EmbeddedServer, ExternalServer {
    private final Engine engine;
    private final ServerUrl url;

    DatabaseServer(Engine engine, ServerUrl url) {
        this.engine = engine;
        this.url = url;
    }

    /** The URL of the server's first database, without user and password. */
    public final String jdbcUrl() {
        return url.jdbcUrl();
    }

    /** An administrator's name. */
    public final String user() {
        return url.user();
    }

    /** The administrator's password; embedded servers ask for none, so it is empty there. */
    public final String password() {
        return url.password();
    }

    /** A new data source on {@link #jdbcUrl()}, without a pool. */
    public final DataSource dataSource() {
        return engine.dataSource(jdbcUrl(), user(), password());
    }

    /** Creates an empty database with a random name; closing it drops it. */
    public final Database newDatabase() {
        String name = "onet_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        return new Database(this, name);
    }

    /** Whether {@link #kill()} and {@link #restart()} work: on embedded servers only. */
    public abstract boolean canBeKilled();

    /** Ends the server and its child processes as a crash would, by SIGKILL. */
    public abstract void kill();

    /** Starts a killed server again, on the same data and port, and waits until it has recovered. */
    public abstract void restart();

    /** Stops an embedded server and deletes its data. Not for the shared servers, which end with the JVM. */
    @Override
    public abstract void close();

    final Engine engine() {
        return engine;
    }

    private void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(engine.title() + " at " + jdbcUrl() + " refused: " + sql, e);
        }
    }

    /**
     * A database for one test.
     *
     * @param server where it is
     * @param name its name, which needs no quotes
     */
    public record Database(DatabaseServer server, String name) implements AutoCloseable {
        /** The URL of this database, without user and password. */
        public String jdbcUrl() {
            return server.url.withDatabase(name).jdbcUrl();
        }

        /** The administrator's name. */
        public String user() {
            return server.user();
        }

        /** The administrator's password. */
        public String password() {
            return server.password();
        }

        /** A new data source on this database, without a pool. */
        public DataSource dataSource() {
            return server.engine.dataSource(jdbcUrl(), user(), password());
        }

        /** Drops the database. */
        @Override
        public void close() {
            server.execute(server.engine.dropDatabase(name));
        }
    }
}
