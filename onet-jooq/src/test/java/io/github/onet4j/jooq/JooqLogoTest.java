package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** jOOQ says hello once in the life of a JVM, so each claim is about a new one. */
final class JooqLogoTest {
    @Test
    void isNotOnTheLogOfAHostWithoutJooq() throws Exception {
        assertThat(logOf("onet4j")).contains("rendered").doesNotContain("jOOQ", "@@@@");
    }

    @Test
    void isLeftToAHostThatUsesJooq() throws Exception {
        assertThat(logOf("jooq")).contains("rendered", "Thank you for using jOOQ");
    }

    private static String logOf(String first) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Host.class.getName(),
                        first)
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
            if (arguments[0].equals("onet4j")) {
                Onet.create(HostDataSource.proxy(
                        DataSource.class, (proxy, method, values) -> DriverManager.getConnection("jdbc:none")));
            }
            DSL.using(SQLDialect.POSTGRES).render(DSL.one());
            System.out.println("rendered");
        }
    }
}
