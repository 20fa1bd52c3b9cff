package io.github.onet4j.examples.service;

import java.util.List;

/**
 * Describes the database behind the service.
 *
 * @param engine the name that the server reports
 * @param version the version of the server
 * @param differences the tables, columns, keys and views that differ from what onet4j needs
 * @param tables the existing tables
 */
record DiagnosticsAnswer(
        String engine, String version, SchemaState schemaState, List<String> differences, List<TableRows> tables) {
    /** A table with its number of rows. */
    record TableRows(String name, long rows) {}
}
