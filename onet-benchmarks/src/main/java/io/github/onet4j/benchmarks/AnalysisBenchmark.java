package io.github.onet4j.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time of an analysis on one thread, from the database and from memory, beside one hand-written JDBC query
 * that only returns the same ratings. The release comes from the system property {@code onet.release}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class AnalysisBenchmark {
    /** A person would write this, and read the columns that an analysis and its provenance need. */
    private static final String HAND_WRITTEN = """
            select r.onetsoc_code, r.element_id, r.scale_id, r.data_value, r.n, r.standard_error, r.lower_ci_bound,
              r.upper_ci_bound, r.recommend_suppress, r.not_relevant, r.date_updated, r.domain_source
            from onet_rating r join onet_active_release a on a.release_id = r.release_id
            where a.slot = 1 and r.domain = 'SKILLS' and r.onetsoc_code in (?, ?)""";

    /** The next of many pairs of rated occupations; the same ones in every run. */
    abstract static class Pairs {
        private List<String> codes = List.of();
        private final Random random = new Random(42);

        void useCodes(List<Occupation> rated) {
            codes = rated.stream().map(occupation -> occupation.code().value()).toList();
        }

        /** A rated occupation's code. */
        public String next() {
            return codes.get(random.nextInt(codes.size()));
        }
    }

    /** A database with the release, behind a pool. */
    @State(Scope.Thread)
    public static class InDatabase extends Pairs {
        /** Which database. */
        @Param({"postgresql", "mysql"})
        public String engine = "";

        private DatabaseServer.Database database;
        private HikariDataSource pool;
        private SkillGapAnalyzer analyzer;

        /** Loads the release. */
        @Setup
        public void load() {
            DatabaseServer server = engine.equals("mysql") ? DatabaseServers.mysql() : DatabaseServers.postgres();
            database = server.newDatabase();
            HikariConfig config = new HikariConfig();
            config.setDataSource(database.dataSource());
            pool = new HikariDataSource(config);
            Onet onet = Onet.create(pool).build();
            onet.schema().createOrUpgrade();
            onet.load(OnetRelease.open(releasePath()));
            analyzer = onet.skillGapAnalyzer();
            useCodes(onet.catalog().ratedOccupations(Domain.SKILLS));
        }

        /** Drops the database. */
        @TearDown
        public void drop() {
            pool.close();
            database.close();
        }
    }

    /** The release in memory. */
    @State(Scope.Thread)
    public static class InMemory extends Pairs {
        private SkillGapAnalyzer analyzer;

        /** Reads the release. */
        @Setup
        public void read() {
            var catalog = OnetRelease.open(releasePath()).catalog();
            analyzer = SkillGapAnalyzer.of(catalog);
            useCodes(catalog.ratedOccupations(Domain.SKILLS));
        }
    }

    /** One row of the hand-written query. */
    public record Row(
            String code,
            String elementId,
            String scaleId,
            double value,
            int n,
            double standardError,
            double lower,
            double upper,
            String suppress,
            String notRelevant,
            java.sql.Date date,
            String source) {}

    /** An analysis of a pair, from the database. */
    @Benchmark
    public SkillGap analyzeInDatabase(InDatabase state) {
        return state.analyzer.analyze(state.next(), state.next());
    }

    /** The ratings of a pair, from the database, by a query of one's own. */
    @Benchmark
    public List<Row> handWrittenQuery(InDatabase state) throws SQLException {
        try (Connection connection = state.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(HAND_WRITTEN)) {
            statement.setString(1, state.next());
            statement.setString(2, state.next());
            try (ResultSet row = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getDouble(4),
                            row.getInt(5),
                            row.getDouble(6),
                            row.getDouble(7),
                            row.getDouble(8),
                            row.getString(9),
                            row.getString(10),
                            row.getDate(11),
                            row.getString(12)));
                }
                return rows;
            }
        }
    }

    /** An analysis of a pair, from memory. */
    @Benchmark
    public SkillGap analyzeInMemory(InMemory state) {
        return state.analyzer.analyze(state.next(), state.next());
    }

    private static Path releasePath() {
        return Path.of(Objects.requireNonNull(
                System.getProperty("onet.release"), "Name a release: -Donet.release=db_29_3_text.zip"));
    }
}
