package io.github.onet4j.testing;

import io.github.onet4j.testing.DatabaseServer.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Copies a database of MySQL, which has no templates, by the statements that MySQL itself gives for its tables. */
final class MySqlCopier implements Consumer<String> {
    private final DatabaseServer server;
    private final List<String> statements = new ArrayList<>();

    MySqlCopier(Database template) {
        this.server = template.server();
        try (Connection connection = template.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : namesOf("BASE TABLE", statement)) {
                statements.add(creationOf("TABLE", table, statement));
                if (isFilled(table, statement)) {
                    statements.add("INSERT INTO " + table + " SELECT * FROM " + template.name() + "." + table);
                }
            }
            for (String view : namesOf("VIEW", statement)) {
                statements.add(creationOf("VIEW", view, statement));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tables of " + template.name(), e);
        }
    }

    @Override
    public void accept(String name) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            statement.execute("USE " + name);
            statement.execute("SET foreign_key_checks = 0");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot copy a database to " + name, e);
        }
    }

    private static List<String> namesOf(String type, Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = statement.executeQuery("SHOW FULL TABLES WHERE Table_type = '" + type + "'")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static String creationOf(String kind, String name, Statement statement) throws SQLException {
        try (ResultSet creation = statement.executeQuery("SHOW CREATE " + kind + " " + name)) {
            creation.next();
            return creation.getString(2);
        }
    }

    private static boolean isFilled(String table, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return row.next();
        }
    }
}
