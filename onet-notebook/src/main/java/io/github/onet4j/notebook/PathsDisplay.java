package io.github.onet4j.notebook;

import io.github.onet4j.match.CareerPath;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CareerStep;
import io.github.onet4j.match.MoveRule;
import io.github.onet4j.match.NoPathReason;
import io.github.onet4j.notebook.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows ways from one occupation to another. */
final class PathsDisplay {
    private static final String LEGEND =
            "A step lacks what its occupation needs of skills and knowledge and nobody had on the way before."
                    + " This explains what could be learned where; it does not say that anybody moves so.";

    private static final int LEARNED_NAMED = 3;

    private final CareerPaths paths;

    PathsDisplay(CareerPaths paths) {
        this.paths = paths;
    }

    Display display() {
        return new Display(
                paths.from() + " to " + paths.to(),
                "O*NET " + paths.release().version(),
                parts(),
                new Rows(
                        List.of(
                                "stops",
                                "step",
                                "from_code",
                                "from",
                                "to_code",
                                "to",
                                "shortfall",
                                "learned",
                                "detour",
                                "probability",
                                "from_zone",
                                "to_zone",
                                "broken",
                                "hardest_step",
                                "release"),
                        ways().flatMap(this::cells).toList()),
                paths.attribution());
    }

    /** The direct way, which is among the paths if it is plausible, comes first. */
    private Stream<CareerPath> ways() {
        return isDirectPlausible()
                ? paths.paths().stream()
                : Stream.concat(Stream.of(paths.direct()), paths.paths().stream());
    }

    private boolean isDirectPlausible() {
        return paths.paths().stream().anyMatch(path -> stops(path) == 0);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (!isDirectPlausible()) {
            parts.add(new Paragraph("The straight way is no plausible move: "
                    + reasons(paths.direct().steps().get(0)) + "."));
        }
        ways().map(PathsDisplay::table).forEach(parts::add);
        NoPathReason none = paths.noPathReason();
        if (none != null) {
            parts.add(new Paragraph("No way with up to " + paths.maxStops() + " stops: " + none.explanation() + "."));
        }
        if (paths.jobZonesMissing()) {
            parts.add(new Paragraph("This release has no job zones, so they forbid no move."));
        }
        parts.add(new Paragraph(LEGEND));
        return parts;
    }

    private static String reasons(CareerStep step) {
        return step.broken().stream()
                .map(rule -> rule == MoveRule.CLOSENESS
                        ? "the two are not close (" + Figures.percent(step.probability()) + ")"
                        : "the job zone rises from " + step.fromZone() + " to " + step.toZone())
                .collect(Collectors.joining(", and "));
    }

    private static Table table(CareerPath path) {
        String way = switch (stops(path)) {
            case 0 -> "Straight";
            case 1 -> "Over 1 stop";
            default -> "Over " + stops(path) + " stops";
        };
        return Table.whole(
                way + ": the hardest step lacks " + Figures.percent(path.hardestStep())
                        + (path.againstDirect() > 0 ? ", more than the straight way" : ""),
                List.of(
                        Column.text("Step to"),
                        Column.number("lacks"),
                        Column.number("closeness"),
                        Column.number("job zone"),
                        Column.text("learns most")),
                path.steps().stream().map(PathsDisplay::row).toList());
    }

    private static int stops(CareerPath path) {
        return path.steps().size() - 1;
    }

    private static List<String> row(CareerStep step) {
        return List.of(
                step.to().title(),
                Figures.percent(step.shortfall()),
                Figures.percent(step.probability()),
                step.toZone() == null ? Figures.UNKNOWN : String.valueOf(step.toZone()),
                step.elements().stream()
                        .limit(LEARNED_NAMED)
                        .map(learned -> learned.element().name() + " " + Figures.decimal(learned.before()) + " to "
                                + Figures.decimal(learned.after()))
                        .collect(Collectors.joining(", ")));
    }

    private Stream<List<@Nullable Object>> cells(CareerPath path) {
        return IntStream.range(0, path.steps().size()).mapToObj(i -> {
            CareerStep step = path.steps().get(i);
            return Arrays.<@Nullable Object>asList(
                    stops(path),
                    i + 1,
                    step.from().code().value(),
                    step.from().title(),
                    step.to().code().value(),
                    step.to().title(),
                    step.shortfall(),
                    step.learned(),
                    step.detour(),
                    step.probability(),
                    step.fromZone(),
                    step.toZone(),
                    step.broken().stream()
                            .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" ")),
                    path.hardestStep(),
                    paths.release().version());
        });
    }
}
