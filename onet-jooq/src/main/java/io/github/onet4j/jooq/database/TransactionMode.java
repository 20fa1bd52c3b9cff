package io.github.onet4j.jooq.database;

/** Who ends the transaction in which onet4j writes. */
public enum TransactionMode {
    /**
     * onet4j commits its own work on a connection that comes with auto-commit on. One that comes with auto-commit off is in a
     * transaction of the host's, and the host commits: until then nobody sees what was written, and a rollback undoes it.
     */
    WHEN_AUTO_COMMIT,
    /**
     * onet4j always commits. For a pool that hands out connections with auto-commit off although no transaction of the host's
     * surrounds the call; there the work would be lost when the connection goes back.
     */
    ALWAYS
}
