package io.github.onet4j.jooq.internal.database;

/** The failures of a statement for which onet4j can name the fix. */
public enum Failure {
    NO_SUCH_TABLE(". The tables of onet4j are missing: call onet.schema().createOrUpgrade(), or run the statements of"
            + " onet.schema().ddl(); if the tables are in a schema of their own, name it with"
            + " Onet.create(…).schemaName(…)"),
    NO_SUCH_COLUMN(". The tables of onet4j are of an older version: call onet.schema().createOrUpgrade()"),
    CONFLICT(". Conflict with another transaction: retry in a new one"),
    READ_ONLY(". Ask once outside the read-only transaction, and the rows will be there"),
    OTHER("");

    private final String fix;

    Failure(String fix) {
        this.fix = fix;
    }

    /** Returns a sentence that follows the message of the failure; empty if there is no known fix. */
    String fix() {
        return fix;
    }
}
