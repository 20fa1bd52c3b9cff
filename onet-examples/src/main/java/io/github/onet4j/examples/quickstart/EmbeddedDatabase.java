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
 * A PostgreSQL server that lives as long as the program that starts it, over data that stays. However a run before this one ended
 * (a kill while programs were unpacked, while the data folder was laid out, or while the server ran), this one starts.
 */
final class EmbeddedDatabase implements Database {
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
     * Starts the server, with its programs, data and log in a home.
     *
     * @param home where they are, and nobody else uses them now
     * @param screen told when a server is set up for the first time
     * @param otherwise what the user may do where no server starts, the rest of a sentence
     */
    static EmbeddedDatabase start(Home home, Screen screen, String otherwise) {
        Path folder = home.database();
        if (!Files.exists(folder)) {
            screen.note("Setting up an embedded PostgreSQL in " + home.folder() + ", once.");
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
            // Left by a killed server. Its process number may by now be another program's, which would stop the start.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            EmbeddedPostgres server = start(programs, data, log);
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            return new EmbeddedDatabase(server, folder);
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
    public void close() {
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
                // The server is made for tests that throw their data away; this data is kept.
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "10")
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog)
                .setPGStartupWait(TIME_TO_START)
                .start();
    }

    /** The unpacker marks a folder that it has finished, but does not get over one that it has not. */
    private static void deleteHalfUnpacked(Path programs) throws IOException {
        try (Stream<Path> unpacked = Files.list(programs)) {
            for (Path version : unpacked.toList()) {
                if (!Files.exists(version.resolve(".exists"))) {
                    deleteTree(version);
                }
            }
        }
    }

    /** A killed quickstart leaves its server running, or the program that lays out the data. Nobody else uses them now. */
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
        // Without an init process nobody reaps what has ended: it seems to be alive, but has no command any more.
        while (process.isAlive() && process.info().command().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("process " + process.pid() + " of a killed quickstart does not end");
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
        return "The embedded PostgreSQL does not start:\n  " + told + "\n"
                + (refusesRoot
                        ? "PostgreSQL refuses to run as root. Run this as another user,"
                        : "Delete " + folder + " to begin anew (it can all be made again),");
    }

    private static List<String> linesOf(Path log) {
        try {
            // Latin-1 takes any byte: telling of a failure must not fail.
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
