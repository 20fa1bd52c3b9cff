package io.github.onet4j.examples.quickstart;

import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CareerStep;
import io.github.onet4j.match.LearnedElement;
import io.github.onet4j.match.MoveRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Formats the ways from one occupation to another for people.
 *
 * @param paths the ways
 * @param style the style of the terminal
 */
record PathsTable(CareerPaths paths, Style style) {
    private static final int LEARNED_NAMED = 3;
    private static final int BAR_CELLS = 14;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Paragraph.lines(
                        "",
                        "    ",
                        style.shown(paths.from().title() + "  →  " + paths.to().title()))
                .forEach(line -> lines.add(style.bold(line)));
        lines.add(style.faint(style.shown(
                paths.from().code().value() + "  →  " + paths.to().code().value())));
        lines.add("");
        addDirectUnlessFound(lines);
        paths.paths().forEach(path -> addPath(lines, path));
        if (paths.noPathReason() != null) {
            lines.addAll(Paragraph.lines(
                    "",
                    "",
                    "No way with up to " + paths.maxStops() + " stops: "
                            + Objects.requireNonNull(paths.noPathReason()).explanation() + "."));
            lines.add("");
        }
        lines.addAll(Columns.faint(
                style,
                "A step lacks what its next occupation needs of skills and knowledge and nobody had on the way before;"
                        + " stops make the hardest step easier. This explains what could be learned where. It is no"
                        + " advice, and does not say that anybody moves so."));
        lines.add("");
        return lines.stream().map(style::shown).toList();
    }

    private void addDirectUnlessFound(List<String> lines) {
        boolean isFound = paths.paths().stream().anyMatch(path -> path.steps().size() == 1);
        if (!isFound) {
            CareerStep step = paths.direct().steps().get(0);
            lines.add(style.bold("Straight") + ", which is no plausible move: " + reasons(step));
            addStep(lines, step);
            lines.add("");
        }
    }

    private static String reasons(CareerStep step) {
        return step.broken().stream()
                .sorted()
                .map(rule -> rule == MoveRule.CLOSENESS
                        ? String.format(Locale.ROOT, "the two are not close (%.0f %%)", 100 * step.probability())
                        : "the job zone rises from " + step.fromZone() + " to " + step.toZone())
                .collect(Collectors.joining(", and "));
    }

    private void addPath(List<String> lines, CareerPath path) {
        int stops = path.steps().size() - 1;
        String ways = stops == 0 ? "Straight" : stops == 1 ? "Over 1 stop" : "Over " + stops + " stops";
        lines.add(style.bold(ways) + ", the hardest step lacks " + Columns.percent(path.hardestStep())
                + (path.againstDirect() > 0 ? ", more than the straight way" : ""));
        path.steps().forEach(step -> addStep(lines, step));
        lines.add("");
    }

    private void addStep(List<String> lines, CareerStep step) {
        lines.add("  " + style.cyan(style.bar(step.shortfall(), 1, BAR_CELLS)) + " "
                + Columns.right(Columns.percent(step.shortfall()), 7) + "  "
                + style.shown("→ ") + step.to().title() + zones(step));
        String learned = step.elements().stream()
                .limit(LEARNED_NAMED)
                .map(PathsTable::learned)
                .collect(Collectors.joining(", "));
        if (!learned.isEmpty()) {
            String indent = " ".repeat(BAR_CELLS + 12);
            Paragraph.lines(indent, indent, "learns " + learned).forEach(line -> lines.add(style.faint(line)));
        }
    }

    private static String zones(CareerStep step) {
        return step.toZone() == null ? "" : ", job zone " + step.toZone();
    }

    private static String learned(LearnedElement learned) {
        return String.format(
                Locale.ROOT, "%s %.2f to %.2f", learned.element().name(), learned.before(), learned.after());
    }
}
