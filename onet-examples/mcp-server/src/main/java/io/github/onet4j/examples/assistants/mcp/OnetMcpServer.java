package io.github.onet4j.examples.assistants.mcp;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.github.onet4j.OnetException;
import io.github.onet4j.examples.assistants.OnetTool;
import io.github.onet4j.examples.assistants.OnetTools;
import io.github.onet4j.examples.assistants.Releases;
import io.github.onet4j.examples.assistants.ReleasesInDatabase;
import io.github.onet4j.examples.assistants.ReleasesOnDisk;
import io.github.onet4j.jooq.Onet;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the tools to assistants by the Model Context Protocol. */
@Command(
        name = "onet-examples/mcp-server/start",
        description = {
            "Serves O*NET's occupations, skill gaps and career paths to an assistant, by the Model Context Protocol.",
            "",
            "Speaks it on standard input and output, and logs to standard error. Without a release or a database it"
                    + " answers from the small sample that ships with onet4j.",
            ""
        },
        footer = {
            "",
            "Environment:",
            "  ONET_DB_USER, ONET_DB_PASSWORD   for --database",
            "",
            "Examples:",
            "  onet-examples/mcp-server/start --release db_30_1_text.zip",
            "  onet-examples/mcp-server/start --database jdbc:postgresql://localhost/careers",
            "  onet-examples/mcp-server/start --http --port 8765"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class OnetMcpServer implements Callable<Integer> {
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    @Option(
            names = "--release",
            paramLabel = "PATH",
            description = "Answer from this release: a downloaded zip file, or its unpacked folder. Of several the"
                    + " first answers, and what_changed compares all.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--database",
            paramLabel = "JDBC_URL",
            description = "Answer from the active release of this PostgreSQL or MySQL, reading only.")
    private @Nullable String database;

    @Option(names = "--http", description = "Speak streamable HTTP instead, at /mcp.")
    private boolean http;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen at. Default: ${DEFAULT-VALUE}, for this machine only. The server asks"
                    + " for no credentials; beyond this machine, put a proxy that does in front of it.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8765",
            description = "The port to listen at; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description =
                    "Let pages of this origin call, such as http://localhost:6274. By default pages in a browser may"
                            + " not.")
    private List<String> origins = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private OnetMcpServer() {}

    /**
     * Serves until the client goes away, or with {@code --http} until the process is ended.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        TOMCAT.setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new OnetMcpServer()).setParameterExceptionHandler((e, given) -> {
            e.getCommandLine().getErr().println(e.getMessage() + "\nSee onet-examples/mcp-server/start --help");
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws Exception {
        if (database != null) {
            return withDatabase(database);
        }
        List<Path> read = paths.isEmpty() ? List.of(sample()) : paths;
        read.forEach(this::requireExisting);
        try {
            return serve(new ReleasesOnDisk(read));
        } catch (OnetException e) {
            return failed(e.getMessage());
        }
    }

    private int withDatabase(String url) throws Exception {
        String problem = OwnDatabase.problem(url);
        if (!paths.isEmpty()) {
            throw usage("Use either --release or --database, not both.");
        } else if (!problem.isEmpty()) {
            throw usage(problem);
        }
        try (HikariDataSource pool = OwnDatabase.connect(url, System.getenv())) {
            return serve(new ReleasesInDatabase(Onet.create(pool).build()));
        } catch (OnetException e) {
            return failed(e.getMessage());
        } catch (HikariPool.PoolInitializationException e) {
            return failed("Can't connect to " + url + ": " + innermost(e).getMessage());
        }
    }

    private int serve(Releases releases) throws InterruptedException, LifecycleException {
        String version = releases.catalog().release().version();
        List<OnetTool> tools = OnetTools.of(releases);
        if (!http) {
            // Whatever else prints goes to standard error, since each line on standard output is a message.
            System.setOut(System.err);
            System.err.println("onet4j answers from O*NET " + version + " on standard input and output.");
            StdioConnection.serve(tools, System.in, new FileOutputStream(FileDescriptor.out));
            return CommandLine.ExitCode.OK;
        }
        try (HttpEndpoint endpoint = HttpEndpoint.start(tools, host, port, origins)) {
            System.err.println("onet4j answers from O*NET " + version + " at http://" + host + ":" + endpoint.port()
                    + HttpEndpoint.PATH);
            endpoint.await();
            return CommandLine.ExitCode.OK;
        }
    }

    private static Path sample() {
        return Path.of(System.getProperty("onet4j.project", ""), "onet-examples", "sample", "db_29_3_sample");
    }

    private void requireExisting(Path path) {
        if (!Files.exists(path)) {
            throw usage("There is no file or folder " + path + " (--release).");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static int failed(String message) {
        System.err.println(message);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
