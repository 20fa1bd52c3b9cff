package io.github.onet4j.jooq.load;

/** How rows were brought into the database. onet4j takes the fastest way that server, driver and connection allow. */
public enum LoadPath {
    /** PostgreSQL's COPY, through the connection's {@code PGConnection}. */
    COPY,
    /** MySQL's LOAD DATA LOCAL INFILE, where the server has {@code local_infile} on and the URL {@code allowLoadLocalInfile}. */
    LOAD_DATA_LOCAL,
    /** Prepared inserts of many rows each: any driver, any proxy. */
    INSERTS
}
