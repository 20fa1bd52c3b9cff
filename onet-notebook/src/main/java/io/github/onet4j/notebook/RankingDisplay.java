package io.github.onet4j.notebook;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.notebook.Table.Column;
import io.github.onet4j.person.PersonRanking;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Shows occupations in the order of a ranking. */
final class RankingDisplay {
    private RankingDisplay() {}

    static Display of(RatingMatrix matrix, OnetSocCode from, List<RankedTarget> targets) {
        List<RankedTarget> ranked = List.copyOf(targets);
        Occupation source = matrix.occupations().stream()
                .filter(occupation -> occupation.code().equals(from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "from must be one of the occupations of the matrix, but was " + from));
        String version = matrix.release().version();
        Table table = Table.listing(
                "Targets, in the order of the ranking",
                List.of(
                        Column.text("Occupation"),
                        Column.code(),
                        Column.number("rank"),
                        Column.number("readiness"),
                        Column.number("distance")),
                IntStream.range(0, ranked.size())
                        .mapToObj(i -> List.of(
                                ranked.get(i).occupation().title(),
                                ranked.get(i).occupation().code().value(),
                                String.valueOf(i + 1),
                                Figures.percent(ranked.get(i).readiness()),
                                Figures.decimal(ranked.get(i).distance())))
                        .toList());
        Rows rows = new Rows(
                List.of("from_code", "from", "rank", "to_code", "to", "readiness", "distance", "release"),
                IntStream.range(0, ranked.size())
                        .mapToObj(i -> Arrays.<Object>asList(
                                source.code().value(),
                                source.title(),
                                i + 1,
                                ranked.get(i).occupation().code().value(),
                                ranked.get(i).occupation().title(),
                                ranked.get(i).readiness(),
                                ranked.get(i).distance(),
                                version))
                        .toList());
        return new Display(
                "Targets of " + source,
                "O*NET " + version,
                List.of(
                        table,
                        new Paragraph("Readiness is the part of what the target needs of "
                                + Figures.labels(matrix.domains())
                                + " that is already there. The distance is 0 where all"
                                + " levels are equal, and counts too high ones as well.")),
                rows,
                matrix.release().attribution());
    }

    static Display of(PersonRanking ranking) {
        String version = ranking.release().version();
        Table table = Table.listing(
                "Occupations, the nearest first",
                List.of(Column.text("Occupation"), Column.code(), Column.number("rank"), Column.number("distance")),
                ranking.occupations().stream()
                        .map(place -> List.of(
                                place.occupation().title(),
                                place.occupation().code().value(),
                                String.valueOf(place.rank()),
                                Figures.decimal(place.distance())))
                        .toList());
        Rows rows = new Rows(
                List.of("rank", "code", "occupation", "distance", "release"),
                ranking.occupations().stream()
                        .map(place -> Arrays.<Object>asList(
                                place.rank(),
                                place.occupation().code().value(),
                                place.occupation().title(),
                                place.distance(),
                                version))
                        .toList());
        return new Display(
                "Occupations that resemble a person",
                "O*NET " + version,
                List.of(
                        table,
                        new Paragraph("Occupations share a rank while their distances can't be told apart. The distance"
                                + " is 0 where all levels are equal to those to expect of the person.")),
                rows,
                ranking.attribution());
    }
}
