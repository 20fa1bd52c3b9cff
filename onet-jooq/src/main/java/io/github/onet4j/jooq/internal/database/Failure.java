package io.github.onet4j.jooq.internal.database;

/** The failures of a statement for which onet4j can name the fix. */
public enum Failure {
    NO_SUCH_TABLE(". The tables of onet4j are missing: call onet.schema().createOrUpgrade(), or run the statements of"
            + " onet.schema().ddl(); if the tables are in a schema of their own, name it with"
            + " Onet.create(…).schemaName(…)"),
    NO_SUCH_COLUMN(". The tables of onet4j are of an older version: call onet.schema().createOrUpgrade()"),
    CONFLICT(". Conflict with another transaction: retry in a new one"),
    READ_ONLY(". This transaction is read-only, by its own setting, by default_transaction_read_only, or because the"
            + " server is a replica. What writes, and the first question for data to fetch, needs one that is not"),
    NO_RIGHT(". Grant this user the right; or, if it is one to create or alter tables, have another user run the output"
            + " of OnetSchema.ddl()"),
    TIME_LIMIT(". The statement was cancelled, by hand or by a limit of its time: raise statement_timeout for the user"
            + " who loads, or take another DataSource for the load (on MySQL max_execution_time), and raise the query"
            + " timeout of the pool or of jOOQ's settings if there is one"),
    PACKET_TOO_BIG(". Raise max_allowed_packet on the server, to 16M or more, and connect again"),
    PREPARED_STATEMENT_EXISTS(". A pooler such as PgBouncer hands a server's connection from one client to the next"
            + " and with it the names of prepared statements: add prepareThreshold=0 to the JDBC URL"),
    OTHER("");

    private final String fix;

    Failure(String fix) {
        this.fix = fix;
    }

    /** Returns a sentence that follows the message of the failure; empty if there is no known fix. */
    public String fix() {
        return fix;
    }
}
