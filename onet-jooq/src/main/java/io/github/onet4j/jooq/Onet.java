package io.github.onet4j.jooq;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetException;
import io.github.onet4j.assess.LanguageModel;
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
import io.github.onet4j.jooq.internal.load.ReleaseStore;
import io.github.onet4j.jooq.internal.query.DatabaseCatalog;
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
 * <p>Immutable, safe for many threads, and holds no connection between two calls: make one and keep it. It never closes the
 * DataSource. Every method that reaches the database may throw {@link OnetDatabaseException}.
 */
public final class Onet {
    private final Database database;
    private final OnetSchema schema;
    private final ReleaseStore store;
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
        this.stored = DatabaseCatalog.ofActiveRelease(database);
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
     * Starts from the host's DataSource.
     *
     * @param dataSource leads to PostgreSQL or MySQL
     * @return a builder
     */
    public static Builder create(DataSource dataSource) {
        return new Builder(new DefaultConfiguration().set(new DataSourceConnectionProvider(dataSource)));
    }

    /**
     * Starts from the host's own jOOQ. Inside a transaction of the host's, all that onet4j reads and writes is part of it.
     *
     * @param dsl leads to PostgreSQL or MySQL; its settings are kept
     * @return a builder
     */
    public static Builder create(DSLContext dsl) {
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
     * @return what was done
     */
    public LoadReport load(OnetRelease release) {
        return load(release, LoadOptions.DEFAULTS);
    }

    /**
     * Loads a release beside those that are there, in one transaction: whatever ends it early, readers go on seeing what they
     * saw, and the next load starts afresh. Of two callers at once, the second waits for the first, and finds its archive
     * loaded if it is the same. The {@linkplain Builder#listener listener} is told of the outcome before the caller.
     *
     * @param release the release
     * @param options how to load it
     * @return what was done
     * @throws LoadRejectedException if rows can't be used and the options do not say to keep them aside
     * @throws io.github.onet4j.release.ReleaseFormatException if a file can't be read
     * @throws LockTimeoutException if another load takes longer than the lock timeout
     */
    public LoadReport load(OnetRelease release, LoadOptions options) {
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
        return store.require(version);
    }

    /**
     * Lets readers see a release, by updating one row. An analysis that is under way ends with the release that it began with.
     *
     * @param release one of {@link #releases}
     * @throws ReleaseNotLoadedException if it has been pruned
     */
    public void activate(StoredRelease release) {
        store.activate(release);
    }

    /**
     * Deletes old releases: all but the active one and the newest loads.
     *
     * @param keep how many loads to keep beside the active one, newest first; 0 or more
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
     * Returns the catalog of the release that is active whenever it is asked. With {@linkplain Builder#webServices web services}
     * it fetches an occupation that the release lacks, or its ratings, and keeps them; each method that may then throws
     * {@link io.github.onet4j.web.WebServicesException} if it can't tell whether there is such an occupation.
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
        return DatabaseCatalog.ofRelease(database, release);
    }

    /**
     * Returns an analyzer over the active release. An analysis takes one round trip to the database, and one more for each side
     * whose levels are {@linkplain io.github.onet4j.gap.LevelPolicy assessed}: those of the newest assessment in that release.
     *
     * <p>With a {@linkplain Builder#languageModel language model} its {@link SkillGapAnalyzer#describe(SkillGap)} asks that, and
     * keeps each call in {@code onet_model_call}; without one, or where it fails, descriptions come from anchors and figures.
     *
     * <p>It tells the {@linkplain Builder#listener listener} of each analysis.
     *
     * @return the analyzer
     */
    public SkillGapAnalyzer skillGapAnalyzer() {
        SkillGapAnalyzer analyzer =
                SkillGapAnalyzer.of(catalog).assessedBy(stored::assessed).reportingTo(listener);
        return assessor == null ? analyzer : analyzer.describedBy(assessor::describe);
    }

    /**
     * Returns the pipeline from O*NET Web Services into the active release: to extract, normalize and refresh.
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
     * Returns what a language model says about the occupations of the active release: to ask for, and to find again.
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
     * Returns jOOQ on the host's database, for queries of the host's own over {@link Tables}; the tables are mapped to the schema
     * that the host named.
     *
     * @return jOOQ, in the dialect of the database
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

    /** Options of an {@link Onet}, each with a default. For one thread. */
    public static final class Builder {
        private static final int LONGEST_MODEL_NAME = 128;

        private final Configuration configuration;
        private @Nullable String schemaName;
        private TransactionMode commit = TransactionMode.WHEN_AUTO_COMMIT;
        private Duration lockTimeout = Duration.ofMinutes(10);
        private @Nullable OnetWebServices webServices;
        private FetchOptions fetchOptions = FetchOptions.DEFAULTS;
        private @Nullable LanguageModel languageModel;
        private String modelName = "";
        private OnetListener listener = new OnetListener() {};

        private Builder(Configuration configuration) {
            this.configuration = configuration;
        }

        /**
         * Names the schema (on MySQL: the database) that the tables stand in. It must exist.
         *
         * @param name the schema's name, as the database spells it; default is the connection's own schema
         * @return this builder
         */
        public Builder schemaName(String name) {
            this.schemaName = name;
            return this;
        }

        /**
         * Says who ends the transaction in which onet4j writes.
         *
         * @param who default is {@link TransactionMode#WHEN_AUTO_COMMIT}
         * @return this builder
         */
        public Builder transactionMode(TransactionMode who) {
            this.commit = who;
            return this;
        }

        /**
         * Bounds how long a call waits for another that creates the schema, loads, activates or prunes.
         *
         * @param timeout default is 10 minutes; counted in whole seconds on MySQL
         * @return this builder
         */
        public Builder lockTimeout(Duration timeout) {
            this.lockTimeout = timeout;
            return this;
        }

        /**
         * Fetches what the active release lacks from O*NET Web Services, with {@link FetchOptions#DEFAULTS}.
         *
         * @param client what to ask; default is nothing, so that no request is ever made
         * @return this builder
         */
        public Builder webServices(OnetWebServices client) {
            return webServices(client, FetchOptions.DEFAULTS);
        }

        /**
         * Fetches what the active release lacks from O*NET Web Services.
         *
         * @param client what to ask
         * @param options how
         * @return this builder
         */
        public Builder webServices(OnetWebServices client, FetchOptions options) {
            this.webServices = client;
            this.fetchOptions = options;
            return this;
        }

        /**
         * Lets a language model assess occupations.
         *
         * @param model what to ask; default is nothing, so that no model is ever asked
         * @param name tells its assessments from those of another model: 1 to 128 characters, such as {@code gemini-3.8-flash}
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or too long
         */
        public Builder languageModel(LanguageModel model, String name) {
            if (name.isBlank() || name.length() > LONGEST_MODEL_NAME) {
                throw new IllegalArgumentException("the model's name has " + name.length() + " characters; 1 to "
                        + LONGEST_MODEL_NAME + " are expected, not all of them spaces");
            }
            this.languageModel = model;
            this.modelName = name;
            return this;
        }

        /**
         * Tells a listener of loads, of runs from O*NET Web Services and of analyses.
         *
         * @param whom default is nobody
         * @return this builder
         */
        public Builder listener(OnetListener whom) {
            this.listener = whom;
            return this;
        }

        /**
         * Connects once to see which database it is.
         *
         * @return the entry point
         * @throws UnsupportedDatabaseException if it is neither PostgreSQL nor MySQL, or too old
         * @throws OnetDatabaseException if it can't be reached
         * @throws IllegalArgumentException if the schema's name is blank or the lock timeout is below one second
         */
        public Onet build() {
            if (schemaName != null && schemaName.isBlank()) {
                throw new IllegalArgumentException("schemaName is blank; leave it out for the connection's own schema");
            }
            if (lockTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("lockTimeout is " + lockTimeout + ", at least PT1S is expected");
            }
            return new Onet(Database.recognize(configuration, schemaName, commit, lockTimeout), this);
        }
    }
}
