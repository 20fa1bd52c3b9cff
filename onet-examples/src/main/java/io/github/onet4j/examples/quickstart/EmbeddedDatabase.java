package io.github.onet4j.examples.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A PostgreSQL server that runs as long as the program that starts it; its data is kept. It also starts after a run
 * that was killed while it unpacked the server, initialized the data folder, or ran.
 */
final class EmbeddedDatabase implements TargetDatabase {
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int LOG_LINES_SHOWN = 6;

    private final EmbeddedPostgres server;
    private final Path folder;

    private EmbeddedDatabase(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts the server; its programs, data and log are below the home.
     *
     * @param home the home, which no other process uses now
     * @param screen shows a message when the server is set up for the first time
     * @param otherwise the alternative to offer if the server does not start, the end of a sentence
     */
    static EmbeddedDatabase start(Home home, Screen screen, String otherwise) {
        Path folder = home.database();
        if (!Files.exists(folder)) {
            screen.note("Setting up an embedded PostgreSQL in " + home.folder() + " (first run only).");
        }
        Path programs = folder.resolve("programs");
        Path data = folder.resolve("data");
        Path log = folder.resolve("server.log");
        Path complete = folder.resolve("complete");
        try {
            Files.createDirectories(programs);
            Files.deleteIfExists(log);
            endProgramsOfKilledRun(programs);
            deleteHalfUnpacked(programs);
            if (!Files.exists(complete)) {
                deleteTree(data);
            }
            // A killed server leaves this file. The server would not start if another program had the same process
            // number by now.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            EmbeddedPostgres server = start(programs, data, log);
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(server, folder);
            // The library's own hook does not wait for a close that another thread has begun.
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop PostgreSQL"));
            return database;
        } catch (IOException | RuntimeException e) {
            throw new QuickstartException(startFailure(folder, log, e) + "\n" + otherwise, e);
        }
    }

    @Override
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public String label() {
        return "an embedded";
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new QuickstartException("PostgreSQL in " + folder + " did not stop: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(Path programs, Path data, Path log) throws IOException {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(programs.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                // The library is meant for tests that discard their data; this data is kept.
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "10")
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog)
                .setPGStartupWait(TIME_TO_START)
                .start();
    }

    /** The unpacker marks the folders that it has completed, and fails on an incomplete one. */
    private static void deleteHalfUnpacked(Path programs) throws IOException {
        try (Stream<Path> unpacked = Files.list(programs)) {
            for (Path version : unpacked.toList()) {
                if (!Files.exists(version.resolve(".exists"))) {
                    deleteTree(version);
                }
            }
        }
    }

    /** A killed quickstart leaves its server running, or initdb. No other process uses them now. */
    private static void endProgramsOfKilledRun(Path programs) throws IOException {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(programs))
                        .isPresent())
                .toList();
        left.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : left) {
            awaitEnd(process);
        }
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        long deadline = System.nanoTime() + TIME_TO_END.toNanos();
        // Without an init process, an ended process seems to be alive but has no command.
        while (process.isAlive() && process.info().command().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("process " + process.pid() + " of a killed quickstart did not end");
            }
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private static String startFailure(Path folder, Path log, Exception cause) {
        List<String> lines = linesOf(log);
        String told = lines.isEmpty()
                ? String.valueOf(cause.getMessage())
                : String.join("\n  ", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        boolean refusesRoot = lines.stream().anyMatch(line -> line.contains("root"));
        return "The embedded PostgreSQL did not start:\n  " + told + "\n"
                + (refusesRoot
                        ? "PostgreSQL refuses to run as root. Run this as another user,"
                        : "Delete " + folder + ", which the next run creates again,");
    }

    private static List<String> linesOf(Path log) {
        try {
            // Latin-1 accepts any byte, so that reporting a failure does not fail.
            return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
