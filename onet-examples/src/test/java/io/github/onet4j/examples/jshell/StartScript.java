package io.github.onet4j.examples.jshell;

import io.github.onet4j.examples.quickstart.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The script {@code start} as a user runs it, in a process of its own.
 *
 * @param folder the working directory, which is also the user's home
 * @param home the folder of the database
 */
record StartScript(Path folder, Path home) {
    static final Path SCRIPTS = Project.FOLDER.resolve("onet-examples/jshell");

    private static final int MINUTES = 3;

    /** Runs to the end without input. */
    Run run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path notes = Files.createTempFile(folder, "notes", ".txt");
        Process process = builder(arguments)
                .redirectOutput(output.toFile())
                .redirectError(notes.toFile())
                .start();
        process.getOutputStream().close();
        return new Run(end(process), Files.readString(output), Files.readString(notes));
    }

    /** Opens JShell and returns once it has greeted. */
    Session open(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = builder(arguments).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader screen = process.inputReader(StandardCharsets.UTF_8);
        List<String> greeting = new ArrayList<>();
        for (String line = screen.readLine(); line != null; line = screen.readLine()) {
            greeting.add(line);
            if (line.contains("/exit")) {
                return new Session(process, screen, greeting);
            }
        }
        throw new AssertionError("JShell did not greet, but said " + greeting);
    }

    private static int end(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end within " + MINUTES + " minutes");
        }
        return process.exitValue();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("start").toString(), "--home", home.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        // JShell keeps its history below the user's home, which must not be the tester's.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Duser.home=" + folder);
        return builder;
    }

    /**
     * An open JShell.
     *
     * @param greeting the lines that it has printed so far
     */
    record Session(Process process, BufferedReader screen, List<String> greeting) {
        /** Returns the three things that the greeting suggests to type. */
        List<String> suggestions() {
            return greeting.stream()
                    .dropWhile(line -> !line.equals("Three things to type:"))
                    .skip(1)
                    .limit(3)
                    .toList();
        }

        /** Types lines and then the end of input, as Ctrl-D does. */
        Run type(List<String> lines) throws InterruptedException {
            try (PrintWriter keyboard = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8))) {
                lines.forEach(keyboard::println);
            }
            String output = screen.lines().collect(Collectors.joining("\n"));
            return new Run(end(process), output, "");
        }

        void closeInput() throws IOException {
            process.getOutputStream().close();
        }

        /** Waits until the process has started a program. */
        void awaitProgram(String name) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            while (process.descendants()
                    .noneMatch(child -> child.info().command().orElse("").endsWith("/" + name))) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("the process did not start " + name);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }

        void awaitEnd() throws InterruptedException {
            end(process);
        }

        void terminate() throws InterruptedException {
            process.destroy();
            end(process);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            end(process);
        }
    }

    /** The exit code of a run, and its standard output and error. */
    record Run(int code, String output, String notes) {}
}
