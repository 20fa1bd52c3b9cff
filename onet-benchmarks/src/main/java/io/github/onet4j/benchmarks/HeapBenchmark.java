package io.github.onet4j.benchmarks;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loads a release of full size, more than a million rows, into PostgreSQL and MySQL; run it with {@code -Xmx48m}. The
 * large files that the given release lacks are made up in about their real size.
 */
public final class HeapBenchmark {
    private static final String RATING_HEADER =
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error"
                    + "\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source";

    private HeapBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the path of a folder with an unpacked release in the text layout
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "Name the folder of an unpacked text archive: HeapBenchmark db_29_3_text");
        }
        Path folder = Files.createTempDirectory("onet-full-size");
        try {
            makeFullSize(Path.of(arguments[0]), folder);
            for (DatabaseServer server : List.of(DatabaseServers.postgres(), DatabaseServers.mysql())) {
                load(server, folder);
            }
        } finally {
            delete(folder);
        }
    }

    private static void load(DatabaseServer server, Path folder) {
        try (DatabaseServer.Database database = server.newDatabase()) {
            Onet onet = Onet.create(database.dataSource()).build();
            onet.schema().createOrUpgrade();
            LoadReport report = onet.load(OnetRelease.open(folder));
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d rows by %s in %.1f s with at most %d MB of heap%n",
                    server.jdbcUrl().split(":")[1],
                    report.rowsStored(),
                    report.path().orElseThrow(),
                    report.elapsed().toMillis() / 1000.0,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static void makeFullSize(Path release, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        List<String> codes = firstCells(folder.resolve("Occupation Data.txt"), 0);
        Path abilities = folder.resolve("Abilities.txt");
        if (!Files.exists(abilities)) {
            writeElements(folder, "1.A.9.", 52);
            writeRatings(abilities, codes, "1.A.9.", 52);
        }
        Path workActivities = folder.resolve("Work Activities.txt");
        if (!Files.exists(workActivities)) {
            writeElements(folder, "4.A.9.", 41);
            writeRatings(workActivities, codes, "4.A.9.", 41);
        }
        Path workContext = folder.resolve("Work Context.txt");
        if (!Files.exists(workContext)) {
            writeElements(folder, "4.C.9.", 49);
            writeWorkContext(workContext, codes, "4.C.9.", 49);
        }
        Path taskRatings = folder.resolve("Task Ratings.txt");
        if (!Files.exists(taskRatings)) {
            writeTaskRatings(taskRatings, folder.resolve("Task Statements.txt"));
        }
    }

    /** The first two cells of each line below the header, or the first alone. */
    private static List<String> firstCells(Path file, int more) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> String.join("\t", List.of(line.split("\t")).subList(0, 1 + more)))
                    .toList();
        }
    }

    private static void writeElements(Path folder, String idPrefix, int elements) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(
                folder.resolve("Content Model Reference.txt"), StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
            for (int element : numbers(elements)) {
                out.write(idPrefix + element + "\tElement " + element + "\tMade up\n");
            }
        }
    }

    private static int[] numbers(int elements) {
        return IntStream.range(10, 10 + elements).toArray();
    }

    private static void writeRatings(Path file, List<String> codes, String idPrefix, int elements) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(RATING_HEADER + "\n");
            for (String code : codes) {
                for (int element : numbers(elements)) {
                    String start = code + "\t" + idPrefix + element + "\tElement " + element;
                    out.write(start + "\tIM\t3.12\t8\t0.1250\t2.8800\t3.3700\tN\tn/a\t08/2023\tAnalyst\n");
                    out.write(start + "\tLV\t3.50\t8\t0.1890\t3.1296\t3.8704\tN\tN\t08/2023\tAnalyst\n");
                }
            }
        }
    }

    private static void writeWorkContext(Path file, List<String> codes, String idPrefix, int elements)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(RATING_HEADER.replace("Scale ID\t", "Scale ID\tCategory\t") + "\n");
            for (String code : codes) {
                for (int element : numbers(elements)) {
                    String start = code + "\t" + idPrefix + element + "\tElement " + element;
                    out.write(start + "\tCX\tn/a\t3.61\t28\t0.2012\t3.1983\t4.0217\tN\tn/a\t08/2023\tIncumbent\n");
                    for (int category = 1; category <= 5; category++) {
                        out.write(start + "\tCXP\t" + category
                                + "\t20.00\t28\t7.6900\t8.5600\t39.9400\tN\tn/a\t08/2023\tIncumbent\n");
                    }
                }
            }
        }
    }

    private static void writeTaskRatings(Path file, Path statements) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("O*NET-SOC Code\tTask ID\tScale ID\tCategory\tData Value\tN\tStandard Error\tLower CI Bound"
                    + "\tUpper CI Bound\tRecommend Suppress\tDate\tDomain Source\n");
            for (String task : firstCells(statements, 1)) {
                out.write(task + "\tIM\tn/a\t4.12\t95\t0.0800\t3.9600\t4.2800\tN\t08/2023\tIncumbent\n");
                out.write(task + "\tRT\tn/a\t84.00\t95\t3.7800\t75.2000\t90.0900\tN\t08/2023\tIncumbent\n");
                for (int category = 1; category <= 7; category++) {
                    out.write(task + "\tFT\t" + category
                            + "\t14.29\t95\t3.6100\t8.5200\t22.9700\tN\t08/2023\tIncumbent\n");
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
