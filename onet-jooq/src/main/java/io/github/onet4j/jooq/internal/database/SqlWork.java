package io.github.onet4j.jooq.internal.database;

import java.sql.SQLException;

/** Work on a connection that may throw an {@link java.sql.SQLException}. */
@FunctionalInterface
public interface SqlWork<C, T> {
    T on(C connection) throws SQLException;
}
