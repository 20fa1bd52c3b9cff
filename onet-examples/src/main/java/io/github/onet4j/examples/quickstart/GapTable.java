package io.github.onet4j.examples.quickstart;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.ReadinessBounds;
import io.github.onet4j.gap.SkillGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Formats the gap between two occupations as a table for people. */
final class GapTable {
    private static final double HIGHEST_LEVEL = 7;
    private static final int LEVEL_CELLS = 14;
    private static final int READINESS_CELLS = 50;
    private static final int WIDEST_NAME = 33;
    private static final int TOLD_IN_WORDS = 3;
    private static final int SURPLUS_NAMED = 3;

    private final SkillGap gap;
    private final Style style;
    private final int rows;
    private final int nameWidth;

    /**
     * Prepares a table.
     *
     * @param gap the gap to format
     * @param style the style of the terminal
     * @param rows the maximum number of elements to list; the others are summed up
     */
    GapTable(SkillGap gap, Style style, int rows) {
        this.gap = gap;
        this.style = style;
        this.rows = rows;
        this.nameWidth = gap.gaps().stream()
                .limit(rows)
                .mapToInt(element ->
                        Math.min(WIDEST_NAME, element.element().name().length()))
                .reduce(label(gap.domain(), 2).length(), Math::max);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(header());
        if (!gap.gaps().isEmpty()) {
            lines.addAll(table());
            lines.addAll(inWords());
        }
        lines.addAll(surplus());
        return lines;
    }

    private List<String> header() {
        List<String> lines = new ArrayList<>();
        Paragraph.lines(
                        "",
                        "    ",
                        style.shown(gap.from().name() + "  →  " + gap.to().name()))
                .forEach(line -> lines.add(style.bold(line)));
        lines.add(style.faint(code(gap.from()) + style.shown("  →  ") + code(gap.to())));
        lines.add("");
        lines.add("Readiness  "
                + gap.readinessBounds()
                        .map(this::readiness)
                        .orElse("undefined: nothing is rated as important for the target"));
        lines.add(style.faint("The part of the target's " + gap.domain().label()
                + " that is already there, weighted by importance."));
        lines.add("");
        return lines;
    }

    private String readiness(ReadinessBounds bounds) {
        String figure = bounds.isExact()
                ? Columns.percent(bounds.low())
                : Columns.percent(bounds.low()) + " to " + Columns.percent(bounds.high()) + ", "
                        + gap.unknown().size()
                        + (gap.unknown().size() == 1 ? " level is unknown" : " levels are unknown");
        return style.cyan(style.bar(bounds.low(), 1, READINESS_CELLS)) + style.bold("  " + figure);
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(sentence(label(gap.domain(), 2)) + " to gain, by share of the shortfall"));
        lines.add(style.bold(Columns.left("", nameWidth + 2) + Columns.left("from", LEVEL_CELLS + 8)
                + Columns.left("to", LEVEL_CELLS + 7) + Columns.left("grade", 11) + "share"));
        gap.gaps().stream().limit(rows).map(this::row).forEach(lines::add);
        int more = gap.gaps().size() - rows;
        if (more > 0) {
            double share =
                    gap.gaps().stream().skip(rows).mapToDouble(GapTable::share).sum();
            lines.add("and " + more + " with smaller shares, " + Columns.percent(share)
                    + " in total (list them with --all)");
        }
        lines.add("");
        lines.addAll(Columns.faint(
                style,
                "Levels range from 0 to 7. A clear difference exceeds the raters' spread, a tentative one may be"
                        + " chance. The shares and the readiness add up to 100 %."));
        lines.add("");
        return lines;
    }

    private String row(ElementGap element) {
        return Columns.left(Columns.cut(style, element.element().name(), nameWidth), nameWidth + 2)
                + level(element.fromLevel()) + style.shown("  → ") + " "
                + style.cyan(level(element.toLevel())) + "  "
                + grade(element.grade())
                + String.format(
                        Locale.ROOT, "%7s", element.share().isPresent() ? Columns.percent(share(element)) : "-");
    }

    private String level(double level) {
        return style.bar(level, HIGHEST_LEVEL, LEVEL_CELLS) + " " + number(level);
    }

    private String grade(Optional<Grade> grade) {
        return switch (grade.orElse(Grade.UNKNOWN_PRECISION)) {
            case CLEAR -> style.green(Columns.left("clear", 9));
            case TENTATIVE -> style.yellow(Columns.left("tentative", 9));
            case UNKNOWN_PRECISION -> style.faint(Columns.left("unknown", 9));
        };
    }

    private List<String> inWords() {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("In words"));
        gap.gaps().stream().limit(TOLD_IN_WORDS).forEach(element -> {
            lines.add(element.element().name());
            lines.addAll(Paragraph.lines("  ", "  ", style.shown(element.inWords())));
        });
        lines.add("");
        return lines;
    }

    private List<String> surplus() {
        List<String> lines = new ArrayList<>();
        String target = gap.to().name();
        if (gap.gaps().isEmpty()) {
            lines.addAll(Paragraph.lines(
                    "", "", "Nothing to gain: the target needs no " + label(gap.domain(), 1) + " at a higher level."));
        }
        if (!gap.matched().isEmpty()) {
            int matched = gap.matched().size();
            lines.addAll(Paragraph.lines(
                    "",
                    "",
                    matched + " " + label(gap.domain(), matched) + (matched == 1 ? " is" : " are")
                            + " already at the level that " + target + " need."));
        }
        if (!gap.surplus().isEmpty()) {
            int ahead = gap.surplus().size();
            List<String> named = gap.surplus().stream()
                    .limit(SURPLUS_NAMED)
                    .map(GapTable::surplus)
                    .toList();
            lines.addAll(Paragraph.lines(
                    "",
                    "",
                    gap.from().name() + " are ahead in " + ahead + " " + label(gap.domain(), ahead)
                            + (ahead > named.size() ? ", most of all in " : ": ") + String.join(", ", named) + "."));
        }
        lines.add("");
        return lines.stream().map(style::shown).toList();
    }

    private static String surplus(ElementGap element) {
        return element.element().name() + " (" + number(element.fromLevel()) + " against " + number(element.toLevel())
                + ")";
    }

    private static double share(ElementGap element) {
        return element.share().orElse(0);
    }

    private static String code(GapSide side) {
        return side.code().map(OnetSocCode::value).orElse("") + (side.isEstimated() ? " (estimated)" : "");
    }

    /** Returns the name of an element of a domain, in singular or plural. */
    private static String label(Domain domain, int count) {
        return switch (domain) {
            case SKILLS -> count == 1 ? "skill" : "skills";
            case KNOWLEDGE -> count == 1 ? "field of knowledge" : "fields of knowledge";
            case ABILITIES -> count == 1 ? "ability" : "abilities";
            case WORK_ACTIVITIES -> count == 1 ? "work activity" : "work activities";
            // Of domains without levels there are no gaps.
            default -> domain.label();
        };
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
