package io.github.onet4j.examples.assistants.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.examples.assistants.Calls;
import io.github.onet4j.examples.assistants.OnetTools;
import io.github.onet4j.examples.assistants.ReleasesInDatabase;
import io.github.onet4j.examples.assistants.ReleasesOnDisk;
import io.github.onet4j.examples.assistants.Samples;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    private static final Map<String, String> QUESTIONS = Map.of(
            "search_occupations", "{'title': 'programmer'}",
            "skill_gap", "{'from': '15-1251', 'to': '15-1252', 'unrated': 'ESTIMATE'}",
            "closest_occupations", "{'occupation': '15-1251'}",
            "career_paths", "{'from': '31-1131', 'to': '29-1141'}",
            "what_changed", "{}",
            "person_readiness", "{'target': '15-1211', 'held': [{'occupation': '15-1251'}]}");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(DatabaseEngine.class)
    void answersAsFromDiskOverConnectionsThatOnlyRead(DatabaseEngine engine) throws IOException {
        Path later = Samples.later(folder);
        Calls fromDisk = new Calls(OnetTools.of(new ReleasesOnDisk(List.of(later, Samples.EARLIER))));
        DatabaseServer server = engine == DatabaseEngine.MYSQL ? DatabaseServers.mysql() : DatabaseServers.postgres();
        try (DatabaseServer.Database database = server.newDatabase()) {
            load(database, Samples.EARLIER, later);
            if (engine == DatabaseEngine.POSTGRESQL) {
                assertProcessAnswersFrom(database);
            }
            Calls calls;
            try (HikariDataSource pool = OwnDatabase.connect(
                    database.jdbcUrl(),
                    Map.of(OwnDatabase.USER, database.user(), OwnDatabase.PASSWORD, database.password()))) {
                calls = new Calls(
                        OnetTools.of(new ReleasesInDatabase(Onet.create(pool).build())));

                QUESTIONS.forEach((tool, question) ->
                        assertThat(calls.found(tool, question)).as(tool).isEqualTo(fromDisk.found(tool, question)));
                assertThat(calls.refused("what_changed", "{'earlier': '28.0'}"))
                        .contains("The releases here are 30.1, 29.3.");
            }
            assertThat(calls.refused("skill_gap", "{'from': '15-1251', 'to': '15-1211'}"))
                    .isEqualTo("The database can't answer now. Ask again later; the log of the tools says why.");
        }
    }

    /** The process is told user and password by its environment alone. */
    private static void assertProcessAnswersFrom(DatabaseServer.Database database) {
        ServerParameters process = StdioTest.process("--database", database.jdbcUrl())
                .addEnvVar(OwnDatabase.USER, database.user())
                .addEnvVar(OwnDatabase.PASSWORD, database.password())
                .build();
        try (McpSyncClient client = McpCalls.connect(new StdioClientTransport(process, McpTools.JSON))) {
            McpCalls.assertEveryToolAnswers(client);
        }
    }

    private static void load(DatabaseServer.Database database, Path... releases) {
        Onet onet = Onet.create(database.dataSource()).build();
        onet.schema().createOrUpgrade();
        for (Path release : releases) {
            onet.load(OnetRelease.open(release));
        }
    }
}
