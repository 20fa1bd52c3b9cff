package io.github.onet4j.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Measures the time of an analysis on one thread beside one hand-written JDBC query that only returns the same ratings.
 * They take turns in each round, over a pool. {@code select 1} is the limit of anything that asks the database.
 */
public final class AnalysisBenchmark {
    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 40;
    private static final long TURN_NANOS = 250_000_000;

    /** A person would write this, and read the columns that an analysis and its provenance need. */
    private static final String HAND_WRITTEN = """
            select r.onetsoc_code, r.element_id, r.scale_id, r.data_value, r.n, r.standard_error, r.lower_ci_bound,
              r.upper_ci_bound, r.recommend_suppress, r.not_relevant, r.date_updated, r.domain_source
            from onet_rating r join onet_active_release a on a.release_id = r.release_id
            where a.slot = 1 and r.domain = 'SKILLS' and r.onetsoc_code in (?, ?)""";

    /** Grows with each answer, so that none is computed in vain. */
    private static long answered;

    private AnalysisBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the path of a release
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name a release: AnalysisBenchmark db_29_3_text.zip");
        }
        OnetRelease release = OnetRelease.open(Path.of(arguments[0]));
        compare(DatabaseServers.postgres(), release);
        compare(DatabaseServers.mysql(), release);
        if (answered == 0) {
            throw new IllegalStateException("no analysis has found a gap");
        }
    }

    private static void compare(DatabaseServer server, OnetRelease release) throws Exception {
        HikariConfig config = new HikariConfig();
        try (DatabaseServer.Database database = server.newDatabase()) {
            config.setDataSource(database.dataSource());
            try (HikariDataSource pool = new HikariDataSource(config)) {
                compare(server, pool, release);
            }
        }
    }

    private static void compare(DatabaseServer server, DataSource pool, OnetRelease release) throws Exception {
        Onet keeping = Onet.create(pool).build();
        keeping.schema().createOrUpgrade();
        keeping.load(release);
        Onet reading = Onet.create(pool).keepProfiles(false).build();
        List<String> codes = keeping.catalog().ratedOccupations(Domain.SKILLS).stream()
                .map(occupation -> occupation.code().value())
                .toList();
        new Turns(WARM_UP_ROUNDS, ROUNDS, "microseconds")
                .with("hand-written query", turn(codes, (from, to) -> handWritten(pool, from, to)))
                .with("select 1", turn(codes, (from, to) -> selectOne(pool)))
                .with("analyze", turn(codes, analysis(keeping.skillGapAnalyzer())))
                .with("keepProfiles(false)", turn(codes, analysis(reading.skillGapAnalyzer())))
                .with("snapshot()", turn(codes, analysis(SkillGapAnalyzer.of(keeping.snapshot()))))
                .with("release file", turn(codes, analysis(SkillGapAnalyzer.of(release.catalog()))))
                .run(server.jdbcUrl().split(":")[1]);
    }

    private static Question analysis(SkillGapAnalyzer analyzer) {
        return (from, to) -> analyzer.analyze(from, to).gaps().size();
    }

    /** Asks about random pairs, the same ones for every contender; returns the microseconds that an answer needed. */
    private static Turns.Turn turn(List<String> codes, Question question) {
        Random random = new Random(42);
        return () -> {
            long start = System.nanoTime();
            long end = start;
            int answers = 0;
            while (end - start < TURN_NANOS) {
                answered +=
                        question.ask(codes.get(random.nextInt(codes.size())), codes.get(random.nextInt(codes.size())));
                answers++;
                end = System.nanoTime();
            }
            return (end - start) / 1e3 / answers;
        };
    }

    private static int handWritten(DataSource pool, String from, String to) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(HAND_WRITTEN)) {
            statement.setString(1, from);
            statement.setString(2, to);
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
                return rows.size();
            }
        }
    }

    private static int selectOne(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private interface Question {
        /** Answers, and returns the size of the answer. */
        int ask(String from, String to) throws SQLException;
    }

    private record Row(
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
            Date date,
            String source) {}
}
