package io.github.onet4j.spring.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** A host on each engine, with a pool of one connection and a database of its own. */
@ParameterizedClass(name = "{0}")
@EnumSource
@SuppressWarnings("NullAway.Init")
abstract class OnEachEngine {
    @Parameter
    DatabaseEngine engine;

    DatabaseServer.Database database;
    private Path folder;

    @BeforeEach
    void openDatabase(@TempDir Path folder) {
        this.folder = folder;
        this.database = (isMySql() ? DatabaseServers.mysql() : DatabaseServers.postgres()).newDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    int poolSize() {
        return 1;
    }

    final boolean isMySql() {
        return engine == DatabaseEngine.MYSQL;
    }

    /** A host whose database is as it is. */
    final ApplicationContextRunner host() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        OnetActuatorAutoConfiguration.class,
                        OnetAutoConfiguration.class,
                        OnetHealthAutoConfiguration.class,
                        OnetMetricsAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.datasource.hikari.maximum-pool-size=" + poolSize(),
                        "spring.datasource.hikari.connection-timeout=5000",
                        "spring.datasource.hikari.data-source-properties.allowLoadLocalInfile=true",
                        "spring.flyway.enabled=false");
    }

    /** A host whose database has the tables, and no release. */
    final ApplicationContextRunner hostWithTables() {
        return hostWith("tables", source -> Onet.create(source).build().schema().createOrUpgrade());
    }

    /** A host in whose database a release is active. */
    final ApplicationContextRunner hostWithRelease() {
        return hostWith("release", source -> {
            Onet onet = Onet.create(source).build();
            onet.schema().createOrUpgrade();
            onet.load(release());
        });
    }

    private ApplicationContextRunner hostWith(String template, Consumer<DataSource> content) {
        database.copy("starter " + template, content);
        return host();
    }

    /** O*NET 31.0 in miniature. */
    final OnetRelease release() {
        return open(MiniRelease.text(), "new");
    }

    /** O*NET 29.3 in miniature. */
    final OnetRelease older() {
        return open(MiniRelease.singleSkillsText(), "old");
    }

    /** With a row that can't be used. */
    final OnetRelease spoilt() {
        return open(MiniRelease.text().withCell("Knowledge.txt", 5, "Data Value", "x"), "spoilt");
    }

    private OnetRelease open(MiniRelease release, String name) {
        return OnetRelease.open(release.writeZip(folder.resolve(name + ".zip")));
    }

    /** Counts rows by a connection that is in no transaction and no pool. */
    final long count(String table) {
        Long rows = new JdbcTemplate(database.dataSource()).queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? -1 : rows;
    }

    static int threadsWaiting(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }
}
