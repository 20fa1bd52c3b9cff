package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class GapTableTest {
    private static final OnetCatalog SAMPLE = OnetRelease.open(Project.SAMPLE).catalog();
    private static final Style UNICODE = new Style(true, Ansi.OFF);
    private static final Style ASCII = new Style(false, Ansi.OFF);

    @Test
    void theDefaultPairReadsAsItShould() throws IOException {
        assertThat(table("15-1251.00", "15-1211.00", UNICODE, 12)).isEqualTo(expected("programmers-to-analysts.txt"));
    }

    @Test
    void aTerminalWithoutUnicodeGetsTheSameTableInAscii() throws IOException {
        assertThat(table("15-1251.00", "15-1211.00", ASCII, 12))
                .isEqualTo(expected("programmers-to-analysts-ascii.txt"))
                .matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void anOccupationHasNoGapToItself() throws IOException {
        assertThat(table("11-1011.00", "11-1011.00", UNICODE, 12)).isEqualTo(expected("executives-to-themselves.txt"));
    }

    @Test
    void anEstimatedSideSaysSo() {
        assertThat(table("15-1252.00", "15-1211.00", UNICODE, 12)).contains("15-1252.00 (estimated)  →  15-1211.00");
    }

    @Test
    void colourChangesNothingButTheColour() {
        String coloured = table("15-1251.00", "15-1211.00", new Style(true, Ansi.ON), 12);

        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(table("15-1251.00", "15-1211.00", UNICODE, 12));
    }

    @Test
    void noLineOfAnyPairIsWiderThanATerminal() {
        List<Occupation> occupations = SAMPLE.ratedOccupations(Domain.SKILLS);
        for (Occupation from : occupations) {
            for (Occupation to : occupations) {
                String table = table(from.code().value(), to.code().value(), UNICODE, Integer.MAX_VALUE);
                assertThat(table.lines()).allMatch(line -> line.length() <= 100);
            }
        }
    }

    private static String table(String from, String to, Style style, int rows) {
        SkillGap gap =
                SkillGapAnalyzer.of(SAMPLE).analyze(from, to, GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
        return String.join("\n", new GapTable(gap, style, rows).lines()) + "\n";
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GapTableTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
