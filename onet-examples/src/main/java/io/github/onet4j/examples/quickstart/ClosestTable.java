package io.github.onet4j.examples.quickstart;

import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formats the occupations closest to one as a table for people.
 *
 * @param closest the occupations
 * @param style the style of the terminal
 */
record ClosestTable(ClosestOccupations closest, Style style) {
    private static final int NAME_WIDTH = 40;
    private static final int FIGURE_WIDTH = 10;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("    " + style.bold("Close to " + closest.occupation().title()));
        lines.add(style.faint(closest.occupation().code().value()));
        lines.add("");
        lines.add(style.bold(Columns.left("", NAME_WIDTH + 2)
                + Columns.right("listed", FIGURE_WIDTH)
                + Columns.right("score", FIGURE_WIDTH)
                + Columns.right("titles", FIGURE_WIDTH)
                + Columns.right("work", FIGURE_WIDTH)
                + Columns.right("knowledge", FIGURE_WIDTH + 1)
                + Columns.right("interests", FIGURE_WIDTH + 1)));
        closest.closest().forEach(close -> lines.add(row(close)));
        lines.add("");
        lines.addAll(Columns.faint(
                style,
                "The score is the sum of what titles, words on the work, knowledge and interests contribute; it is"
                        + " 0 for an average pair. \"Listed\" is the chance that O*NET has two such occupations in its"
                        + " own list of related ones."));
        if (closest.closest().stream().anyMatch(close -> !close.expected().isEmpty())) {
            lines.addAll(Columns.faint(
                    style, "~ is expected from the other evidence, because one of the two is not rated."));
        }
        if (!closest.missing().isEmpty()) {
            lines.addAll(Columns.faint(style, "This release has no " + missing() + "."));
        }
        lines.add("");
        return lines;
    }

    private String row(CloseOccupation close) {
        return Columns.left(Columns.cut(style, close.occupation().title(), NAME_WIDTH), NAME_WIDTH + 2)
                + style.cyan(
                        Columns.right(String.format(Locale.ROOT, "%.0f %%", 100 * close.probability()), FIGURE_WIDTH))
                + Columns.right(figure(close.score()), FIGURE_WIDTH)
                + figure(close.titles(), close, Evidence.TITLES, FIGURE_WIDTH)
                + figure(close.work(), close, Evidence.WORK, FIGURE_WIDTH)
                + figure(close.knowledge(), close, Evidence.KNOWLEDGE, FIGURE_WIDTH + 1)
                + figure(close.interests(), close, Evidence.INTERESTS, FIGURE_WIDTH + 1);
    }

    private static String figure(double contribution, CloseOccupation close, Evidence evidence, int width) {
        String marked = (close.expected().contains(evidence) ? "~" : "") + figure(contribution);
        return Columns.right(marked, width);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String missing() {
        Set<Evidence> missing = closest.missing();
        return missing.stream()
                .sorted()
                .map(evidence -> switch (evidence) {
                    case TITLES -> "job titles";
                    case WORK -> "tasks, so that the words on the work are the descriptions only";
                    case KNOWLEDGE -> "ratings of knowledge";
                    case INTERESTS -> "interests";
                    case RELATED, JOB_ZONE -> throw new AssertionError(evidence + " is no part of closeness");
                })
                .collect(Collectors.joining(" and no "));
    }
}
