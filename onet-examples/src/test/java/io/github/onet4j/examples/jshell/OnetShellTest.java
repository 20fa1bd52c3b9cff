package io.github.onet4j.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.quickstart.Project;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnetShellTest {
    private static final String SAMPLE = Project.SAMPLE.toString();

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aScriptThatFailsEndsTheRunAndIsNamedWithTheLine(@TempDir Path folder) throws Exception {
        Path failing =
                Files.writeString(folder.resolve("failing.jsh"), "\nanalyzer.analyze(\"15-1299\", \"15-1211\");\n");

        assertThat(run("--zip", SAMPLE, failing.toString())).isEqualTo(1);

        assertThat(errors.toString())
                .contains("failing.jsh:2: io.github.onet4j.OccupationNotFoundException: ", "15-1299.00");
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        assertUsage("There is no file or folder no-such.zip (--zip).", "--zip", "no-such.zip");
        assertUsage("There is no file or folder no-such.jsh.", "no-such.jsh");
        assertUsage("Use either --release or --zip, not both.", "--zip", SAMPLE, "--release", SAMPLE);
    }

    @Test
    void aFolderWithoutAReleaseIsRefused() {
        assertThat(run("--release", StartScript.SCRIPTS.toString())).isEqualTo(1);

        assertThat(errors.toString()).contains("is not a whole O*NET release");
    }

    @Test
    void helpNamesVariablesAndOptions() {
        assertThat(run("--help")).isZero();

        assertThat(output.toString())
                .contains("onet, catalog, analyzer and dsl", "--release", "--zip", "--home", "SCRIPT");
    }

    private void assertUsage(String message, String... arguments) {
        errors.getBuffer().setLength(0);

        assertThat(run(arguments)).isEqualTo(2);

        assertThat(errors.toString()).contains(message, "See onet-examples/jshell/start --help");
    }

    private int run(String... arguments) {
        return OnetShell.commandLine(Project.FOLDER)
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
