package io.github.onet4j.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.OnetException;
import io.github.onet4j.testing.MiniRelease;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damages lines at random, always in the same way, and looks for anything but a row or a rejected row. */
class CorruptedReleaseTest {
    // In all 5,000 lines: five files in two layouts.
    private static final int ROUNDS = 5;
    private static final int LINES_A_FILE = 100;

    @TempDir
    private Path folder;

    private final Random random = new Random(20261122);

    @ParameterizedTest
    @CsvSource({
        "SKILLS, Skills.txt",
        "OCCUPATION_DATA, Occupation Data.txt",
        "SCALES_REFERENCE, Scales Reference.txt",
        "JOB_TITLES, Alternate Titles.txt",
        "RELATED_OCCUPATIONS, Related Occupations.txt"
    })
    void everyLineOfATextFileIsARowOrIsRejected(ReleaseTable table, String file) {
        MiniRelease mini = MiniRelease.singleSkillsText();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damagedFile(mini.bytes(file), "\t");
            Reading reading = read(mini.withFile(file, damaged), table);
            assertThat(reading.failure)
                    .as("a text file is always read to its end")
                    .isNull();
            assertThat(reading.rowsRead).as("lines with something in them").isEqualTo(linesWithSomething(damaged) - 1);
            reading.checkEveryRowIsAccountedFor(file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KNOWLEDGE, knowledge.csv",
        "OCCUPATION_DATA, occupation_data.csv",
        "SCALES_REFERENCE, scales_reference.csv",
        "JOB_TITLES, job_titles.csv",
        "RELATED_OCCUPATIONS, related_occupations.csv"
    })
    void everyRecordOfACsvFileIsARowOrIsRejected(ReleaseTable table, String file) {
        MiniRelease mini = MiniRelease.csv();
        for (int round = 0; round < ROUNDS; round++) {
            Reading reading = read(mini.withFile(file, damagedFile(mini.bytes(file), ",")), table);
            if (reading.failure != null) {
                assertThat(reading.failure)
                        .as("a quote that is never closed")
                        .hasMessageContaining("reading could not continue");
            }
            reading.checkEveryRowIsAccountedFor(file);
        }
    }

    @Test
    void aDamagedHeaderIsRefusedOrRead() {
        for (int round = 0; round < 500; round++) {
            MiniRelease mini = MiniRelease.text();
            List<byte[]> lines = lines(mini.bytes("Job Zones.txt"));
            lines.set(0, damage(lines.get(0), "\t"));
            byte[] damaged = join(lines);
            try {
                OnetRelease.open(mini.withFile("Job Zones.txt", damaged).writeZip(folder.resolve("mini.zip")));
            } catch (ReleaseFormatException e) {
                assertThat(e.file()).isEqualTo("Job Zones.txt");
                assertThat(e.line()).isEqualTo(1);
            }
        }
    }

    private Reading read(MiniRelease mini, ReleaseTable table) {
        OnetRelease release = OnetRelease.open(mini.writeZip(folder.resolve("mini.zip")));
        Reading reading = new Reading();
        try (ReleaseRows rows = release.rows(table, reading.rejected::add)) {
            try {
                rows.forEachRemaining(reading.used::add);
            } catch (OnetException e) {
                reading.failure = e;
            }
            reading.rowsRead = rows.rowsRead();
        }
        return reading;
    }

    /** Damaged rows below a whole header. */
    private byte[] damagedFile(byte[] file, String delimiter) {
        List<byte[]> lines = lines(file);
        List<byte[]> damaged = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 0; i < LINES_A_FILE; i++) {
            damaged.add(damage(lines.get(1 + random.nextInt(lines.size() - 1)), delimiter));
        }
        return join(damaged);
    }

    private byte[] damage(byte[] line, String delimiter) {
        byte[] damaged = line;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(damaged.length + 1);
            damaged = switch (random.nextInt(9)) {
                case 0 -> flipped(damaged);
                case 1 -> inserted(damaged, at, delimiter);
                case 2 -> dropped(damaged, delimiter);
                case 3 -> inserted(damaged, at, "\"");
                case 4 -> inserted(damaged, at, delimiter + "\"");
                case 5 -> inserted(damaged, at, "x".repeat(1 + random.nextInt(20_000)));
                case 6 -> inserted(damaged, at, Character.toString(random.nextInt(0xD800)));
                case 7 -> inserted(damaged, at, "\u0000");
                default -> Arrays.copyOf(damaged, at);
            };
        }
        return damaged;
    }

    private byte[] flipped(byte[] line) {
        if (line.length == 0) {
            return line;
        }
        byte[] flipped = line.clone();
        flipped[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] inserted(byte[] line, int at, String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(line, line.length + added.length);
        System.arraycopy(added, 0, longer, at, added.length);
        System.arraycopy(line, at, longer, at + added.length, line.length - at);
        return longer;
    }

    private static byte[] dropped(byte[] line, String delimiter) {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        return text.replaceFirst(delimiter, "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> lines(byte[] file) {
        return new ArrayList<>(new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            file.writeBytes(line);
            file.writeBytes(new byte[] {'\r', '\n'});
        }
        return file.toByteArray();
    }

    /** Lines as any editor counts them: a line break may have come in by the damage. */
    private static long linesWithSomething(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .count();
    }

    private static final class Reading {
        private final List<ReleaseRow> used = new ArrayList<>();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long rowsRead;
        private @Nullable OnetException failure;

        void checkEveryRowIsAccountedFor(String file) {
            assertThat(used.size() + rejected.size()).isEqualTo(rowsRead);
            assertThat(rejected).isNotEmpty().allSatisfy(row -> {
                assertThat(row.file()).isEqualTo(file);
                assertThat(row.line()).isGreaterThan(1);
                assertThat(row.message())
                        .startsWith(file + ", line " + row.line())
                        .hasSizeLessThan(1000);
                assertThat(row.text()).hasSizeLessThanOrEqualTo(RejectedRow.MAX_TEXT_LENGTH);
            });
            assertThat(used).as("rows that the damage left whole").isNotEmpty();
        }
    }
}
