package io.github.onet4j.jooq.database;

/** A supported database. */
public enum DatabaseEngine {
    /** PostgreSQL, 13 or newer. */
    POSTGRESQL,
    /** MySQL, 8.0.17 or newer. */
    MYSQL
}
