package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Rating;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.ReadinessBounds;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnknownElement;
import io.github.onet4j.notebook.LevelChart.Certainty;
import io.github.onet4j.notebook.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what separates two sides. */
final class GapDisplay {
    private static final String LEGEND =
            "Levels range from 0 to 7. A clear difference exceeds the raters' spread; a tentative one may be"
                    + " chance. A share is the part of what the target needs that is lacking here, weighted by"
                    + " importance.";

    private static final List<String> CSV_COLUMNS = List.of(
            "from_code",
            "from",
            "to_code",
            "to",
            "kind",
            "element_id",
            "element",
            "from_level",
            "to_level",
            "importance",
            "grade",
            "share",
            "share_at_most",
            "in_words",
            "release");

    private final SkillGap gap;
    private final List<Domain> domains;

    GapDisplay(SkillGap gap) {
        this.gap = gap;
        this.domains = List.of(gap.domain());
    }

    Display display() {
        return new Display(
                gap.from() + " to " + gap.to(),
                "O*NET " + gap.release().version(),
                parts(),
                new Rows(CSV_COLUMNS, cells()),
                gap.attribution());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(readiness()));
        Stream.of(gap.from(), gap.to())
                .filter(GapSide::isEstimated)
                .forEach(side -> parts.add(new Paragraph(estimate(side))));
        if (!gap.gaps().isEmpty()) {
            parts.add(gaps());
        }
        if (!gap.unknown().isEmpty()) {
            parts.add(unknown());
        }
        parts.add(new Paragraph(others()));
        if (!gap.gaps().isEmpty()) {
            parts.add(new Paragraph(LEGEND));
        }
        return parts;
    }

    private String readiness() {
        String what = " of the " + gap.domain().label() + " needed, weighted by importance";
        return gap.readinessBounds()
                .map(bounds -> "Readiness: " + figure(bounds) + what + ".")
                .orElse("Readiness is undefined, because nothing is rated as important for the target.");
    }

    private static String figure(ReadinessBounds bounds) {
        String low = Figures.percent(bounds.low());
        return bounds.isExact() ? low : low + " to " + Figures.percent(bounds.high());
    }

    private static String estimate(GapSide side) {
        return "O*NET does not rate " + side.name() + ". The levels are estimated"
                + (side.estimateStandardError().isPresent()
                        ? ", with a standard error of "
                                + Figures.decimal(side.estimateStandardError().getAsDouble())
                        : "")
                + ", most of all from "
                + side.estimatedFrom().stream().limit(3).map(Occupation::title).collect(Collectors.joining(", ")) + ".";
    }

    private Table gaps() {
        List<ElementGap> gaps = gap.gaps();
        String noun = Figures.sentence(Figures.noun(gaps.size(), domains));
        String caption = noun + " to gain, largest share first";
        return new Table(
                caption,
                List.of(
                        Column.text(Figures.sentence(Figures.noun(1, domains))),
                        Column.number("from"),
                        Column.number("to"),
                        Column.text("grade"),
                        Column.number("share")),
                gaps.stream().map(GapDisplay::row).toList(),
                shown -> "and " + (gaps.size() - shown) + " with smaller shares, " + Figures.percent(shareAfter(shown))
                        + " in total",
                new LevelChart(
                        caption,
                        gap.from().name(),
                        gap.to().name(),
                        gaps.stream().map(GapDisplay::charted).toList()));
    }

    private double shareAfter(int shown) {
        return gap.gaps().stream()
                .skip(shown)
                .mapToDouble(element -> element.share().orElse(0))
                .sum();
    }

    private static List<String> row(ElementGap element) {
        return List.of(
                element.element().name(),
                Figures.decimal(element.fromLevel()),
                Figures.decimal(element.toLevel()),
                word(element.grade()),
                Figures.percent(element.share()));
    }

    private static LevelChart.Row charted(ElementGap element) {
        double from = element.fromLevel();
        double to = element.toLevel();
        return new LevelChart.Row(
                element.element().name(),
                from,
                to,
                from,
                from,
                switch (element.grade().orElse(Grade.UNKNOWN_PRECISION)) {
                    case CLEAR -> Certainty.SURE;
                    case TENTATIVE -> Certainty.TENTATIVE;
                    case UNKNOWN_PRECISION -> Certainty.UNKNOWN;
                },
                Figures.decimal(from) + " to " + Figures.decimal(to) + ", " + word(element.grade()));
    }

    private static String word(Optional<Grade> grade) {
        return switch (grade.orElse(Grade.UNKNOWN_PRECISION)) {
            case CLEAR -> "clear";
            case TENTATIVE -> "tentative";
            case UNKNOWN_PRECISION -> Figures.UNKNOWN;
        };
    }

    private Table unknown() {
        return Table.listing(
                "Unknown, largest possible share first",
                List.of(
                        Column.text(Figures.sentence(Figures.noun(1, domains))),
                        Column.number("from"),
                        Column.number("to"),
                        Column.number("share at most")),
                gap.unknown().stream()
                        .map(element -> List.of(
                                element.element().name(),
                                level(element.from()),
                                level(element.to()),
                                Figures.percent(element.shareAtMost())))
                        .toList());
    }

    private static String level(Optional<Rating> rating) {
        return rating.map(level -> Figures.decimal(level.value())).orElse(Figures.UNKNOWN);
    }

    private String others() {
        String equal = "At the level needed: " + Figures.count(gap.matched().size(), domains);
        String ahead = "above it: " + Figures.count(gap.surplus().size(), domains);
        return (gap.gaps().isEmpty() ? "Nothing to gain. " : "") + equal + "; " + ahead + ".";
    }

    private List<List<@Nullable Object>> cells() {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        gap.gaps().forEach(element -> cells.add(cells("gap", element)));
        gap.unknown().forEach(element -> cells.add(cells(element)));
        gap.matched().forEach(element -> cells.add(cells("matched", element)));
        gap.surplus().forEach(element -> cells.add(cells("surplus", element)));
        return cells;
    }

    private List<@Nullable Object> cells(String kind, ElementGap element) {
        return Arrays.asList(
                code(gap.from()),
                gap.from().name(),
                code(gap.to()),
                gap.to().name(),
                kind,
                element.element().id(),
                element.element().name(),
                element.fromLevel(),
                element.toLevel(),
                value(element.importance()),
                element.grade().orElse(null),
                Figures.orNull(element.share()),
                null,
                element.inWords(),
                gap.release().version());
    }

    private List<@Nullable Object> cells(UnknownElement element) {
        return Arrays.asList(
                code(gap.from()),
                gap.from().name(),
                code(gap.to()),
                gap.to().name(),
                "unknown",
                element.element().id(),
                element.element().name(),
                value(element.from()),
                value(element.to()),
                value(element.importance()),
                null,
                null,
                Figures.orNull(element.shareAtMost()),
                null,
                gap.release().version());
    }

    private static @Nullable String code(GapSide side) {
        return side.code().map(OnetSocCode::value).orElse(null);
    }

    private static @Nullable Double value(Optional<Rating> rating) {
        return rating.map(Rating::value).orElse(null);
    }
}
