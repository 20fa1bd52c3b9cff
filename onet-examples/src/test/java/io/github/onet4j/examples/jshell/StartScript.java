package io.github.onet4j.examples.jshell;

import io.github.onet4j.examples.quickstart.Project;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The script {@code start} as a user runs it, as a process of its own.
 *
 * @param folder where the process works and keeps what is its user's
 * @param home where the database is
 */
record StartScript(Path folder, Path home) {
    static final Path SCRIPTS = Project.FOLDER.resolve("onet-examples/jshell");

    private static final int MINUTES = 3;

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), "", arguments);
    }

    /** Types lines, the last of which is followed by the end of input, as Ctrl-D makes it. */
    Run type(List<String> lines, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), String.join("\n", lines) + "\n", arguments);
    }

    Run run(Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path notes = Files.createTempFile(folder, "notes", ".txt");
        ProcessBuilder builder = builder(arguments);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(notes.toFile())
                .start();
        try (OutputStream keyboard = process.getOutputStream()) {
            keyboard.write(input.getBytes(StandardCharsets.UTF_8));
        }
        end(process);
        return new Run(process.exitValue(), Files.readString(output), Files.readString(notes));
    }

    /** Starts JShell and returns when it has greeted. */
    Process open() throws IOException {
        Process process = builder().redirectErrorStream(true).start();
        String line = "";
        while (line != null && !line.startsWith("Three things")) {
            line = process.inputReader(StandardCharsets.UTF_8).readLine();
        }
        return process;
    }

    static void end(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it has not ended within " + MINUTES + " minutes");
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("start").toString(), "--home", home.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        // JShell's history is kept below the user's home, which is not the tester's here.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Duser.home=" + folder);
        return builder;
    }

    /** What a run left behind. */
    record Run(int code, String output, String notes) {}
}
