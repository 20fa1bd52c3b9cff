package io.github.onet4j.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The two kinds of server, as far as a fixture has to tell them apart. */
enum Engine {
    POSTGRESQL("PostgreSQL", "onet.test.postgresql.url") {
        @Override
        DataSource dataSource(String jdbcUrl, String user, String password) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(jdbcUrl);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }

        @Override
        String dropDatabase(String name) {
            // A connection that a test has leaked must not make the clean-up of the next one fail.
            return "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)";
        }

        @Override
        Consumer<String> copierOf(DatabaseServer.Database template) {
            return name -> template.server().execute("CREATE DATABASE " + name + " TEMPLATE " + template.name());
        }
    },

    MYSQL("MySQL", "onet.test.mysql.url") {
        @Override
        DataSource dataSource(String jdbcUrl, String user, String password) {
            MysqlDataSource source = new MysqlDataSource();
            source.setUrl(jdbcUrl);
            source.setUser(user);
            source.setPassword(password);
            try {
                source.setAllowLoadLocalInfile(true);
            } catch (SQLException e) {
                throw new IllegalStateException("the driver has no allowLoadLocalInfile", e);
            }
            return source;
        }

        @Override
        String dropDatabase(String name) {
            return "DROP DATABASE IF EXISTS " + name;
        }

        @Override
        Consumer<String> copierOf(DatabaseServer.Database template) {
            return new MySqlCopier(template);
        }
    };

    private final String title;
    private final String urlProperty;

    Engine(String title, String urlProperty) {
        this.title = title;
        this.urlProperty = urlProperty;
    }

    /** Its name in a message. */
    String title() {
        return title;
    }

    /** The system property that names a server of one's own. */
    String urlProperty() {
        return urlProperty;
    }

    abstract DataSource dataSource(String jdbcUrl, String user, String password);

    abstract String dropDatabase(String name);

    /** Returns what creates a database of a given name with the tables, views and rows that another one has now. */
    abstract Consumer<String> copierOf(DatabaseServer.Database template);
}
