package io.github.onet4j.jooq.database;

/** A database that onet4j runs on. */
public enum DatabaseEngine {
    /** PostgreSQL, 13 or newer. */
    POSTGRESQL,
    /** MySQL, 8.0.17 or newer. */
    MYSQL
}
