package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Describes the database behind the service.
 *
 * @param engine the name that the server reports
 * @param version the version of the server
 * @param schemaState UP_TO_DATE; MISSING if no table exists; DIFFERENT if tables are missing or differ
 * @param differences the tables, columns, keys and views that differ from what onet4j needs
 * @param tables the existing tables
 */
record DiagnosticsAnswer(
        String engine, String version, SchemaState schemaState, List<String> differences, List<TableRows> tables) {
    /**
     * A table with its number of rows.
     *
     * @param name the name of the table
     * @param rows the number of rows, of all releases together
     */
    @Schema(name = "TableRows")
    record TableRows(String name, @Schema(minimum = "0") long rows) {}
}
