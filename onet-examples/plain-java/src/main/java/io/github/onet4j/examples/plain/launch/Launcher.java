package io.github.onet4j.examples.plain.launch;

import com.zaxxer.hikari.pool.HikariPool;
import io.github.onet4j.OnetException;
import io.github.onet4j.examples.plain.AnalysisFromZip;
import io.github.onet4j.examples.plain.HikariWithMySql;
import io.github.onet4j.examples.plain.HikariWithPostgresql;
import io.github.onet4j.examples.plain.InHostTransaction;
import io.github.onet4j.examples.plain.OpenBadgesAlignment;
import io.github.onet4j.examples.plain.OwnFlyway;
import io.github.onet4j.examples.plain.OwnSchemaName;
import io.github.onet4j.examples.plain.ProgressBarWhileLoading;
import io.github.onet4j.examples.plain.TypedQueryJoin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs a program by its name: {@code TOPIC [JDBC_URL USER [RELEASE [MORE]]]}. Without a URL it starts a PostgreSQL
 * that ends with the program; without a release it uses the sample below the project's folder, the system property
 * {@code onet4j.project}.
 */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final Map<String, Program> PROGRAMS = new TreeMap<>(Map.of(
            "AnalysisFromZip", AnalysisFromZip::main,
            "HikariWithMySql", HikariWithMySql::main,
            "HikariWithPostgresql", HikariWithPostgresql::main,
            "InHostTransaction", InHostTransaction::main,
            "OpenBadgesAlignment", OpenBadgesAlignment::main,
            "OwnFlyway", OwnFlyway::main,
            "OwnSchemaName", OwnSchemaName::main,
            "ProgressBarWhileLoading", ProgressBarWhileLoading::main,
            "TypedQueryJoin", TypedQueryJoin::main));

    private static final Set<String> WITHOUT_DATABASE = Set.of("AnalysisFromZip", "OpenBadgesAlignment");

    private Launcher() {}

    /** Takes the name of a program, and its arguments. */
    public static void main(String[] arguments) throws IOException {
        try {
            launch(arguments);
        } catch (OnetException | HikariPool.PoolInitializationException e) {
            exit(FAILED, reason(e));
        }
    }

    private static void launch(String[] arguments) throws IOException {
        String topic = arguments.length == 0 ? "" : arguments[0];
        List<String> given = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Program program = PROGRAMS.get(topic);
        if (program == null) {
            exit(
                    WRONG_USAGE,
                    "Usage: run TOPIC [JDBC_URL USER [RELEASE [MORE]]], or run TOPIC [RELEASE] where it needs no"
                            + " database; DB_PASSWORD holds the password. Topics:\n  "
                            + String.join("\n  ", PROGRAMS.keySet()));
        } else if (WITHOUT_DATABASE.contains(topic)) {
            program.run(given.isEmpty() ? new String[] {sample()} : given.toArray(String[]::new));
        } else if (given.size() == 1) {
            exit(WRONG_USAGE, "A URL needs a user: run " + topic + " JDBC_URL USER [RELEASE]");
        } else if (!given.isEmpty() && !given.get(0).matches("jdbc:(postgresql|mysql):.+")) {
            exit(WRONG_USAGE, "The URL must start with jdbc:postgresql: or jdbc:mysql:");
        } else if (!given.isEmpty()) {
            program.run(completed(topic, given));
        } else if (topic.equals("HikariWithMySql")) {
            exit(WRONG_USAGE, "This program needs your MySQL: run HikariWithMySql jdbc:mysql://HOST/DATABASE USER");
        } else {
            runOnEmbeddedPostgresql(program, topic);
        }
    }

    private static void runOnEmbeddedPostgresql(Program program, String topic) throws IOException {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            program.run(completed(topic, List.of(server.getJdbcUrl("postgres", "postgres"), "postgres")));
        }
    }

    /** Adds the defaults for arguments that were left out after URL and user. */
    private static String[] completed(String topic, List<String> given) throws IOException {
        List<String> arguments = new ArrayList<>(given);
        if (arguments.size() == 2) {
            arguments.add(sample());
        }
        if (arguments.size() == 3 && topic.equals("OwnSchemaName")) {
            arguments.add("reference_data");
        }
        if (arguments.size() == 3 && topic.equals("OwnFlyway")) {
            arguments.add(Files.createTempDirectory("migrations").toString());
        }
        return arguments.toArray(String[]::new);
    }

    private static String sample() {
        return Path.of(System.getProperty("onet4j.project", ""), "onet-examples", "sample", "db_29_3_sample")
                .toString();
    }

    /** Returns the message of the cause: a pool says only that it has no connection, its driver says why. */
    private static String reason(RuntimeException failure) {
        Throwable reason = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            reason = each instanceof SQLException ? each : reason;
        }
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    }

    private static void exit(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }

    private interface Program {
        void run(String[] arguments) throws IOException;
    }
}
