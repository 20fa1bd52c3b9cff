package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.database.SchemaDifference;
import java.util.List;

/** Compares the tables in the database with those that onet4j needs. */
enum SchemaState {
    UP_TO_DATE,
    /** No table exists. */
    MISSING,
    /** Tables are missing or differ. */
    DIFFERENT;

    static SchemaState of(List<SchemaDifference> differences, List<DiagnosticsAnswer.TableRows> tables) {
        if (differences.isEmpty()) {
            return UP_TO_DATE;
        }
        return tables.isEmpty() ? MISSING : DIFFERENT;
    }
}
