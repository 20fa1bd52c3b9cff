package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;
import org.junit.jupiter.api.Test;

/** jOOQ says hello once in the life of a JVM, so each claim is about a new one. */
final class JooqLogoTest {
    @Test
    void isNotOnTheLogOfAHostWithoutJooq() throws Exception {
        assertThat(logOf("onet4j")).contains("rendered").doesNotContain("using jOOQ", "jOOQ tip", "@@@@");
    }

    @Test
    void isLeftToAHostThatUsesJooq() throws Exception {
        assertThat(logOf("jooq")).contains("rendered", "jOOQ logs", "Thank you for using jOOQ");
    }

    @Test
    void isKeptAwayWithoutAChangeOfTheHostsSettings() throws Exception {
        assertThat(logOf("onet4j")).contains("jOOQ logs", "org.jooq.no-logo is null", "org.jooq.no-tips is null");
        assertThat(logOf("onet4j", "-Dorg.jooq.no-logo=false"))
                .contains("rendered", "org.jooq.no-logo is false")
                .doesNotContain("@@@@");
        assertThat(logOf("quiet jOOQ and onet4j")).contains("rendered").doesNotContain("jOOQ logs", "@@@@");
    }

    private static String logOf(String first, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Host.class.getName(), first));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.PIPE)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
        return log;
    }

    /** A host that creates onet4j, or not, and then renders a query. */
    static final class Host {
        private Host() {}

        public static void main(String[] arguments) {
            if (arguments[0].startsWith("quiet jOOQ")) {
                JooqLogger.globalThreshold(Log.Level.WARN);
            }
            if (arguments[0].endsWith("onet4j")) {
                Onet.create(HostDataSource.proxy(
                        DataSource.class, (proxy, method, values) -> DriverManager.getConnection("jdbc:none")));
            }
            DSL.using(SQLDialect.POSTGRES).render(DSL.one());
            System.out.println("rendered");
            JooqLogger.getLogger(Host.class).info("jOOQ logs");
            for (String name : List.of("org.jooq.no-logo", "org.jooq.no-tips")) {
                System.out.println(name + " is " + System.getProperty(name));
            }
        }
    }
}
