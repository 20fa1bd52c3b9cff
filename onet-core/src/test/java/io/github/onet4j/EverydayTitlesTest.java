package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.release.OnetRelease;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Titles as people type them, each with the occupations that are a right answer, chosen from the descriptions of O*NET
 * 29.3 before any search was run. The constants of the search were chosen with one half of them, {@code tune}.
 */
class EverydayTitlesTest {
    @Test
    void mostTitlesAreAnsweredAtOnceAndNearlyAllAmongFive() throws IOException {
        Path archive = RealReleasesTest.folder().resolve("db_29_3_text.zip");
        assumeTrue(Files.isRegularFile(archive), "no " + archive.toAbsolutePath());
        OnetCatalog catalog = OnetRelease.open(archive).catalog();

        assertThat(share(catalog, "tune", 1)).as("first, tune").isGreaterThanOrEqualTo(0.95);
        assertThat(share(catalog, "tune", 5)).as("among five, tune").isGreaterThanOrEqualTo(0.97);
        assertThat(share(catalog, "held", 1)).as("first, held").isGreaterThanOrEqualTo(0.87);
        assertThat(share(catalog, "held", 5)).as("among five, held").isGreaterThanOrEqualTo(0.97);
    }

    /** The part of the titles of a half for which a right occupation is among the first matches. */
    private static double share(OnetCatalog catalog, String half, int limit) throws IOException {
        List<Title> titles =
                titles().stream().filter(title -> title.half().equals(half)).toList();
        assertThat(titles).hasSize(138);
        long right = titles.stream()
                .filter(title -> catalog.searchOccupations(title.text(), limit).stream()
                        .anyMatch(match ->
                                title.codes().contains(match.occupation().code().value())))
                .count();
        return (double) right / titles.size();
    }

    private static List<Title> titles() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EverydayTitlesTest.class.getResourceAsStream("everyday-titles.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Title(cells[0], List.of(cells[1].split(" ")), cells[2]))
                    .toList();
        }
    }

    private record Title(String text, List<String> codes, String half) {}
}
