package io.github.onet4j.examples.quickstart;

import javax.sql.DataSource;

/** The database that the quickstart works in. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, OwnDatabase {
    DataSource dataSource();

    /** Whose it is and where, as it stands in a sentence; never with a password. */
    String label();

    @Override
    void close();
}
