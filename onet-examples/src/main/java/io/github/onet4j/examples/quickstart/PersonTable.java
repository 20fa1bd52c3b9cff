package io.github.onet4j.examples.quickstart;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonGap;
import io.github.onet4j.person.PersonRanking;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Formats what can be said of a person of whom little is known.
 *
 * @param estimate the person
 * @param style the style of the terminal
 * @param rows the maximum number of elements, and the least number of occupations, to list
 */
record PersonTable(PersonEstimate estimate, Style style, int rows) {
    private static final int READINESS_CELLS = 50;
    private static final int LEVEL_CELLS = 14;
    private static final int NAME_WIDTH = 33;
    private static final double HIGHEST_LEVEL = 7;

    /** Returns the readiness for a target, and the question to ask next. */
    List<String> lines(OnetSocCode target) {
        ReadinessEstimate readiness = estimate.readiness(target);
        List<String> lines = new ArrayList<>();
        lines.add("    " + style.bold("A person  →  " + readiness.target().title()));
        lines.add(style.faint(readiness.target().code().value()));
        lines.add("");
        addHeldWithoutRatings(lines);
        lines.add("Readiness  " + style.cyan(style.bar(readiness.mean(), 1, READINESS_CELLS))
                + style.bold("  " + Columns.percent(readiness.mean())));
        lines.add("           " + Columns.percent(readiness.low()) + " to " + Columns.percent(readiness.high())
                + " with a probability of 90 %");
        lines.add("");
        addElements(lines, readiness);
        estimate.nextQuestion(target).ifPresentOrElse(question -> addQuestion(lines, question), () -> {
            lines.add("No further answer would change much.");
            lines.add("");
        });
        return lines.stream().map(style::shown).toList();
    }

    private void addHeldWithoutRatings(List<String> lines) {
        if (!estimate.heldWithoutRatings().isEmpty()) {
            lines.addAll(Paragraph.lines(
                    "",
                    "",
                    "O*NET does not rate "
                            + estimate.heldWithoutRatings().stream()
                                    .map(Occupation::title)
                                    .collect(Collectors.joining(" and "))
                            + ", so having been one says nothing here."));
            lines.add("");
        }
    }

    private void addElements(List<String> lines, ReadinessEstimate readiness) {
        long met = readiness.elements(PersonGap.Status.MET).size();
        long open = readiness.elements(PersonGap.Status.UNKNOWN).size();
        List<PersonGap> gaps = readiness.elements(PersonGap.Status.GAP);
        lines.add(style.bold("Met " + met + ", lacking " + gaps.size() + ", unknown " + open
                + ", by what is expected to be lacking"));
        lines.add(style.bold(Columns.left("", NAME_WIDTH + 2) + Columns.left("person", LEVEL_CELLS + 15) + "needed  "
                + Columns.left("", 11) + "share"));
        readiness.elements().stream().limit(rows).forEach(gap -> lines.add(row(gap)));
        lines.add("");
        lines.addAll(Columns.faint(
                style,
                "Levels range from 0 to 7, with their standard deviation. Lacking and met are those that are so with a"
                        + " probability of 90 %."));
        lines.add("");
    }

    private String row(PersonGap gap) {
        double level = gap.person().mean();
        return Columns.left(Columns.cut(style, gap.element().name(), NAME_WIDTH), NAME_WIDTH + 2)
                + style.bar(level, HIGHEST_LEVEL, LEVEL_CELLS)
                + String.format(
                        Locale.ROOT,
                        " %.2f ± %.2f    %.2f  ",
                        level,
                        gap.person().standardDeviation(),
                        gap.needed())
                + status(gap.status())
                + Columns.right(Columns.percent(gap.share()), 7);
    }

    private String status(PersonGap.Status status) {
        return switch (status) {
            case MET -> style.green(Columns.left("met", 9));
            case GAP -> style.yellow(Columns.left("lacking", 9));
            case UNKNOWN -> style.faint(Columns.left("unknown", 9));
        };
    }

    private void addQuestion(List<String> lines, Question question) {
        lines.add(style.bold("Ask next")
                + style.faint(", which narrows the range by " + Columns.percent(question.narrowing())));
        lines.addAll(Paragraph.lines("", "", question.text()));
        for (Question.Choice choice : question.choices()) {
            lines.addAll(Paragraph.lines(
                    String.format(Locale.ROOT, "  %4.2f  ", choice.level()), "        ", choice.text()));
        }
        lines.addAll(Paragraph.lines(
                "",
                "",
                "Add the answer to the file, as {\"element_id\": \""
                        + question.element().id() + "\", \"level\": …} in \"self_assessed\"."));
        lines.add("");
    }

    /** Returns the occupations whose levels are nearest. */
    List<String> lines() {
        PersonRanking ranking = estimate.ranking(rows);
        List<String> lines = new ArrayList<>();
        lines.add("    " + style.bold("Occupations for a person"));
        lines.add("");
        addHeldWithoutRatings(lines);
        lines.add(
                style.bold(Columns.right("rank", 6) + "  " + Columns.left("occupation", NAME_WIDTH + 30) + "distance"));
        ranking.occupations().stream()
                .limit(2L * rows)
                .forEach(place -> lines.add(Columns.right(String.valueOf(place.rank()), 6) + "  "
                        + Columns.left(Columns.cut(style, place.occupation().title(), NAME_WIDTH + 28), NAME_WIDTH + 30)
                        + String.format(Locale.ROOT, "%.2f", place.distance())));
        long more = ranking.occupations().size() - 2L * rows;
        if (more > 0) {
            lines.add("and " + more + " more that share the last rank");
        }
        lines.add("");
        lines.addAll(Columns.faint(
                style,
                "Occupations share a rank while their distances can't be told apart. Name a target to see what is"
                        + " lacking and what to ask:  ./quickstart --person FILE \"registered nurses\""));
        lines.add("");
        return lines.stream().map(style::shown).toList();
    }
}
