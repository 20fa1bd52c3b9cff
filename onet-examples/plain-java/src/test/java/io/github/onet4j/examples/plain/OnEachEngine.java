package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests programs on PostgreSQL and MySQL. Every test has an empty database of its own. */
@ParameterizedClass(name = "{0}")
@EnumSource(DatabaseEngine.class)
@SuppressWarnings("NullAway.Init")
abstract class OnEachEngine {
    static final Path SAMPLE =
            Path.of("../sample/db_29_3_sample").toAbsolutePath().normalize();
    static final String ATTRIBUTION = "Includes information from the O*NET 29.3 Database";

    @Parameter
    DatabaseEngine engine;

    @TempDir
    Path folder;

    DatabaseServer.Database database;

    @BeforeEach
    void openDatabase() {
        database = server().newDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    final DatabaseServer server() {
        return isMySql() ? DatabaseServers.mysql() : DatabaseServers.postgres();
    }

    final boolean isMySql() {
        return engine == DatabaseEngine.MYSQL;
    }

    /** Returns onet4j on the database of the test. */
    final Onet onet() {
        return Onet.create(database.dataSource()).build();
    }

    /**
     * Runs a program with URL, user, the sample and more arguments; it must succeed without output on standard error.
     */
    final String run(Class<?> program, String... more) {
        List<String> arguments = new ArrayList<>(List.of(database.jdbcUrl(), database.user(), SAMPLE.toString()));
        arguments.addAll(Arrays.asList(more));
        ProgramRun run = ProgramRun.of(program, folder, database.password(), arguments.toArray(String[]::new));
        assertThat(run.errors()).isEmpty();
        assertThat(run.code()).isZero();
        return run.output();
    }

    /** Returns the rows of a query as text. */
    final List<List<String>> rows(String query) {
        return onet().dsl().fetch(query).map(OnEachEngine::values);
    }

    /** Returns the tables and views of a schema (on MySQL: a database), by name. */
    final List<String> tables(String schema) {
        return onet().dsl()
                .fetch(
                        "select table_name from information_schema.tables where table_schema = ? order by table_name",
                        schema)
                .map(row -> row.get(0, String.class));
    }

    /** Returns the default schema of connections to the database. */
    final String defaultSchema() {
        return isMySql() ? database.name() : "public";
    }

    private static List<String> values(Record row) {
        return Arrays.asList(row.into(String[].class));
    }
}
