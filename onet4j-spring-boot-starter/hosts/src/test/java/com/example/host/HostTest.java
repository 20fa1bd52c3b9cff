package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The starter in this version of Spring Boot, beside Flyway on an empty database. */
class HostTest {
    @TempDir
    private Path folder;

    @Test
    void worksOnPostgresql() throws Exception {
        check(DatabaseServers.postgres(), LoadPath.COPY);
    }

    @Test
    void worksOnMySql() throws Exception {
        check(DatabaseServers.mysql(), LoadPath.LOAD_DATA_LOCAL);
    }

    private void check(DatabaseServer server, LoadPath path) throws Exception {
        try (DatabaseServer.Database database = server.newDatabase();
                ConfigurableApplicationContext host = start(database)) {
            assertThat(SpringBootVersion.getVersion()).startsWith(System.getProperty("host.boot") + ".");
            assertThat(host.getBean(JdbcTemplate.class)
                            .queryForList("select version from flyway_schema_history", String.class))
                    .isEqualTo(List.of("1"));
            answersOverHttp(host);
            undoesALoadWithARollback(host, path);
        }
    }

    private static void answersOverHttp(ConfigurableApplicationContext host) throws Exception {
        assertThat(get(host, "/readiness?from=15-1251&to=15-1211").body()).startsWith("0.");
        HttpResponse<String> unknown = get(host, "/readiness?from=15-1299&to=15-1211");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("O*NET 31.0 has no occupation 15-1299.00.", "same_minor_group");
        assertThat(get(host, "/actuator/health/onet").body())
                .contains("\"status\":\"UP\"", "\"details\":{\"release\":\"31.0\",\"schema\":\"up to date\"}");
        assertThat(get(host, "/actuator/metrics/onet.load").body()).contains("loaded");
        assertThat(get(host, "/actuator/metrics/onet.analysis").body()).contains("succeeded", "refused");
    }

    private void undoesALoadWithARollback(ConfigurableApplicationContext host, LoadPath path) {
        Onet onet = host.getBean(Onet.class);
        OnetRelease older = OnetRelease.open(MiniRelease.singleSkillsText().writeZip(folder.resolve("old.zip")));
        new TransactionTemplate(host.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(onet.load(older).path()).contains(path);
            assertThat(onet.catalog().release().version()).isEqualTo("29.3");
            status.setRollbackOnly();
        });
        assertThat(onet.releases()).hasSize(1);
        assertThat(onet.catalog().release().version()).isEqualTo("31.0");
    }

    private ConfigurableApplicationContext start(DatabaseServer.Database database) {
        Path release = MiniRelease.text().writeZip(folder.resolve("new-" + database.name() + ".zip"));
        return SpringApplication.run(
                HostApplication.class,
                "--server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.data-source-properties.allowLoadLocalInfile=true",
                "--onet4j.release.path=" + release);
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext host, String path) throws Exception {
        String port = host.getEnvironment().getProperty("local.server.port");
        URI address = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
