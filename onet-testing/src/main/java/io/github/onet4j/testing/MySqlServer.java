package io.github.onet4j.testing;

import io.github.onet4j.testing.EmbeddedBinaries.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MySQL of its own for a benchmark or a test that changes the server. Anything else shares
 * {@link DatabaseServers#mysql()}.
 */
public final class MySqlServer extends EmbeddedServer {
    private static final List<String> SETTINGS = List.of(
            "bind-address=127.0.0.1",
            "mysqlx=OFF",
            "local-infile=ON",
            // Hostile on purpose: no test may depend on the server's zone.
            "default-time-zone=+12:45",
            // Commits still survive a killed server, only not a power cut. A killed write can leave half a page
            // behind, so the doublewrite buffer stays on.
            "innodb-flush-log-at-trx-commit=1",
            "innodb-flush-method=nosync",
            "disable-log-bin");

    // The archive has the programs that were built for each of these two.
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux-x86_64", "mysql-Linux-amd64.tar.gz",
            "darwin-x86_64", "mysql-Mac_OS_X-x86_64.tar.gz");

    private final int port;
    private final List<String> settings;

    private MySqlServer(int port, List<String> settings) {
        super(Engine.MYSQL, ServerUrl.ofEmbedded("mysql", port, "", "root"), home());
        this.port = port;
        this.settings = settings;
    }

    /**
     * Starts a new, empty server.
     *
     * @param settings options of mysqld that add to the fixture's or replace them, without the dashes, such as
     *     {@code innodb-buffer-pool-size=512M}
     */
    public static MySqlServer start(String... settings) {
        return started(new MySqlServer(FreePort.find(), List.of(settings)));
    }

    @Override
    void initialize() {
        if (Platform.current().isLinux()) {
            List<String> missing = SystemLibraries.missingFor(program("mysqld"));
            if (!missing.isEmpty()) {
                environment.put(
                        "LD_LIBRARY_PATH", SystemLibraries.folderOf(missing).toString());
            }
        }
        try {
            Files.createDirectory(file("tmp"));
            // To lay out the files takes MySQL several seconds.
            String name = home().getFileName() + "-data" + String.join("", settingsOfLayout());
            copyTree(EmbeddedBinaries.cached(name, this::layOut), file("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void layOut(Path data) {
        List<String> command = new ArrayList<>(
                List.of(program("mysqld"), "--no-defaults", "--initialize-insecure", "--datadir=" + data));
        command.addAll(asRoot());
        settingsOfLayout().forEach(setting -> command.add("--" + setting));
        run(command);
    }

    /** Those that may not change once the files have been laid out. */
    private List<String> settingsOfLayout() {
        return settings.stream()
                .filter(setting -> setting.startsWith("lower-case-table-names="))
                .toList();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Override
    ProcessHandle launch() {
        Process server = startProcess(mysqld());
        try {
            awaitConnection(server);
            return server.toHandle();
        } catch (RuntimeException e) {
            server.destroyForcibly();
            throw e;
        }
    }

    @Override
    void stop() {
        kill();
    }

    private static Path home() {
        return EmbeddedBinaries.unpack(
                Engine.MYSQL, ARCHIVES.get(Platform.current().toString()));
    }

    private List<String> mysqld() {
        List<String> command = new ArrayList<>(List.of(
                program("mysqld"),
                "--no-defaults",
                "--datadir=" + file("data"),
                "--tmpdir=" + file("tmp"),
                "--socket=" + file("mysql.sock"),
                "--pid-file=" + file("mysql.pid"),
                "--port=" + port));
        command.addAll(asRoot());
        SETTINGS.forEach(setting -> command.add("--" + setting));
        settings.forEach(setting -> command.add("--" + setting));
        return command;
    }

    private static List<String> asRoot() {
        return runsAsRoot() ? List.of("--user=root") : List.of();
    }

    private void awaitConnection(Process server) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        SQLException refusal = connectionRefusal();
        while (refusal != null) {
            if (!server.isAlive()) {
                throw failure("exit code " + server.exitValue(), refusal);
            }
            if (System.nanoTime() > deadline) {
                throw failure("no connection in " + SECONDS_TO_START + " seconds", refusal);
            }
            pause();
            refusal = connectionRefusal();
        }
    }

    private @Nullable SQLException connectionRefusal() {
        try {
            dataSource().getConnection().close();
            return null;
        } catch (SQLException e) {
            return e;
        }
    }
}
