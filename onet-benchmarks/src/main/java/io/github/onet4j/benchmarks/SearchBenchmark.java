package io.github.onet4j.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Measures the search of occupations by title beside a hand-written {@code like} over all titles, which finds what has
 * the words but does not rank it. What is typed are beginnings of occupations' titles, of every length, and one in ten
 * with a slip.
 */
public final class SearchBenchmark {
    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 20;
    private static final int SEARCHES_A_TURN = 50;
    private static final int LIMIT = 20;

    private static final String HAND_WRITTEN = """
            select o.onetsoc_code, min(t.title) from onet_active_release a
            join (select release_id, onetsoc_code, title, title_search from onet_occupation
              union all select release_id, onetsoc_code, job_title, job_title_search from onet_job_title) t
              on t.release_id = a.release_id
            join onet_occupation o on o.release_id = t.release_id and o.onetsoc_code = t.onetsoc_code
            where a.slot = 1 and t.title_search like ? group by o.onetsoc_code order by o.onetsoc_code limit 20""";

    /** Grows with each answer, so that none is found in vain. */
    private static long found;

    private SearchBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the path of a release
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name a release: SearchBenchmark db_29_3_text.zip");
        }
        OnetRelease release = OnetRelease.open(Path.of(arguments[0]));
        compare(DatabaseServers.postgres(), release);
        compare(DatabaseServers.mysql(), release);
        if (found == 0) {
            throw new IllegalStateException("no search has found an occupation");
        }
    }

    private static void compare(DatabaseServer server, OnetRelease release) throws Exception {
        HikariConfig config = new HikariConfig();
        try (DatabaseServer.Database database = server.newDatabase()) {
            config.setDataSource(database.dataSource());
            try (HikariDataSource pool = new HikariDataSource(config)) {
                compare(server.jdbcUrl().split(":")[1], pool, release);
            }
        }
    }

    private static void compare(String engine, DataSource pool, OnetRelease release) throws Exception {
        Onet onet = Onet.create(pool).build();
        onet.schema().createOrUpgrade();
        onet.load(release);
        OnetCatalog snapshot = onet.snapshot();
        List<String> typed = typed(snapshot.occupations());
        new Turns(WARM_UP_ROUNDS, ROUNDS, "microseconds")
                .with("hand-written like", turn(typed, text -> like(pool, text)))
                .with(
                        "searchOccupations",
                        turn(
                                typed,
                                text -> onet.catalog()
                                        .searchOccupations(text, LIMIT)
                                        .size()))
                .with(
                        "of a snapshot()",
                        turn(
                                typed,
                                text -> snapshot.searchOccupations(text, LIMIT).size()))
                .run(engine);
        printQuantiles(snapshot, typed);
        printFirst(onet, typed.get(0));
    }

    private static List<String> typed(List<Occupation> occupations) {
        Random random = new Random(42);
        List<String> typed = new ArrayList<>();
        for (Occupation occupation : occupations) {
            String title = occupation.title();
            StringBuilder beginning = new StringBuilder(title.substring(0, 1 + random.nextInt(title.length())));
            if (typed.size() % 10 == 0 && beginning.length() > 5) {
                beginning.deleteCharAt(3);
            }
            typed.add(beginning.toString());
        }
        return typed;
    }

    private static Turns.Turn turn(List<String> typed, Search search) {
        Random random = new Random(7);
        return () -> {
            long start = System.nanoTime();
            for (int i = 0; i < SEARCHES_A_TURN; i++) {
                found += search.of(typed.get(random.nextInt(typed.size())));
            }
            return (System.nanoTime() - start) / 1e3 / SEARCHES_A_TURN;
        };
    }

    private static int like(DataSource pool, String typed) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(HAND_WRITTEN)) {
            statement.setString(1, "%" + typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "%") + "%");
            try (ResultSet row = statement.executeQuery()) {
                int rows = 0;
                while (row.next()) {
                    rows += row.getString(2).isEmpty() ? 0 : 1;
                }
                return rows;
            }
        }
    }

    private static void printQuantiles(OnetCatalog catalog, List<String> typed) {
        double[] micros = new double[typed.size()];
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < micros.length; i++) {
                long start = System.nanoTime();
                found += catalog.searchOccupations(typed.get(i), LIMIT).size();
                micros[i] = (System.nanoTime() - start) / 1e3;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "each search of a snapshot(): median %.0f, 95 %% within %.0f, slowest %.0f microseconds%n",
                micros[micros.length / 2],
                micros[micros.length * 95 / 100],
                micros[micros.length - 1]);
    }

    /** The first search after a start reads the titles and builds the index. */
    private static void printFirst(Onet onet, String typed) {
        double[] millis = new double[7];
        for (int i = 0; i < millis.length; i++) {
            onet.refresh();
            found += onet.catalog().release().version().length();
            long start = System.nanoTime();
            found += onet.catalog().searchOccupations(typed, LIMIT).size();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "first search: median %.0f milliseconds%n", millis[millis.length / 2]);
    }

    private interface Search {
        /** Searches, and returns the number of occupations found. */
        int of(String typed) throws SQLException;
    }
}
