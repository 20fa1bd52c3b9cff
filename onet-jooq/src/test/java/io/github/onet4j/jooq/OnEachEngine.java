package io.github.onet4j.jooq;

import static org.awaitility.Awaitility.waitAtMost;
import static org.awaitility.Durations.ONE_MINUTE;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A contract that PostgreSQL and MySQL keep alike. Every test has an empty database of its own. */
@ParameterizedClass(name = "{0}")
@MethodSource("engines")
@SuppressWarnings("NullAway.Init")
abstract class OnEachEngine {
    /** The tables that hold what was loaded, fetched or assessed. */
    static final List<String> TABLES = List.of(
            "onet_ability_work_activity",
            "onet_ability_work_context",
            "onet_assessed_level",
            "onet_assessment",
            "onet_category_rating",
            "onet_dwa",
            "onet_element",
            "onet_emerging_task",
            "onet_interest_activity",
            "onet_interest_area_type",
            "onet_interest_keyword",
            "onet_interest_occupation",
            "onet_iwa",
            "onet_job_title",
            "onet_job_zone",
            "onet_job_zone_reference",
            "onet_level_anchor",
            "onet_model_call",
            "onet_occupation",
            "onet_occupation_metadata",
            "onet_rating",
            "onet_rating_category",
            "onet_rejected_row",
            "onet_related_occupation",
            "onet_release",
            "onet_reported_title",
            "onet_scale",
            "onet_skill_work_activity",
            "onet_skill_work_context",
            "onet_software_skill",
            "onet_survey_item",
            "onet_task",
            "onet_task_category",
            "onet_task_dwa",
            "onet_task_rating",
            "onet_tool",
            "onet_unspsc",
            "onet_web_fetch",
            "onet_web_lookup",
            "onet_web_response",
            "onet_work_style_work_activity",
            "onet_work_style_work_context");

    @Parameter
    DatabaseEngine engine;

    DatabaseServer.Database database;
    DataSource dataSource;
    private Path folder;
    private int archives;

    /** Both engines, or the one that the system property {@code onet.test.engine} names. */
    static Stream<DatabaseEngine> engines() {
        String one = System.getProperty("onet.test.engine");
        return one == null ? Stream.of(DatabaseEngine.values()) : Stream.of(DatabaseEngine.valueOf(one));
    }

    @BeforeEach
    void openDatabase(@TempDir Path folder) {
        this.folder = folder;
        this.database = server().newDatabase();
        // Creates an empty database at the first connection; until then it may become a copy.
        this.dataSource = HostDataSource.proxy(
                DataSource.class,
                (proxy, method, arguments) -> HostDataSource.invoke(database.dataSource(), method, arguments));
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

    final Path folder() {
        return folder;
    }

    /** onet4j on the empty database. */
    final Onet onet() {
        return Onet.create(dataSource).build();
    }

    /** onet4j on a database with its tables, and no release. */
    final Onet onetWithTables() {
        return onetWith("tables", source -> Onet.create(source).build().schema().createOrUpgrade());
    }

    /** onet4j on a database in which a release is active. */
    final Onet onetWith(MiniRelease release) {
        OnetRelease opened = open(release);
        return onetWith(Objects.requireNonNull(opened.info().sha256()), source -> {
            Onet onet = Onet.create(source).build();
            onet.schema().createOrUpgrade();
            onet.load(opened);
        });
    }

    /** Fills the database, or copies one that an earlier test had filled in the same way. */
    private Onet onetWith(String template, Consumer<DataSource> content) {
        if (!database.copy(template, content)) {
            content.accept(dataSource);
        }
        return onet();
    }

    /** Writes a release into a zip and opens it. */
    final OnetRelease open(MiniRelease release) {
        return OnetRelease.open(release.writeZip(folder.resolve("mini" + ++archives + ".zip")));
    }

    final void execute(String... statements) {
        execute(dataSource, statements);
    }

    static void execute(DataSource source, String... statements) {
        try (Connection connection = source.getConnection()) {
            execute(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the rows of a query as text. */
    final List<List<@Nullable String>> rows(String query) {
        try (Connection connection = dataSource.getConnection()) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    static List<List<@Nullable String>> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The one value that a query returns, as text. */
    final String value(String query) {
        return String.valueOf(rows(query).get(0).get(0));
    }

    final long count(String table) {
        return Long.parseLong(value("select count(*) from " + table));
    }

    /** Returns the number of rows in all tables of onet4j but that of the active release. */
    final long countAll() {
        return TABLES.stream().mapToLong(this::count).sum();
    }

    /** Returns what is logged meanwhile: each event's level and message, and the stack trace of its exception. */
    static String loggedBy(Runnable work) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            work.run();
        } finally {
            root.detachAppender(log);
        }
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage() + "\n"
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    /** Waits until a connection to the database waits for a lock. */
    final void awaitSomebodyWaiting() {
        String waiting = isMySql()
                ? "select (select count(*) from performance_schema.data_locks where object_schema = '" + database.name()
                        + "' and lock_status = 'WAITING')"
                        // A user's lock is in no schema; those of onet4j have its name in theirs.
                        + " + (select count(*) from performance_schema.metadata_locks where lock_status = 'PENDING'"
                        + " and object_type = 'USER LEVEL LOCK' and object_name = 'onet4j." + database.name() + "')"
                : "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type ="
                        + " 'Lock'";
        waitAtMost(ONE_MINUTE)
                .alias("somebody waits for a lock")
                .until(() -> !value(waiting).equals("0"));
    }
}
