package io.github.onet4j.jooq;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetException;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.internal.ListenerCall;
import io.github.onet4j.internal.web.ServiceCatalog;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.database.UnsupportedDatabaseException;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.internal.assess.Assessor;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.JooqLogo;
import io.github.onet4j.jooq.internal.load.ReleaseStore;
import io.github.onet4j.jooq.internal.query.DatabaseCatalog;
import io.github.onet4j.jooq.internal.query.KeptRevisions;
import io.github.onet4j.jooq.internal.query.PerRevision;
import io.github.onet4j.jooq.internal.web.OnDemandCatalog;
import io.github.onet4j.jooq.internal.web.Pipeline;
import io.github.onet4j.jooq.internal.web.ReadThrough;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.jooq.schema.Tables;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * O*NET in the host's own PostgreSQL or MySQL: the entry point of onet4j.
 *
 * <pre>{@code
 * Onet onet = Onet.create(dataSource).build();
 * onet.schema().createOrUpgrade();
 * onet.load(OnetRelease.open(Path.of("db_31_0_text.zip")));
 * SkillGap gap = onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
 * }</pre>
 *
 * <p>Immutable and thread-safe. It holds no connection between two calls and never closes the DataSource, so create one
 * and keep it. Every method that reaches the database may throw {@link OnetDatabaseException}.
 */
public final class Onet {
    private final Database database;
    private final OnetSchema schema;
    private final ReleaseStore store;
    private final KeptRevisions kept;
    private final DatabaseCatalog stored;
    private final OnetCatalog catalog;
    private final @Nullable OnetPipeline pipeline;
    private final @Nullable Assessor assessor;
    private final OnetListener listener;

    private Onet(Database database, Builder options) {
        OnetWebServices webServices = options.webServices;
        LanguageModel languageModel = options.languageModel;
        this.database = database;
        this.listener = options.listener;
        this.schema = new OnetSchema(database);
        this.store = new ReleaseStore(database);
        this.kept = new KeptRevisions(options.keepProfiles);
        this.stored = DatabaseCatalog.ofActiveRelease(database, kept);
        if (webServices == null) {
            this.catalog = stored;
            this.pipeline = null;
        } else {
            TableClient tables = ((ServiceCatalog) webServices.catalog()).tables();
            this.catalog = new OnDemandCatalog(
                    stored, new ReadThrough(database, tables, options.fetchOptions, this::fetchEnded));
            this.pipeline = new OnetPipeline(new Pipeline(database, tables, options.fetchOptions, this::fetchEnded));
        }
        this.assessor = languageModel == null
                ? null
                : new Assessor(database, catalog, stored, languageModel, options.modelName);
    }

    /**
     * Starts from the host's DataSource. The first call keeps jOOQ's logo and tip of the day from the log; what else
     * jOOQ logs stays the host's choice.
     *
     * @param dataSource connects to PostgreSQL or MySQL
     * @return a builder
     */
    public static Builder create(DataSource dataSource) {
        Objects.requireNonNull(dataSource, "dataSource");
        JooqLogo.suppress();
        return new Builder(new DefaultConfiguration().set(new DataSourceConnectionProvider(dataSource)));
    }

    /**
     * Starts from the host's jOOQ. Inside a transaction of the host, onet4j reads and writes as part of it.
     *
     * @param dsl connects to PostgreSQL or MySQL; its settings stay in force
     * @return a builder
     */
    public static Builder create(DSLContext dsl) {
        Objects.requireNonNull(dsl, "dsl");
        return new Builder(dsl.configuration());
    }

    /**
     * Returns the schema: to create, upgrade, verify or print.
     *
     * @return the schema
     */
    public OnetSchema schema() {
        return schema;
    }

    /**
     * Loads a release with {@link LoadOptions#DEFAULTS}.
     *
     * @param release the release
     * @return the report
     */
    public LoadReport load(OnetRelease release) {
        return load(release, LoadOptions.DEFAULTS);
    }

    /**
     * Loads a release beside the loaded ones, in one transaction. A load that fails leaves no trace: readers see what
     * they saw before, and the next load starts from nothing. Only if its commit fails is the outcome unknown, which
     * {@link OnetDatabaseException#isOutcomeUnknown()} tells. Of two callers at the same time, the second waits for the
     * first, and then finds the archive loaded if it is the same. The {@linkplain Builder#listener listener} receives
     * the start, and the outcome before the caller does.
     *
     * @param release the release
     * @param options how to load it
     * @return the report
     * @throws LoadRejectedException if rows are unusable, unless the options say to keep them aside
     * @throws io.github.onet4j.release.ReleaseFormatException if a file is unreadable
     * @throws LockTimeoutException if another load takes longer than the lock timeout
     */
    public LoadReport load(OnetRelease release, LoadOptions options) {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(options, "options");
        Runnable end = ListenerCall.ask("load", () -> listener.loadStarted(release), () -> {});
        try {
            return reported(release, options);
        } finally {
            ListenerCall.report("load", end);
        }
    }

    private LoadReport reported(OnetRelease release, LoadOptions options) {
        long start = System.nanoTime();
        LoadReport report;
        try {
            report = store.load(release, options);
        } catch (OnetException e) {
            Duration elapsed = since(start);
            ListenerCall.report("load", () -> listener.loadFailed(release, e, elapsed));
            throw e;
        }
        ListenerCall.report("load", () -> listener.loadSucceeded(report));
        return report;
    }

    /**
     * Returns the releases that the database holds.
     *
     * @return the releases, newest load first
     */
    public List<StoredRelease> releases() {
        return store.releases();
    }

    /**
     * Returns the newest load of a version.
     *
     * @param version for example {@code 29.3}
     * @return the release
     * @throws ReleaseNotLoadedException if no release of that version is loaded; it names those that are
     */
    public StoredRelease requireRelease(String version) {
        Objects.requireNonNull(version, "version");
        return store.require(version);
    }

    /**
     * Lets readers see a release, by updating one row. An analysis in progress finishes with the release it started
     * with.
     *
     * @param release one of {@link #releases}
     * @throws ReleaseNotLoadedException if it has been pruned
     */
    public void activate(StoredRelease release) {
        Objects.requireNonNull(release, "release");
        store.activate(release);
    }

    /**
     * Deletes old releases: all but the active one and the newest loads.
     *
     * @param keep the number of loads to keep beside the active one, newest first; 0 or more
     * @return the releases that were deleted
     * @throws IllegalArgumentException if {@code keep} is negative
     */
    public List<StoredRelease> prune(int keep) {
        if (keep < 0) {
            throw new IllegalArgumentException("keep must be 0 or more, but was " + keep);
        }
        return store.prune(keep);
    }

    /**
     * Returns the catalog of the active release; each call answers from the release that is active at the time. With
     * {@linkplain Builder#webServices web services}, the catalog fetches occupations and ratings that the release lacks
     * and stores them. Methods that fetch throw {@link io.github.onet4j.web.WebServicesException} if they can't tell
     * whether O*NET has the occupation.
     *
     * @return the catalog; its methods throw {@link ReleaseNotLoadedException} while no release is active
     */
    public OnetCatalog catalog() {
        return catalog;
    }

    /**
     * Returns the catalog of one release, active or not.
     *
     * @param release one of {@link #releases}
     * @return the catalog; its methods throw {@link ReleaseNotLoadedException} once the release has been pruned
     */
    public OnetCatalog catalog(StoredRelease release) {
        Objects.requireNonNull(release, "release");
        return DatabaseCatalog.ofRelease(database, release, kept);
    }

    /**
     * Compares two stored releases: what changed between them, and why readiness moved. Each answer of the comparison
     * reads what it compares, of both releases.
     *
     * @param earlier one of {@link #releases}
     * @param later another one, of the same version or a newer one
     * @return the comparison; its methods throw {@link ReleaseNotLoadedException} once a release has been pruned
     * @throws IllegalArgumentException if the releases are in the wrong order
     * @throws ReleaseNotLoadedException if a release has been pruned
     */
    public ReleaseComparison compare(StoredRelease earlier, StoredRelease later) {
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(later, "later");
        return ReleaseComparison.of(catalog(earlier), catalog(later));
    }

    /**
     * Reads all that analyses need of the release that is active now, and returns a catalog that answers from it. The
     * catalog is fixed to that release as it stands: it does not notice another activation, or rows that are fetched
     * later, and fetches nothing itself. It needs the database no more.
     *
     * <p>It holds about 12 MB for a release with all domains, and reading it takes a few times as much for a moment.
     * The memory is shared with that of {@link #catalog()} while both are at the same revision.
     *
     * @return the catalog, thread-safe
     * @throws ReleaseNotLoadedException if no release is active
     */
    public OnetCatalog snapshot() {
        return stored.snapshot();
    }

    /**
     * Keeps what a function makes of the active release, for example
     * {@link io.github.onet4j.match.Closeness#of Closeness::of}. The first call of the supplier reads a
     * {@link #snapshot()} and applies the function to it; later calls check with one row that the release is still the
     * same, and make the value anew after another release was activated, rows were fetched into this one, or
     * {@link #refresh()} was called. Calls meanwhile wait for it.
     *
     * @param <T> the type of the value, which should be immutable
     * @param function makes the value from the whole of a release; must not return null. An exception that it throws
     *     reaches the caller of the supplier, and nothing is kept
     * @return the supplier, thread-safe; it throws {@link ReleaseNotLoadedException} while no release is active. Keep
     *     it, for each one keeps a value of its own
     */
    public <T> Supplier<T> perRelease(Function<? super OnetCatalog, ? extends T> function) {
        Objects.requireNonNull(function, "function");
        return new PerRevision<>(stored, kept, function);
    }

    /**
     * Forgets what is kept in memory of the releases, so that the next answer is read from the database. Needed only
     * after SQL of your own has changed tables of onet4j; what onet4j changes, on this node or another, is noticed. A
     * {@link #snapshot()} stays as it is.
     */
    public void refresh() {
        kept.clear();
    }

    /**
     * Returns an analyzer of the active release. An analysis takes one round trip to the database: for the ratings, or
     * where they are {@linkplain Builder#keepProfiles kept}, for one row that tells whether they are current. It takes
     * one more for each side with {@linkplain io.github.onet4j.gap.LevelPolicy assessed levels}, which come from the
     * newest assessment in that release. The first {@linkplain io.github.onet4j.gap.UnratedPolicy#ESTIMATE estimate} in
     * a domain reads the whole release, as {@link #snapshot()} does, and takes a second or two; later ones are answered
     * from memory, until the release changes.
     *
     * <p>With a {@linkplain Builder#languageModel language model}, {@link SkillGapAnalyzer#describe(SkillGap)} asks the
     * model and stores each call in {@code onet_model_call}. Without one, or if it fails, descriptions consist of
     * anchors and figures.
     *
     * <p>The {@linkplain Builder#listener listener} receives the outcome of each analysis.
     *
     * @return the analyzer
     */
    public SkillGapAnalyzer skillGapAnalyzer() {
        SkillGapAnalyzer analyzer =
                SkillGapAnalyzer.of(catalog).assessedBy(stored::assessed).reportingTo(listener);
        return assessor == null ? analyzer : analyzer.describedBy(assessor::describe);
    }

    /**
     * Returns the pipeline from O*NET Web Services into the active release: to extract, import and refresh.
     *
     * @return the pipeline
     * @throws IllegalStateException if no {@linkplain Builder#webServices web services} are configured
     */
    public OnetPipeline pipeline() {
        if (pipeline == null) {
            throw new IllegalStateException(
                    "O*NET Web Services are not configured; pass a client to Onet.create(…).webServices(…)");
        }
        return pipeline;
    }

    /**
     * Returns the language model's assessments of the occupations of the active release, to request and to read.
     *
     * @return the assessments
     * @throws IllegalStateException if no {@linkplain Builder#languageModel language model} is configured
     */
    public OnetAssessments assessments() {
        if (assessor == null) {
            throw new IllegalStateException(
                    "no language model is configured; pass one to Onet.create(…).languageModel(…)");
        }
        return new OnetAssessments(assessor);
    }

    /**
     * Returns jOOQ for the host's own queries over {@link Tables}, mapped to the schema that the host named.
     *
     * @return jOOQ in the dialect of the database
     */
    public DSLContext dsl() {
        return database.dsl();
    }

    private void fetchEnded(PipelineRun run) {
        ListenerCall.report("run", () -> listener.fetchEnded(run));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The options of an {@link Onet}, each with a default. Not thread-safe. */
    public static final class Builder {
        private static final int LONGEST_MODEL_NAME = 128;

        private final Configuration configuration;
        private @Nullable String schemaName;
        private TransactionMode transactionMode = TransactionMode.WHEN_AUTO_COMMIT;
        private Duration lockTimeout = Duration.ofMinutes(10);
        private boolean keepProfiles = true;
        private @Nullable OnetWebServices webServices;
        private FetchOptions fetchOptions = FetchOptions.DEFAULTS;
        private @Nullable LanguageModel languageModel;
        private String modelName = "";
        private OnetListener listener = new OnetListener() {};

        private Builder(Configuration configuration) {
            this.configuration = configuration;
        }

        /**
         * Names the schema of the tables, on MySQL the database. It must exist.
         *
         * @param name the schema's name as the database spells it; default is the connection's schema
         * @return this builder
         */
        public Builder schemaName(String name) {
            this.schemaName = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets who commits the transactions in which onet4j writes.
         *
         * @param mode default is {@link TransactionMode#WHEN_AUTO_COMMIT}
         * @return this builder
         */
        public Builder transactionMode(TransactionMode mode) {
            this.transactionMode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Limits the time that a call waits for another one that creates the schema, loads, activates or prunes.
         *
         * @param timeout at least 1 second, on MySQL rounded down to whole seconds; default is 10 minutes
         * @return this builder
         */
        public Builder lockTimeout(Duration timeout) {
            this.lockTimeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        /**
         * Sets whether ratings, rated and related occupations stay in memory once they have been read. An answer then
         * costs a look at one row, which tells whether they are current, and is the same as without. At most three
         * revisions of releases are kept, those read last, each in up to 12 MB for a release with all domains, of which
         * the skills are 2 MB. What estimates are made of, some 15 MB for each domain, is kept in any case, because to
         * make it takes a second or two.
         *
         * @param keep default is true; false for hosts that have no memory to spare, or whose own SQL changes ratings
         *     while onet4j reads them (after single changes, {@link Onet#refresh()} will do)
         * @return this builder
         */
        public Builder keepProfiles(boolean keep) {
            this.keepProfiles = keep;
            return this;
        }

        /**
         * Fetches what the active release lacks from O*NET Web Services, with {@link FetchOptions#DEFAULTS}.
         *
         * @param client the client; by default there is none, and onet4j sends no requests
         * @return this builder
         */
        public Builder webServices(OnetWebServices client) {
            return webServices(client, FetchOptions.DEFAULTS);
        }

        /**
         * Fetches what the active release lacks from O*NET Web Services.
         *
         * @param client the client
         * @param options the options for fetching
         * @return this builder
         */
        public Builder webServices(OnetWebServices client, FetchOptions options) {
            Objects.requireNonNull(client, "client");
            Objects.requireNonNull(options, "options");
            this.webServices = client;
            this.fetchOptions = options;
            return this;
        }

        /**
         * Lets a language model assess occupations.
         *
         * @param model the model; by default there is none
         * @param name the name that tells its assessments from those of other models, 1 to 128 characters, for example
         *     {@code gemini-3.8-flash}
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or too long
         */
        public Builder languageModel(LanguageModel model, String name) {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(name, "name");
            if (name.isBlank() || name.length() > LONGEST_MODEL_NAME) {
                throw new IllegalArgumentException("the model's name must have 1 to " + LONGEST_MODEL_NAME
                        + " characters, not all of them spaces, but has " + name.length() + " characters");
            }
            this.languageModel = model;
            this.modelName = name;
            return this;
        }

        /**
         * Reports loads, runs from O*NET Web Services and analyses to a listener.
         *
         * @param listener the listener; by default there is none
         * @return this builder
         */
        public Builder listener(OnetListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Connects once to recognize the database, and creates the entry point.
         *
         * @return the entry point
         * @throws UnsupportedDatabaseException if the database is neither PostgreSQL nor MySQL, or too old
         * @throws OnetDatabaseException if the database is unreachable
         * @throws IllegalArgumentException if the schema's name is blank or the lock timeout is below one second
         */
        public Onet build() {
            if (schemaName != null && schemaName.isBlank()) {
                throw new IllegalArgumentException(
                        "schemaName must not be blank; leave it out for the connection's schema");
            }
            if (lockTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("lockTimeout must be at least PT1S, but was " + lockTimeout);
            }
            return new Onet(Database.recognize(configuration, schemaName, transactionMode, lockTimeout), this);
        }
    }
}
