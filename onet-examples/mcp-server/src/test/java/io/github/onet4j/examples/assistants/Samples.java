package io.github.onet4j.examples.assistants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample release, and one made of it that is later. */
public final class Samples {
    /** The sample, O*NET 29.3. */
    public static final Path EARLIER =
            Path.of("../sample/db_29_3_sample").toAbsolutePath().normalize();

    private Samples() {}

    /**
     * Makes release 30.1 of the sample: programmers read better by a rating of December 2025, nobody rates truck
     * drivers any more, chief executives have another title, and there is one occupation more.
     *
     * @param folder the folder to make it in
     * @return the release
     */
    public static Path later(Path folder) throws IOException {
        Path later = Files.createDirectories(folder.resolve("db_30_1_sample"));
        try (Stream<Path> files = Files.list(EARLIER)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                Files.write(later.resolve(name), edited(name, Files.readAllLines(file)));
            }
        }
        return later;
    }

    private static List<String> edited(String name, List<String> lines) {
        return switch (name) {
            case "Read Me.txt" ->
                lines.stream()
                        .map(line -> line.replace("29.3", "30.1").replace("May 2025", "December 2025"))
                        .toList();
            case "Essential Skills.txt", "Transferable Skills.txt" ->
                lines.stream()
                        .filter(line -> !line.startsWith("53-3032.00"))
                        .map(line ->
                                line.startsWith("15-1251.00\t2.A.1.a\tReading Comprehension\tLV") ? rated(line) : line)
                        .toList();
            case "Occupation Data.txt" ->
                Stream.concat(
                                lines.stream()
                                        .map(line ->
                                                line.replace("\tChief Executives\t", "\tHeads of Organizations\t")),
                                Stream.of("15-1299.09\tProject Managers, Information Technology\tPlan projects."))
                        .toList();
            default -> lines;
        };
    }

    private static String rated(String line) {
        String[] cells = line.split("\t", -1);
        cells[4] = "6.00";
        cells[6] = "0.1000";
        cells[7] = "5.8040";
        cells[8] = "6.1960";
        cells[11] = "12/2025";
        return String.join("\t", cells);
    }
}
