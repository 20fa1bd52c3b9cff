package io.github.onet4j.jooq.database;

/** The owner of the transactions in which onet4j writes. */
public enum TransactionMode {
    /**
     * onet4j commits on connections with auto-commit on. A connection with auto-commit off is in a transaction of the
     * host, which must commit it; until then no other connection sees the changes, and a rollback undoes them.
     */
    WHEN_AUTO_COMMIT,
    /**
     * onet4j always commits. For pools that turn auto-commit off although the host has no transaction; without this
     * mode the changes would be lost when the connection returns to the pool.
     */
    ALWAYS
}
