package io.github.onet4j.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A database server for tests and benchmarks, embedded or one's own. Tests share the two of {@link DatabaseServers} and
 * work each in a database of their own: {@link #newDatabase()}.
 */
public abstract sealed class DatabaseServer implements AutoCloseable permits EmbeddedServer, ExternalServer {
    private final Engine engine;
    private final ServerUrl url;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

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

    /**
     * Returns a new database with a random name. Asking for its URL or a data source creates it empty, unless
     * {@link Database#copy} has created it before.
     */
    public final Database newDatabase() {
        return new Database(this, "onet_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Returns whether {@link #kill()} and {@link #restart()} work: on embedded servers only. */
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

    /** Drops the databases that tests have copied. */
    final void dropTemplates() {
        templates.values().forEach(template -> template.database.close());
        templates.clear();
    }

    private Template newTemplate(Consumer<DataSource> content) {
        Database database = newDatabase();
        content.accept(database.dataSource());
        return new Template(database, engine.copierOf(database));
    }

    final void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(engine.title() + " at " + jdbcUrl() + " refused: " + sql, e);
        }
    }

    private record Template(Database database, Consumer<String> copier) {}

    /** A database for one test. Closing it drops it. Safe for use by several threads. */
    public static final class Database implements AutoCloseable {
        private final DatabaseServer server;
        private final String name;
        private boolean used;

        private Database(DatabaseServer server, String name) {
            this.server = server;
            this.name = name;
        }

        DatabaseServer server() {
            return server;
        }

        /** Its name, which needs no quotes. */
        public String name() {
            return name;
        }

        /** The URL of this database, without user and password. */
        public String jdbcUrl() {
            createEmpty();
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

        /**
         * Creates this database as a copy of a template, which takes a fraction of the time that filling it would.
         *
         * @param template identifies the template among those of the server
         * @param content fills the template when it is asked for the first time
         * @return false, having done nothing, if this database is in use
         */
        public synchronized boolean copy(String template, Consumer<DataSource> content) {
            if (used) {
                return false;
            }
            used = true;
            server.templates
                    .computeIfAbsent(template, key -> server.newTemplate(content))
                    .copier
                    .accept(name);
            return true;
        }

        /** Drops the database. */
        @Override
        public synchronized void close() {
            used = true;
            server.execute(server.engine.dropDatabase(name));
        }

        private synchronized void createEmpty() {
            if (!used) {
                used = true;
                server.execute("CREATE DATABASE " + name);
            }
        }
    }
}
