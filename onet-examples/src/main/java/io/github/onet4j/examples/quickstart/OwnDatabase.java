package io.github.onet4j.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The user's own PostgreSQL or MySQL. */
final class OwnDatabase implements TargetDatabase {
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private final HikariDataSource pool;

    private OwnDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    static OwnDatabase connect(JdbcAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        if (address.user() != null) {
            config.setUsername(address.user());
        }
        if (address.password() != null) {
            config.setPassword(address.password());
        }
        try {
            return new OwnDatabase(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw refused(address, String.valueOf(innermost(e).getMessage()), e);
        } catch (RuntimeException e) {
            // Hikari's message would quote the URL, and with it a password.
            throw refused(address, "the driver does not accept the URL", null);
        }
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public String label() {
        return "your own";
    }

    @Override
    public void close() {
        pool.close();
    }

    private static QuickstartException refused(JdbcAddress address, String reason, @Nullable Throwable cause) {
        return new QuickstartException(
                "Can't connect to " + address + ":\n  " + address.redact(reason)
                        + "\nCheck the host, port and database in --jdbc-url, and --user and --password.",
                cause);
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
