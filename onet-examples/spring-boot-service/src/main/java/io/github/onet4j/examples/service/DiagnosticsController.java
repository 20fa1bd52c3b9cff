package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.database.SchemaDifference;
import io.github.onet4j.jooq.schema.DefaultSchema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators about the database, its schema and its size, but neither its address nor its user. */
@RestController
@Tag(name = "Operation")
@RequestMapping(path = "/api/v1/db-diagnostics", produces = MediaType.APPLICATION_JSON_VALUE)
class DiagnosticsController {
    private final ObjectProvider<Onet> onet;

    DiagnosticsController(ObjectProvider<Onet> onet) {
        this.onet = onet;
    }

    @GetMapping
    @ApiResponse(responseCode = "200", description = "The diagnostics", useReturnTypeSchema = true)
    @Operation(summary = "Engine, schema and row counts of the database")
    DiagnosticsAnswer diagnostics() {
        Onet database = onet.getObject();
        List<SchemaDifference> differences = database.schema().differences();
        List<DiagnosticsAnswer.TableRows> tables = tables(database, missing(differences));
        return database.dsl()
                .connectionResult(connection -> new DiagnosticsAnswer(
                        connection.getMetaData().getDatabaseProductName(),
                        connection.getMetaData().getDatabaseProductVersion(),
                        SchemaState.of(differences, tables),
                        differences.stream().map(SchemaDifference::toString).toList(),
                        tables));
    }

    private static List<DiagnosticsAnswer.TableRows> tables(Onet database, Set<String> missing) {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.getTableType() == TableType.TABLE)
                .filter(table -> !missing.contains(table.getName()))
                .map(table -> rows(database, table))
                .toList();
    }

    private static DiagnosticsAnswer.TableRows rows(Onet database, Table<?> table) {
        return new DiagnosticsAnswer.TableRows(table.getName(), database.dsl().fetchCount(table));
    }

    private static Set<String> missing(List<SchemaDifference> differences) {
        return differences.stream()
                .filter(difference -> difference.part() == null && difference.found() == null)
                .map(SchemaDifference::table)
                .collect(Collectors.toSet());
    }
}
