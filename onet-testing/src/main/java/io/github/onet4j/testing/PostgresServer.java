package io.github.onet4j.testing;

import io.github.onet4j.testing.EmbeddedBinaries.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of its own for a benchmark or a test that changes the server. Anything else shares
 * {@link DatabaseServers#postgres()}.
 */
public final class PostgresServer extends EmbeddedServer {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "lc_messages=C",
            // Hostile on purpose: no test may depend on the server's zone.
            "timezone=Pacific/Chatham",
            // Commits still survive a killed server, only not a power cut. A killed write can leave half a page
            // behind, so full_page_writes stays on.
            "fsync=off");

    private final int port;
    private final List<String> settings;

    private PostgresServer(int port, List<String> settings) {
        super(Engine.POSTGRESQL, ServerUrl.ofEmbedded("postgresql", port, "postgres", "postgres"), home());
        this.port = port;
        this.settings = settings;
    }

    /**
     * Starts a new, empty server.
     *
     * @param settings lines of postgresql.conf that add to the fixture's or replace them, such as
     *     {@code shared_buffers=512MB}
     */
    public static PostgresServer start(String... settings) {
        return started(new PostgresServer(FreePort.find(), List.of(settings)));
    }

    @Override
    void initialize() {
        // ICU sorts as people do, and the same on every platform; the machine's own locale would do neither for sure.
        List<String> command = command(
                "initdb",
                "--username=" + user(),
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=en-US",
                "--no-sync",
                "--set=port=" + port);
        SETTINGS.forEach(setting -> command.add("--set=" + setting));
        settings.forEach(setting -> command.add("--set=" + setting));
        run(command);
    }

    @Override
    ProcessHandle launch() {
        try {
            // Left by a killed server. Its process number may by now be another's, which would stop the start.
            Files.deleteIfExists(processFile());
            run(command("pg_ctl", "start", "--wait", "--timeout=" + SECONDS_TO_START, "--log=" + file("server.log")));
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(processFile()).get(0)))
                    .orElseThrow(() -> failure("it ended again", null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void stop() {
        // Not by a kill, after which its shared memory would stay allocated until the machine restarts.
        run(command("pg_ctl", "stop", "--mode=immediate"));
    }

    private static Path home() {
        return EmbeddedBinaries.unpack(Engine.POSTGRESQL, "postgres-" + Platform.current() + ".txz");
    }

    private Path processFile() {
        return file("data").resolve("postmaster.pid");
    }

    private List<String> command(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if (runsAsRoot() && Platform.current().isLinux()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program(name));
        command.add("--pgdata=" + file("data"));
        command.addAll(List.of(arguments));
        return command;
    }
}
