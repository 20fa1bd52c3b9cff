package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.notebook.LevelChart.Certainty;
import io.github.onet4j.notebook.Table.Column;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonGap;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows how ready a person is for a target, and what to ask next. */
final class PersonDisplay {
    private static final String LEGEND =
            "Levels range from 0 to 7. The person's is the one to expect, with its standard deviation; as the mean of"
                    + " a normal distribution it may lie a little outside. Met and lacking are those that are so with"
                    + " a probability of 90 %. A share is the part of what the target needs that is expected to be"
                    + " lacking here.";

    /** The half width of an interval of 90 % in standard deviations. */
    private static final double HALF_OF_90_PERCENT = 1.645;

    private final PersonEstimate person;
    private final OnetSocCode target;
    private final ReadinessEstimate readiness;
    private final TreeSet<Domain> domains;

    PersonDisplay(PersonEstimate person, OnetSocCode target) {
        this.person = person;
        this.target = target;
        this.readiness = person.readiness(target);
        this.domains = person.levels().stream()
                .map(level -> level.element().domain())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Display display() {
        return new Display(
                "A person to " + readiness.target(),
                "O*NET " + readiness.release().version(),
                parts(),
                new Rows(
                        List.of(
                                "to_code",
                                "to",
                                "element_id",
                                "element",
                                "level",
                                "standard_deviation",
                                "needed",
                                "status",
                                "probability",
                                "share",
                                "release"),
                        readiness.elements().stream().map(this::cells).toList()),
                readiness.attribution());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (!person.heldWithoutRatings().isEmpty()) {
            parts.add(new Paragraph("O*NET does not rate "
                    + person.heldWithoutRatings().stream()
                            .map(Occupation::title)
                            .collect(Collectors.joining(" and "))
                    + ", so having been one says nothing here."));
        }
        parts.add(new Paragraph(readiness()));
        parts.add(elements());
        parts.add(new Paragraph(LEGEND));
        person.nextQuestion(target)
                .ifPresentOrElse(
                        question -> parts.addAll(question(question)),
                        () -> parts.add(new Paragraph("No further answer would change much.")));
        return parts;
    }

    private String readiness() {
        return "Readiness: " + Figures.percent(readiness.mean()) + "; with a probability of 90 %, from "
                + Figures.percent(readiness.low()) + " to " + Figures.percent(readiness.high()) + ". Of "
                + Figures.count(readiness.elements().size(), domains) + ", " + count(PersonGap.Status.MET)
                + " are met, " + count(PersonGap.Status.GAP) + " lacking and " + count(PersonGap.Status.UNKNOWN)
                + " unknown.";
    }

    private int count(PersonGap.Status status) {
        return readiness.elements(status).size();
    }

    private Table elements() {
        List<PersonGap> elements = readiness.elements();
        String caption =
                Figures.sentence(Figures.noun(elements.size(), domains)) + " needed, largest expected share first";
        return new Table(
                caption,
                List.of(
                        Column.text(Figures.sentence(Figures.noun(1, domains))),
                        Column.number("person"),
                        Column.number("needed"),
                        Column.text("status"),
                        Column.number("share")),
                elements.stream().map(PersonDisplay::row).toList(),
                shown -> "and " + (elements.size() - shown) + " with smaller shares",
                new LevelChart(
                        caption,
                        "the person, with an interval of 90 %",
                        readiness.target().title(),
                        elements.stream().map(PersonDisplay::charted).toList()));
    }

    private static List<String> row(PersonGap gap) {
        return List.of(
                gap.element().name(),
                level(gap),
                Figures.decimal(gap.needed()),
                word(gap.status()),
                Figures.percent(gap.share()));
    }

    private static String level(PersonGap gap) {
        return Figures.decimal(gap.person().mean()) + " ± "
                + Figures.decimal(gap.person().standardDeviation());
    }

    private static String word(PersonGap.Status status) {
        return switch (status) {
            case MET -> "met";
            case GAP -> "lacking";
            case UNKNOWN -> Figures.UNKNOWN;
        };
    }

    private static LevelChart.Row charted(PersonGap gap) {
        double mean = gap.person().mean();
        double half = HALF_OF_90_PERCENT * gap.person().standardDeviation();
        return new LevelChart.Row(
                gap.element().name(),
                mean,
                gap.needed(),
                mean - half,
                mean + half,
                gap.status() == PersonGap.Status.UNKNOWN ? Certainty.UNKNOWN : Certainty.SURE,
                level(gap) + " of " + Figures.decimal(gap.needed()) + ", " + word(gap.status()));
    }

    private static List<Part> question(Question question) {
        return List.of(
                new Paragraph("Ask next, to narrow the range by " + Figures.percent(question.narrowing()) + ": "
                        + question.text()),
                Table.whole(
                        "Answers, lowest level first",
                        List.of(Column.text("Answer"), Column.number("level")),
                        question.choices().stream()
                                .map(choice -> List.of(choice.text(), Figures.decimal(choice.level())))
                                .toList()));
    }

    private List<@Nullable Object> cells(PersonGap gap) {
        return Arrays.asList(
                readiness.target().code().value(),
                readiness.target().title(),
                gap.element().id(),
                gap.element().name(),
                gap.person().mean(),
                gap.person().standardDeviation(),
                gap.needed(),
                word(gap.status()).toLowerCase(Locale.ROOT),
                gap.probability(),
                gap.share(),
                readiness.release().version());
    }
}
