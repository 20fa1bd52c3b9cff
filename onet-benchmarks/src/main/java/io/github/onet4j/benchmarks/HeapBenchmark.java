package io.github.onet4j.benchmarks;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loads a release of a million rows into PostgreSQL and MySQL; run it with {@code -Xmx48m}. The files that the given
 * release lacks are made up in their real size: abilities and work activities with every element of their kind, rated
 * for every rated occupation, and job titles until the million is reached.
 */
public final class HeapBenchmark {
    private static final int ROWS = 1_000_000;
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
        List<String> codes = codes(folder);
        writeElements(folder.resolve("Content Model Reference.txt"), "1.A.9.", 52);
        writeElements(folder.resolve("Content Model Reference.txt"), "4.A.9.", 41);
        long rows = rows(folder);
        rows += writeRatings(folder.resolve("Abilities.txt"), codes, "1.A.9.", 52);
        rows += writeRatings(folder.resolve("Work Activities.txt"), codes, "4.A.9.", 41);
        writeTitles(folder.resolve("Alternate Titles.txt"), codes, ROWS - rows);
    }

    private static List<String> codes(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("Occupation Data.txt"))) {
            return lines.skip(1).map(line -> line.substring(0, 10)).toList();
        }
    }

    private static long rows(Path folder) {
        return OnetRelease.open(folder).files().stream()
                .filter(file -> file.table() != null)
                .mapToLong(file -> lines(folder.resolve(file.name())) - 1)
                .sum();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeElements(Path file, String idPrefix, int elements) throws IOException {
        try (BufferedWriter out = append(file)) {
            for (int element : IntStream.range(10, 10 + elements).toArray()) {
                out.write(idPrefix + element + "\tElement " + element + "\tMade up\n");
            }
        }
    }

    private static BufferedWriter append(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static long writeRatings(Path file, List<String> codes, String idPrefix, int elements) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(RATING_HEADER + "\n");
            for (String code : codes) {
                for (int element : IntStream.range(10, 10 + elements).toArray()) {
                    String start = code + "\t" + idPrefix + element + "\tElement " + element;
                    out.write(start + "\tIM\t3.12\t8\t0.1250\t2.8800\t3.3700\tN\tn/a\t08/2023\tAnalyst\n");
                    out.write(start + "\tLV\t3.50\t8\t0.1890\t3.1296\t3.8704\tN\tN\t08/2023\tAnalyst\n");
                }
            }
        }
        return (long) codes.size() * elements * 2;
    }

    private static void writeTitles(Path file, List<String> codes, long missing) throws IOException {
        try (BufferedWriter out = append(file)) {
            for (int i = 0; i < missing; i++) {
                String code = codes.get(i % codes.size());
                out.write(code + "\tTitle number " + i + " of an occupation\tn/a\t08\n");
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
