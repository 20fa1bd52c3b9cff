package io.github.onet4j.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that this JVM starts, with a directory of its own for data and logs that goes when the server is closed. */
abstract sealed class EmbeddedServer extends DatabaseServer permits PostgresServer, MySqlServer {
    static final int SECONDS_TO_START = 120;

    private static final int SECONDS_TO_END = 10;
    private static final int LOG_LINES_IN_MESSAGE = 40;

    /** Variables of the server's processes only. */
    final Map<String, String> environment = new HashMap<>();

    private final Path home;
    private final Path directory;
    private @Nullable ProcessHandle process;

    EmbeddedServer(Engine engine, ServerUrl url, Path home) {
        super(engine, url);
        this.home = home;
        this.directory = newDirectory(engine);
        // Messages in English whatever the machine's language; on macOS PostgreSQL does not start without a locale.
        environment.put("LC_ALL", "C");
    }

    /** Lays out an empty data directory. */
    abstract void initialize();

    /** Starts the server and waits until it takes connections. */
    abstract ProcessHandle launch();

    /** Ends the running server without asking it to save anything. */
    abstract void stop();

    static <S extends EmbeddedServer> S started(S server) {
        try {
            server.initialize();
            server.restart();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public final boolean canBeKilled() {
        return true;
    }

    @Override
    public final synchronized void restart() {
        if (isRunning()) {
            throw new IllegalStateException(engine().title() + " is running; kill it first");
        }
        process = launch();
    }

    @Override
    public final synchronized void kill() {
        ProcessHandle server = process;
        if (server == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(List.of(server));
        all.addAll(server.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(this::awaitExit);
        process = null;
    }

    @Override
    public final synchronized void close() {
        if (isRunning()) {
            stop();
        }
        process = null;
        deleteTree(directory);
    }

    /** The full path of one of the server's programs. */
    final String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** A file or folder of this server. */
    final Path file(String name) {
        return directory.resolve(name);
    }

    /** Runs one of the server's programs to its end. */
    final void run(List<String> command) {
        try {
            int code = startProcess(command).waitFor();
            if (code != 0) {
                throw failure("exit code " + code + " of " + String.join(" ", command), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while waiting for " + String.join(" ", command), e);
        }
    }

    /** Starts one of the server's programs; what it prints goes to a log of its own. */
    final Process startProcess(List<String> command) {
        File log = file("output.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw failure("cannot run " + String.join(" ", command), e);
        }
    }

    /** Waits a moment before the next look at a server that is coming up or going down. */
    final void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + engine().title(), e);
        }
    }

    /** An exception that says all there is to know, since the logs will be deleted. */
    final IllegalStateException failure(String what, @Nullable Throwable cause) {
        String message = "%s does not start: %s%n%sA server of your own can be named by the system property %s."
                .formatted(engine().title(), what, endOfLogs(), engine().urlProperty());
        return new IllegalStateException(message, cause);
    }

    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRunning() {
        return process != null && isRunning(process);
    }

    /** A killed process that nobody reaps, as in a container without init, has no command but seems to be alive. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private void awaitExit(ProcessHandle killed) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (isRunning(killed)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(engine().title() + " survived being killed");
            }
            pause();
        }
    }

    private String endOfLogs() {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("output.log", "server.log")) {
            List<String> lines = linesOf(file(name));
            int from = Math.max(0, lines.size() - LOG_LINES_IN_MESSAGE);
            lines.subList(from, lines.size())
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static List<String> linesOf(Path log) {
        try {
            // Latin-1, which takes any byte: a message about a failure must not fail.
            return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            return List.of(log + " is unreadable: " + e);
        }
    }

    private static Path newDirectory(Engine engine) {
        try {
            return Files.createTempDirectory("onet-" + engine.title() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
