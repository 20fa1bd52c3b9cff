package io.github.onet4j.examples.quickstart;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.download.OnetReleases;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.load.StoredRelease;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes the source of figures.
 *
 * @param release the release in the database
 * @param sample true if it is the sample that ships with onet4j
 * @param database a description of the database, for example {@code an embedded PostgreSQL 18.4}
 */
record Provenance(StoredRelease release, boolean sample, String database) {
    private static final int CHECKSUM_SHOWN = 16;
    private static final int KEY_WIDTH = 11;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Describes the source of figures of all occupations. */
    List<String> lines(OnetCatalog catalog, Style style) {
        return lines(catalog, List.of(), release.info().attribution(), style);
    }

    /** Describes the source of a gap's figures. */
    List<String> lines(SkillGap gap, OnetCatalog catalog, Style style) {
        List<String> ofSides = new ArrayList<>(entry("Ratings", side(gap.from()) + "; " + side(gap.to())));
        Stream.of(gap.from(), gap.to())
                .filter(GapSide::isEstimated)
                .forEach(side -> ofSides.addAll(entry("Estimate", estimate(side))));
        return lines(catalog, ofSides, gap.attribution(), style);
    }

    private List<String> lines(OnetCatalog catalog, List<String> ofSides, String attribution, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Source"));
        lines.addAll(entry("Release", releaseText()));
        if (sample) {
            lines.addAll(entry("Sample", sampleText(catalog)));
        }
        lines.addAll(entry("Archive", archiveText()));
        lines.addAll(ofSides);
        lines.addAll(entry("Database", database + ", loaded " + MINUTE.format(release.loadedAt())));
        lines.add("");
        Paragraph.lines("", "", attribution).forEach(line -> lines.add(style.faint(line)));
        return lines.stream().map(style::shown).toList();
    }

    private String releaseText() {
        YearMonth date = release.info().date();
        return "O*NET " + release.info().version() + (date == null ? "" : " of " + MONTH.format(date));
    }

    private static String sampleText(OnetCatalog catalog) {
        String domains = catalog.domains().stream().map(Domain::label).collect(Collectors.joining(", "));
        return "A small part of the release that ships with onet4j (" + domains + "): "
                + catalog.occupations().size()
                + " occupations. Examples in quotes are onet4j's, not O*NET's.";
    }

    private String archiveText() {
        String sha256 = Objects.requireNonNull(release.info().sha256(), "a loaded release has a checksum");
        String checksum = release.sourceName() + ", SHA-256 " + sha256.substring(0, CHECKSUM_SHOWN) + "…";
        boolean official = OnetReleases.known().stream().anyMatch(archive -> sha256.equals(archive.sha256()));
        return official ? checksum + ", the checksum of the official archive" : checksum;
    }

    private static String side(GapSide side) {
        return side.name() + " " + months(side.oldestRating(), side.newestRating());
    }

    private static String months(Optional<YearMonth> oldest, Optional<YearMonth> newest) {
        if (oldest.isEmpty() || newest.isEmpty()) {
            return "without dates";
        }
        return oldest.equals(newest)
                ? "of " + MONTH.format(oldest.get())
                : "of " + MONTH.format(oldest.get()) + " to " + MONTH.format(newest.get());
    }

    private static String estimate(GapSide side) {
        return "O*NET has no ratings of " + side.name() + "; the levels are estimated from all rated occupations,"
                + " most of all from "
                + side.estimatedFrom().stream().map(Occupation::title).collect(Collectors.joining(", "));
    }

    private static List<String> entry(String key, String text) {
        return Paragraph.lines(key + " ".repeat(KEY_WIDTH - key.length()), " ".repeat(KEY_WIDTH), text);
    }
}
