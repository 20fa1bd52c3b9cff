package io.github.onet4j.examples.jshell;

import io.github.onet4j.OnetException;
import io.github.onet4j.examples.quickstart.EmbeddedOnet;
import io.github.onet4j.examples.quickstart.QuickstartException;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens JShell with the library and a release, or runs scripts with them. */
@Command(
        name = "onet-examples/jshell/start",
        customSynopsis = "onet-examples/jshell/start [OPTIONS] [SCRIPT...]",
        description = {
            "Opens JShell with onet4j and a release, or runs scripts with them and exits.",
            "",
            "Starts the quickstart's embedded PostgreSQL. Unless you name a release, it uses the one that the"
                    + " quickstart downloaded, or else the small sample that ships with onet4j. Never downloads a"
                    + " release.",
            "",
            "Variables: onet, catalog, analyzer and dsl; with --zip, catalog and analyzer.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  onet-examples/jshell/start",
            "  onet-examples/jshell/start --zip db_31_0_text.zip",
            "  onet-examples/jshell/start onet-examples/jshell/first-gap.jsh"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class OnetShell implements Callable<Integer> {
    private final Path project;

    @Parameters(paramLabel = "SCRIPT", description = "Scripts to run, one after the other, up to the first that fails.")
    private List<Path> scripts = new ArrayList<>();

    @Option(
            names = "--release",
            paramLabel = "PATH",
            description = "Load this release: a downloaded zip file, or its unpacked folder.")
    private @Nullable Path release;

    @Option(
            names = "--zip",
            paramLabel = "PATH",
            description = "Read this release, a zip file or a folder, without a database.")
    private @Nullable Path zip;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description =
                    "The folder for the database. Default: .onet4j in the project's folder, as for the quickstart.")
    private @Nullable Path home;

    @Spec
    private @Nullable CommandSpec spec;

    private OnetShell(Path project) {
        this.project = project;
    }

    /**
     * Opens JShell.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // Drivers log what their exceptions say, and the user reads those.
        LogManager.getLogManager().reset();
        Path project = Path.of(System.getProperty("onet4j.project", ""));
        System.exit(commandLine(project).execute(arguments));
    }

    static CommandLine commandLine(Path project) {
        return new CommandLine(new OnetShell(project)).setParameterExceptionHandler((e, given) -> {
            e.getCommandLine().getErr().println(e.getMessage() + "\nSee onet-examples/jshell/start --help");
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws Exception {
        checkArguments();
        try {
            return zip == null ? withDatabase() : withoutDatabase(zip);
        } catch (OnetException | QuickstartException | ScriptFailedException e) {
            Objects.requireNonNull(spec).commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int withDatabase() throws Exception {
        // A problem with the release is reported before a database starts.
        OnetRelease given = release == null ? null : OnetRelease.open(release);
        Path folder = home == null ? project.resolve(".onet4j") : home;
        try (EmbeddedOnet embedded = EmbeddedOnet.open(project, folder, given)) {
            Opened.database(embedded.onet());
            return runOrOpen(List.of(startup("release.jsh"), startup("database.jsh")));
        }
    }

    private int withoutDatabase(Path path) throws Exception {
        Opened.release(OnetRelease.open(path).catalog());
        return runOrOpen(List.of(startup("release.jsh")));
    }

    private int runOrOpen(List<Path> startup) throws Exception {
        return scripts.isEmpty() ? open(startup) : run(startup);
    }

    private int run(List<Path> startup) throws Exception {
        try (ScriptRunner runner = new ScriptRunner()) {
            for (Path script : startup) {
                runner.run(script.toString(), Files.readString(script));
            }
            for (Path script : scripts) {
                runner.run(script.toString(), Files.readString(script));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private int open(List<Path> startup) throws Exception {
        Path script = Path.of("").toAbsolutePath().relativize(folder().resolve("first-gap.jsh"));
        System.out.println(Greeting.of(Opened.current(), script));
        // The snippets run in this process: they share its database, even after a /reset, and it ends with them.
        List<String> arguments =
                new ArrayList<>(List.of("--execution", "local", "--class-path", System.getProperty("java.class.path")));
        startup.forEach(before -> arguments.addAll(List.of("--startup", before.toString())));
        return JavaShellToolBuilder.builder().start(arguments.toArray(String[]::new));
    }

    private Path startup(String name) {
        return folder().resolve("startup").resolve(name);
    }

    private Path folder() {
        return project.resolve("onet-examples/jshell").toAbsolutePath();
    }

    private void checkArguments() {
        if (release != null && zip != null) {
            throw usage("Use either --release or --zip, not both.");
        }
        requireFile(release, " (--release)");
        requireFile(zip, " (--zip)");
        scripts.forEach(script -> requireFile(script, ""));
    }

    private void requireFile(@Nullable Path path, String option) {
        if (path != null && !Files.exists(path)) {
            throw usage("There is no file or folder " + path + option + ".");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
