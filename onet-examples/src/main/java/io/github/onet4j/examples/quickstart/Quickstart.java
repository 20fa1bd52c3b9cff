package io.github.onet4j.examples.quickstart;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetException;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Prints the gap between two occupations, with an embedded database and a release. */
@Command(
        name = "./quickstart",
        customSynopsis = {
            "./quickstart [OPTIONS] [FROM TO]",
            "./quickstart --closest [OCCUPATION]",
            "./quickstart --paths [FROM TO]",
            "./quickstart --person FILE [TARGET]"
        },
        description = {
            "Prints what separates one occupation from another.",
            "",
            "Starts an embedded PostgreSQL, loads an O*NET release and compares two occupations. The database and the"
                    + " download are kept for the next run. Unless you name a release, it downloads the newest official"
                    + " archive, or falls back to the small sample that ships with onet4j.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./quickstart",
            "  ./quickstart \"chief executives\" lawyers",
            "  ./quickstart 15-1251 15-1211.00 --release db_31_0_text.zip --domain abilities",
            "  ./quickstart --closest \"chief executives\"",
            "  ./quickstart --paths cashiers \"registered nurses\"",
            "  ./quickstart --person onet-examples/sample/person.json 15-1211",
            "  ./quickstart --jdbc-url jdbc:mysql://localhost/hr --user hr --password"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Quickstart.Version.class,
        sortOptions = false,
        usageHelpWidth = Paragraph.WIDTH)
public final class Quickstart implements Callable<Integer> {
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String DEVELOPERS = "15-1252.00";
    private static final String ANALYSTS = "15-1211.00";
    private static final int ROWS = 12;
    private static final String OWN_DATABASE =
            "or use a PostgreSQL or MySQL of your own:  --jdbc-url URL --user NAME --password";

    private final Path project;
    private final Screen screen;

    @Parameters(
            paramLabel = "FROM TO",
            description =
                    "Codes such as 15-1251.00, or titles such as \"chief executives\". Default: Computer Programmers"
                            + " and Software Developers, or Computer Systems Analysts if the release does not rate"
                            + " Software Developers.")
    private List<String> occupations = new ArrayList<>();

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            converter = DomainName.class,
            description = "What to compare: skills (default), knowledge, abilities or work-activities.")
    private Domain domain = Domain.SKILLS;

    @Option(names = "--estimate", description = "Estimate an occupation without ratings from those that are rated.")
    private boolean estimate;

    @Option(names = "--all", description = "List every gap, not only the " + ROWS + " with the largest shares.")
    private boolean all;

    @Option(names = "--closest", description = "Print the occupations closest to one, and what makes them close.")
    private boolean closest;

    @Option(
            names = "--paths",
            description = "Print ways from one occupation to another over up to two stops, with what each step lacks.")
    private boolean paths;

    @Option(
            names = "--person",
            paramLabel = "FILE",
            description =
                    "Print what can be said of a person of whom little is known: with a target, readiness, what is"
                            + " lacking and what to ask next; without one, the occupations whose levels are nearest."
                            + " The file is JSON like onet-examples/sample/person.json, and is only read.")
    private @Nullable Path personFile;

    @Option(
            names = "--release",
            paramLabel = "PATH",
            description = "Use this release: a downloaded zip file, or its unpacked folder.")
    private @Nullable Path releasePath;

    @Option(names = "--sample", description = "Use the small sample. Never uses the network.")
    private boolean sample;

    @Option(names = "--offline", description = "Use the best local release. Never uses the network.")
    private boolean offline;

    @Option(
            names = "--download-url",
            paramLabel = "URL",
            description =
                    "Download this archive instead of db_31_0_text.zip of the O*NET Resource Center, the newest one"
                            + " that this version of onet4j knows. Its name must be one of O*NET's, such as"
                            + " db_30_3_csv.zip.")
    private String downloadUrl = ArchiveAddress.NEWEST.toString();

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "Use your own PostgreSQL or MySQL. Creates onet4j's tables in it, all named onet_*. Uses a release"
                            + " that is already active there.")
    private @Nullable String jdbcUrl;

    @Option(names = "--user", paramLabel = "NAME", description = "The user of --jdbc-url.")
    private @Nullable String user;

    @Option(
            names = "--password",
            interactive = true,
            prompt = "Password: ",
            description = "Ask for the password of --jdbc-url.")
    private char @Nullable [] password;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "The folder for the database and the download. Default: .onet4j in the project's folder.")
    private @Nullable Path home;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * Prepares a quickstart.
     *
     * @param project the folder of the project, which contains the sample
     * @param screen the output
     */
    Quickstart(Path project, Screen screen) {
        this.project = project;
        this.screen = screen;
    }

    /**
     * Runs the quickstart.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        // On Ctrl-C the server stops first; what then fails in the main thread is not worth a message.
        Runtime.getRuntime().addShutdownHook(new Thread(main::interrupt));
        // Drivers log what their exceptions say, and the user reads those.
        LogManager.getLogManager().reset();
        Path project = Path.of(System.getProperty("onet4j.project", ""));
        Quickstart quickstart = new Quickstart(project, Screen.ofProcess());
        System.exit(quickstart.run(arguments));
    }

    /** Runs with arguments and returns the exit code: 0 for success, 1 for a failure, 2 for invalid arguments. */
    int run(String... arguments) {
        return new CommandLine(this)
                .setParameterExceptionHandler((e, given) -> {
                    screen.note(e.getMessage() + "\nSee ./quickstart --help");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        JdbcAddress address = jdbcAddress();
        checkArguments();
        try {
            compare(address);
            return CommandLine.ExitCode.OK;
        } catch (OnetException e) {
            return failed(address, new Explanation(sample).of(e));
        } catch (QuickstartException e) {
            return failed(address, String.valueOf(e.getMessage()));
        }
    }

    private int failed(@Nullable JdbcAddress address, String message) {
        if (!Thread.currentThread().isInterrupted()) {
            screen.note(address == null ? message : address.redact(message));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private @Nullable JdbcAddress jdbcAddress() {
        if (jdbcUrl == null) {
            if (user != null || password != null) {
                throw usage("--user and --password need --jdbc-url.");
            }
            return null;
        }
        JdbcAddress address = new JdbcAddress(jdbcUrl, user, password == null ? null : new String(password));
        if (!address.isOfKnownKind()) {
            throw usage(
                    "--jdbc-url must start with jdbc:postgresql: or jdbc:mysql:, the databases that onet4j runs on.");
        }
        return address;
    }

    private void checkArguments() {
        if (Stream.of(closest, paths, personFile != null)
                        .filter(chosen -> chosen)
                        .count()
                > 1) {
            throw usage("Use one of --closest, --paths and --person.");
        }
        if (closest) {
            refuse("--closest", "--domain", "--estimate");
        }
        if (paths) {
            refuse("--paths", "--domain", "--estimate", "--all");
        }
        if (personFile != null) {
            refuse("--person", "--estimate");
        }
        boolean isAboutOne = closest || personFile != null;
        if (!occupations.isEmpty() && occupations.size() != (isAboutOne ? 1 : 2)) {
            throw usage((isAboutOne ? "Name one occupation" : "Name two occupations, FROM and TO") + "; you named "
                    + quoted(occupations) + ".\nPut a title of several words in quotes, as in \"chief executives\".");
        }
        if (personFile != null && !Files.exists(personFile)) {
            throw usage("There is no file " + personFile + " (--person).");
        }
        if (releasePath != null && sample) {
            throw usage("Use either --release or --sample, not both.");
        }
        if (releasePath != null && !Files.exists(releasePath)) {
            throw usage("There is no file or folder " + releasePath + " (--release).");
        }
        try {
            ArchiveAddress.parse(downloadUrl);
        } catch (IllegalArgumentException e) {
            throw usage("--download-url: " + e.getMessage());
        }
    }

    /** Refuses options that the answer would not depend on. */
    private void refuse(String question, String... options) {
        ParseResult given = Objects.requireNonNull(spec).commandLine().getParseResult();
        for (String option : options) {
            if (given.hasMatchedOption(option)) {
                throw usage(option + " makes no difference with " + question + ". Leave one of them out.");
            }
        }
    }

    private void compare(@Nullable JdbcAddress address) {
        // A problem with the release or the person is reported before a database starts.
        OnetRelease given = releasePath == null ? null : OnetRelease.open(releasePath);
        PersonFile person = personFile == null ? null : PersonFile.read(personFile);
        OnetRelease sampleRelease = Releases.sampleIn(project);
        Path folder = home == null ? project.resolve(".onet4j") : home;
        try (Home opened = Home.open(folder);
                TargetDatabase database = database(address, opened)) {
            Onet onet = Onet.create(database.dataSource()).build();
            createTables(onet, address);
            Releases releases = new Releases(onet, sampleRelease, screen);
            StoredRelease release =
                    release(releases, given, new Download(ArchiveAddress.parse(downloadUrl), opened.downloads()));
            print(onet, release, person, new Provenance(release, releases.isSample(release), label(database)));
        }
    }

    private TargetDatabase database(@Nullable JdbcAddress address, Home opened) {
        if (address != null) {
            return OwnDatabase.connect(address);
        }
        return EmbeddedDatabase.start(opened, screen, OWN_DATABASE);
    }

    private void createTables(Onet onet, @Nullable JdbcAddress address) {
        if (address != null && !onet.schema().differences().isEmpty()) {
            screen.note("Creating onet4j's tables, all named onet_*, in " + address + ".");
        }
        onet.schema().createOrUpgrade();
    }

    private StoredRelease release(Releases releases, @Nullable OnetRelease given, Download download) {
        if (given != null) {
            return releases.load(given);
        }
        if (sample) {
            return releases.sample();
        }
        if (jdbcUrl != null && releases.active().isPresent()) {
            // Others may be reading it, so their release stays active unless the user names another.
            return releases.active().get();
        }
        return offline ? releases.withoutNetwork(download.finished()) : releases.downloaded(download);
    }

    private void print(Onet onet, StoredRelease release, @Nullable PersonFile person, Provenance provenance) {
        OnetCatalog catalog = onet.catalog(release);
        List<String> answer;
        try {
            answer = answer(catalog, person, provenance);
        } catch (OnetException e) {
            throw new QuickstartException(new Explanation(provenance.sample()).of(e), e);
        }
        screen.print(List.of(""));
        screen.print(answer);
        if (occupations.isEmpty() && !closest && !paths && person == null) {
            screen.note("\nTo compare other occupations, by code or title:  ./quickstart \"chief executives\" lawyers");
        }
    }

    private List<String> answer(OnetCatalog catalog, @Nullable PersonFile person, Provenance provenance) {
        int rows = all ? Integer.MAX_VALUE : ROWS;
        Matching matching = new Matching(catalog, screen.style(), rows);
        List<String> answer;
        if (person != null) {
            answer = matching.person(person, domain, occupations.isEmpty() ? null : occupations.get(0));
        } else if (closest) {
            answer = matching.closest(occupations.isEmpty() ? PROGRAMMERS : occupations.get(0));
        } else if (paths) {
            List<String> pair = pair(catalog);
            answer = matching.paths(pair.get(0), pair.get(1));
        } else {
            SkillGap gap = gap(catalog);
            return joined(
                    new GapTable(gap, screen.style(), rows).lines(), provenance.lines(gap, catalog, screen.style()));
        }
        return joined(answer, provenance.lines(catalog, screen.style()));
    }

    private static List<String> joined(List<String> lines, List<String> more) {
        return Stream.concat(lines.stream(), more.stream()).toList();
    }

    private List<String> pair(OnetCatalog catalog) {
        return occupations.isEmpty() ? List.of(PROGRAMMERS, defaultTarget(catalog)) : occupations;
    }

    private SkillGap gap(OnetCatalog catalog) {
        if (!catalog.domains().contains(domain)) {
            throw new QuickstartException("This release has no ratings of " + domain.label() + ", only of "
                    + catalog.domains().stream()
                            .filter(Domain::hasLevels)
                            .map(Domain::label)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        List<String> pair = pair(catalog);
        Occupation from = catalog.requireOccupation(pair.get(0));
        Occupation to = catalog.requireOccupation(pair.get(1));
        GapOptions options = GapOptions.DEFAULTS.domain(domain);
        return SkillGapAnalyzer.of(catalog)
                .analyze(from.code(), to.code(), estimate ? options.unrated(UnratedPolicy.ESTIMATE) : options);
    }

    /** O*NET rates the skills of Software Developers from 30.0 on. */
    private String defaultTarget(OnetCatalog catalog) {
        boolean rated = catalog.ratedOccupations(domain).stream()
                .anyMatch(occupation -> occupation.code().value().equals(DEVELOPERS));
        return rated ? DEVELOPERS : ANALYSTS;
    }

    private static String label(TargetDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            return database.label() + " " + server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new QuickstartException("The database connection was lost: " + e.getMessage(), e);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(" "));
    }

    /** Parses the name of a domain. */
    static final class DomainName implements CommandLine.ITypeConverter<Domain> {
        @Override
        public Domain convert(String name) {
            return Arrays.stream(Domain.values())
                    .filter(Domain::hasLevels)
                    .filter(domain -> domain.label().replace(' ', '-').equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "\"" + name + "\" must be one of skills, knowledge, abilities, work-activities"));
        }
    }

    /** Returns the version of onet4j. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            Properties properties = new Properties();
            try (InputStream in = Quickstart.class.getResourceAsStream("/quickstart.properties")) {
                properties.load(Objects.requireNonNull(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new String[] {"onet4j " + properties.getProperty("version")};
        }
    }
}
