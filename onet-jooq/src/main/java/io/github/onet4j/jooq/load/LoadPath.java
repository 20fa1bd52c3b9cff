package io.github.onet4j.jooq.load;

/** The technique that wrote the rows. onet4j uses the fastest one that server, driver and connection allow. */
public enum LoadPath {
    /** PostgreSQL's COPY, through the connection's {@code PGConnection}. */
    COPY,
    /**
     * MySQL's LOAD DATA LOCAL INFILE, if {@code local_infile} is on in the server and {@code allowLoadLocalInfile} in
     * the URL.
     */
    LOAD_DATA_LOCAL,
    /** Prepared inserts of many rows each: any driver, any proxy. */
    INSERTS
}
