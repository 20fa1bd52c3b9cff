package io.github.onet4j.examples.service;

import java.util.List;

/**
 * The database behind the service.
 *
 * @param engine what it calls itself
 * @param version its version
 * @param differences each table, column, key or view that is not as it must be
 * @param tables those that are there
 */
record DiagnosticsAnswer(
        String engine, String version, SchemaState schemaState, List<String> differences, List<TableRows> tables) {
    /** A table and how many rows it has. */
    record TableRows(String name, long rows) {}
}
