package io.github.onet4j.examples.assistants.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command refuses, and says to standard error alone. */
class OnetMcpServerTest {
    private static final int MINUTES = 2;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --release no-such.zip| There is no file or folder no-such.zip
            --database jdbc:postgresql://h/d --release pom.xml| either --release or --database, not both
            --database jdbc:oracle:thin:@h| must start with jdbc:postgresql: or jdbc:mysql:
            --database jdbc:postgresql://h/d?user=me&password=secret-1| set ONET_DB_USER and ONET_DB_PASSWORD
            --database jdbc:mysql://me:secret-1@h/d| set ONET_DB_USER and ONET_DB_PASSWORD
            --database jdbc:mysql://(host=h,password=secret-1)/d| set ONET_DB_USER and ONET_DB_PASSWORD
            --port many| Invalid value for option '--port'
            """)
    void refusesWrongOptions(String options, String expected) {
        StringWriter errors = new StringWriter();

        int code = OnetMcpServer.commandLine().setErr(new PrintWriter(errors)).execute(options.split(" +", -1));

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString())
                .contains(expected, "See onet-examples/mcp-server/start --help")
                .doesNotContain("secret-1");
    }

    @Test
    void saysInOneLineWhyItCanNotConnect() throws Exception {
        String url = "jdbc:postgresql://localhost:" + FreePort.find() + "/careers";
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");

        int code = run(output, errors, "--database", url);

        assertThat(code).isEqualTo(1);
        assertThat(Files.readString(errors))
                .startsWith("Can't connect to " + url + ": ")
                .doesNotContain("secret-2", "\tat ")
                .hasLineCount(1);
        assertThat(output).isEmptyFile();
    }

    private static int run(Path output, Path errors, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OnetMcpServer.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put(OwnDatabase.USER, "me");
        builder.environment().put(OwnDatabase.PASSWORD, "secret-2");
        Process process = builder.start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
