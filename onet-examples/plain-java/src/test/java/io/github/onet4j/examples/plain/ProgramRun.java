package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A completed run of a program in its own JVM, on the class path of the test.
 *
 * @param code the exit code
 * @param output the standard output
 * @param errors the standard error
 */
public record ProgramRun(int code, String output, String errors) {
    private static final int MINUTES = 3;
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** Runs a program with a password in its environment; the folder is also its temporary directory. */
    public static ProgramRun of(Class<?> program, Path folder, String password, String... arguments) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Path errors = Files.createTempFile(folder, "errors", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command(program, folder, arguments))
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().put("DB_PASSWORD", password);
            Process process = builder.start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(ended).as("%s ends", program.getSimpleName()).isTrue();
            return new ProgramRun(process.exitValue(), read(output), read(errors));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Class<?> program, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Djava.io.tmpdir=" + folder,
                "-Donet4j.project=" + PROJECT,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
