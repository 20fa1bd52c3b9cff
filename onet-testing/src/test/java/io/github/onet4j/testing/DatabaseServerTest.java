package io.github.onet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The servers that every other test stands on. */
final class DatabaseServerTest {
    @ParameterizedTest
    @EnumSource
    void isStartedOnceAndIsWhatItSays(Engine engine) throws SQLException {
        DatabaseServer server = shared(engine);

        assertThat(shared(engine)).isSameAs(server);
        try (Connection connection = server.dataSource().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(engine.title());
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheDatabasesOfTwoTestsApart(Engine engine) throws SQLException {
        try (DatabaseServer.Database one = shared(engine).newDatabase();
                DatabaseServer.Database other = shared(engine).newDatabase()) {
            execute(one.dataSource(), "CREATE TABLE t (id int)");
            execute(other.dataSource(), "CREATE TABLE t (id int)");
            execute(one.dataSource(), "INSERT INTO t VALUES (1)");

            assertThat(count(one.dataSource())).isEqualTo(1);
            assertThat(count(other.dataSource())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void copiesADatabaseThatWasFilledOnce(Engine engine) throws SQLException {
        AtomicInteger fillings = new AtomicInteger();
        Consumer<DataSource> content = source -> {
            fillings.incrementAndGet();
            try {
                execute(source, "CREATE TABLE host (id int PRIMARY KEY)");
                execute(source, "CREATE TABLE t (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES host (id))");
                execute(source, "CREATE VIEW v AS SELECT id FROM t");
                execute(source, "INSERT INTO host VALUES (1), (2)");
                execute(source, "INSERT INTO t VALUES (1)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        try (DatabaseServer.Database one = shared(engine).newDatabase();
                DatabaseServer.Database other = shared(engine).newDatabase()) {
            assertThat(one.copy("filled once", content)).isTrue();
            execute(one.dataSource(), "INSERT INTO t VALUES (2)");
            execute(one.dataSource(), "DROP VIEW v");
            assertThat(other.copy("filled once", content)).isTrue();

            assertThat(count(one.dataSource())).isEqualTo(2);
            assertThat(count(other.dataSource())).isEqualTo(1);
            assertThat(selectInt(other.dataSource(), "SELECT count(*) FROM v")).isEqualTo(1);
            assertThatThrownBy(() -> execute(other.dataSource(), "INSERT INTO t VALUES (3)"))
                    .isInstanceOf(SQLException.class);
            assertThat(fillings).hasValue(1);
            assertThat(other.copy("filled once", content)).as("it is in use").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void dropsADatabaseThatIsClosed(Engine engine) throws SQLException {
        DatabaseServer.Database database = shared(engine).newDatabase();
        assertThat(database.dataSource().getConnection()).satisfies(Connection::close);
        database.close();

        assertThatThrownBy(() -> database.dataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(database.name());
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasCommittedBeforeAKill(Engine engine) throws SQLException {
        DatabaseServer server = embedded(engine);
        try (DatabaseServer.Database database = server.newDatabase()) {
            execute(database.dataSource(), "CREATE TABLE t (id int)");
            execute(database.dataSource(), "INSERT INTO t VALUES (1)");
            Connection open = database.dataSource().getConnection();
            open.setAutoCommit(false);
            execute(open, "INSERT INTO t VALUES (2)");

            server.kill();
            assertThatThrownBy(() -> database.dataSource().getConnection()).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(open, "INSERT INTO t VALUES (3)")).isInstanceOf(SQLException.class);
            closeBroken(open);
            server.restart();

            assertThat(count(database.dataSource())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesSettingsAndLeavesNothingBehind(Engine engine) throws SQLException {
        embedded(engine);
        EmbeddedServer server = engine == Engine.POSTGRESQL
                ? PostgresServer.start("max_connections=17")
                : MySqlServer.start("max-connections=17");
        Path directory = server.file("data").getParent();
        String sql = engine == Engine.POSTGRESQL ? "SHOW max_connections" : "SELECT @@max_connections";
        try (server) {
            assertThat(directory).exists();
            assertThat(selectInt(server.dataSource(), sql)).isEqualTo(17);
        }

        server.close();
        assertThat(directory).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAServerDoesNotStart(Engine engine) {
        embedded(engine);
        assertThatThrownBy(() -> {
                    if (engine == Engine.POSTGRESQL) {
                        PostgresServer.start("no_such_setting=1");
                    } else {
                        MySqlServer.start("no-such-setting=1");
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(engine.title() + " does not start")
                .hasMessageContaining("such")
                .hasMessageContaining(engine.urlProperty());
    }

    @ParameterizedTest
    @EnumSource
    void usesAServerOfOnesOwnButDoesNotKillIt(Engine engine) throws SQLException {
        DatabaseServer running = shared(engine);
        String url = running.jdbcUrl() + "?user=" + running.user() + "&password=" + running.password();
        try (DatabaseServer server = new ExternalServer(engine, url);
                DatabaseServer.Database database = server.newDatabase()) {
            execute(database.dataSource(), "CREATE TABLE t (id int)");

            assertThat(server.canBeKilled()).isFalse();
            assertThatThrownBy(server::kill)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(engine.urlProperty());
            assertThatThrownBy(server::restart).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(running.dataSource().getConnection()).satisfies(Connection::close);
    }

    @Test
    void takesUserAndPasswordOutOfAUrl() {
        ServerUrl url = ServerUrl.parse("jdbc:mysql://db:3306/one?sslMode=REQUIRED&user=me&password=a%26b&x=y");

        assertThat(url.user()).isEqualTo("me");
        assertThat(url.password()).isEqualTo("a&b");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:mysql://db:3306/one?sslMode=REQUIRED&x=y");
        assertThat(url.withDatabase("two").jdbcUrl()).isEqualTo("jdbc:mysql://db:3306/two?sslMode=REQUIRED&x=y");
    }

    @Test
    void keepsThePasswordOutOfTheMessageAboutABadUrl() {
        assertThatThrownBy(() -> new ExternalServer(Engine.MYSQL, "mysql://me:secret@db"))
                .hasMessageContaining("onet.test.mysql.url")
                .hasStackTraceContaining("expected is jdbc:")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("secret");
    }

    private static DatabaseServer shared(Engine engine) {
        return engine == Engine.POSTGRESQL ? DatabaseServers.postgres() : DatabaseServers.mysql();
    }

    private static DatabaseServer embedded(Engine engine) {
        DatabaseServer server = shared(engine);
        assumeThat(server.canBeKilled()).isTrue();
        return server;
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void closeBroken(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // MySQL's driver tries to roll back first.
            return;
        }
    }

    private static int count(DataSource source) throws SQLException {
        return selectInt(source, "SELECT count(*) FROM t");
    }

    private static int selectInt(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
