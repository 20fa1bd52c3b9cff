package io.github.onet4j.examples.assistants.mcp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.regex.Pattern;

/** The user's own PostgreSQL or MySQL. */
final class OwnDatabase {
    static final String USER = "ONET_DB_USER";
    static final String PASSWORD = "ONET_DB_PASSWORD";

    private static final Pattern KNOWN = Pattern.compile("jdbc:(postgresql|mysql):.+");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\b(user|password)\\s*=|//[^/?]*@");
    private static final int MOST_CONNECTIONS = 4;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private OwnDatabase() {}

    /** Returns what is wrong with a URL; nothing if it can be used. */
    static String problem(String url) {
        if (!KNOWN.matcher(url).matches()) {
            return "The URL of the database must start with jdbc:postgresql: or jdbc:mysql:";
        }
        return CREDENTIALS.matcher(url).find()
                ? "A list of processes shows the command line, so leave user and password out of the URL and set "
                        + USER + " and " + PASSWORD + " in the environment."
                : "";
    }

    /** Connects, to read only. */
    static HikariDataSource connect(String url, Map<String, String> environment) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(environment.get(USER));
        config.setPassword(environment.get(PASSWORD));
        config.setReadOnly(true);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return new HikariDataSource(config);
    }
}
