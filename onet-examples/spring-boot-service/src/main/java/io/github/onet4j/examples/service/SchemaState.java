package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.database.SchemaDifference;
import java.util.List;

/** How the tables in the database relate to those that onet4j needs. */
enum SchemaState {
    UP_TO_DATE,
    /** None is there. */
    MISSING,
    /** Some are there, but not all, or not as they must be. */
    DIFFERENT;

    static SchemaState of(List<SchemaDifference> differences, List<DiagnosticsAnswer.TableRows> tables) {
        if (differences.isEmpty()) {
            return UP_TO_DATE;
        }
        return tables.isEmpty() ? MISSING : DIFFERENT;
    }
}
