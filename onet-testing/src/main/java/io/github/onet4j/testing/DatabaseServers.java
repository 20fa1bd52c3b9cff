package io.github.onet4j.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers that all tests of a JVM share. Each is started when it is first asked for and ends with the JVM.
 *
 * <p>The system properties {@code onet.test.postgresql.url} and {@code onet.test.mysql.url} name servers of one's own
 * to be used instead: JDBC URLs with {@code ?user=...&password=...} of a user who may create databases.
 */
public final class DatabaseServers {
    // Not in a holder class: there, one failed start would hide its reason from every test but the first.
    private static final Map<Engine, DatabaseServer> SHARED = new ConcurrentHashMap<>();

    private DatabaseServers() {}

    /** The shared PostgreSQL. */
    public static DatabaseServer postgres() {
        return SHARED.computeIfAbsent(Engine.POSTGRESQL, DatabaseServers::open);
    }

    /** The shared MySQL. */
    public static DatabaseServer mysql() {
        return SHARED.computeIfAbsent(Engine.MYSQL, DatabaseServers::open);
    }

    private static DatabaseServer open(Engine engine) {
        String url = System.getProperty(engine.urlProperty());
        DatabaseServer server = url != null
                ? new ExternalServer(engine, url)
                : engine == Engine.POSTGRESQL ? PostgresServer.start() : MySqlServer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop " + engine.title()));
        return server;
    }
}
