package io.github.onet4j.notebook;

import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.Evidence;
import io.github.onet4j.notebook.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows the occupations closest to one. */
final class ClosestDisplay {
    private static final String LEGEND =
            "Listed is the probability that O*NET has two such occupations in its own list of related ones."
                    + " The score is the sum of what titles, words on the work, knowledge and interests contribute; it"
                    + " is about 0 for an average pair.";

    private final ClosestOccupations closest;

    ClosestDisplay(ClosestOccupations closest) {
        this.closest = closest;
    }

    Display display() {
        return new Display(
                "Closest to " + closest.occupation(),
                "O*NET " + closest.release().version(),
                parts(),
                new Rows(
                        List.of(
                                "from_code",
                                "from",
                                "rank",
                                "code",
                                "occupation",
                                "probability",
                                "score",
                                "titles",
                                "work",
                                "knowledge",
                                "interests",
                                "expected",
                                "release"),
                        IntStream.range(0, closest.closest().size())
                                .mapToObj(this::cells)
                                .toList()),
                closest.attribution());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(Table.listing(
                "Occupations, closest first",
                List.of(
                        Column.text("Occupation"),
                        Column.code(),
                        Column.number("listed"),
                        Column.number("score"),
                        Column.number("titles"),
                        Column.number("work"),
                        Column.number("knowledge"),
                        Column.number("interests")),
                closest.closest().stream().map(ClosestDisplay::row).toList()));
        parts.add(new Paragraph(LEGEND));
        if (closest.closest().stream().anyMatch(close -> !close.expected().isEmpty())) {
            parts.add(new Paragraph("~ is expected from the other evidence, because one of the two is not rated."));
        }
        if (!closest.missing().isEmpty()) {
            parts.add(new Paragraph("This release has no " + lacking() + "."));
        }
        return parts;
    }

    private static List<String> row(CloseOccupation close) {
        return List.of(
                close.occupation().title(),
                close.occupation().code().value(),
                Figures.percent(close.probability()),
                Figures.decimal(close.score()),
                contribution(close, Evidence.TITLES, close.titles()),
                contribution(close, Evidence.WORK, close.work()),
                contribution(close, Evidence.KNOWLEDGE, close.knowledge()),
                contribution(close, Evidence.INTERESTS, close.interests()));
    }

    private static String contribution(CloseOccupation close, Evidence evidence, double value) {
        return (close.expected().contains(evidence) ? "~" : "") + Figures.decimal(value);
    }

    private List<@Nullable Object> cells(int i) {
        CloseOccupation close = closest.closest().get(i);
        return Arrays.asList(
                closest.occupation().code().value(),
                closest.occupation().title(),
                i + 1,
                close.occupation().code().value(),
                close.occupation().title(),
                close.probability(),
                close.score(),
                close.titles(),
                close.work(),
                close.knowledge(),
                close.interests(),
                expected(close),
                closest.release().version());
    }

    private static String expected(CloseOccupation close) {
        return close.expected().stream()
                .map(evidence -> evidence.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private String lacking() {
        return closest.missing().stream()
                .map(evidence -> switch (evidence) {
                    case TITLES -> "job titles";
                    case WORK -> "tasks";
                    case KNOWLEDGE -> "ratings of knowledge";
                    case INTERESTS -> "interests";
                    case RELATED, JOB_ZONE -> throw new AssertionError(evidence + " is no part of closeness");
                })
                .collect(Collectors.joining(" and no "));
    }
}
