package io.github.onet4j.examples.quickstart;

import javax.sql.DataSource;

/** The database that the quickstart uses. */
sealed interface TargetDatabase extends AutoCloseable permits EmbeddedDatabase, OwnDatabase {
    DataSource dataSource();

    /** Returns the beginning of its description: "your own" or "an embedded". */
    String label();

    @Override
    void close();
}
