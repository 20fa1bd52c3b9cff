package io.github.onet4j.spring.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets onet4j join Spring's transactions: inside one, connections are the transaction's own. Outside of one, they
 * commit by themselves, also those of a pool that turns auto-commit off to spare Hibernate a round trip; what onet4j
 * writes on such a connection would be undone when it returns to the pool.
 */
final class JoiningDataSource extends TransactionAwareDataSourceProxy {
    private JoiningDataSource(DataSource target) {
        super(target);
    }

    static DataSource of(DataSource host) {
        return host instanceof TransactionAwareDataSourceProxy ? host : new JoiningDataSource(host);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            committing(connection);
        }
        return connection;
    }

    private static void committing(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
