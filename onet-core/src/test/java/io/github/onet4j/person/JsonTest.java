package io.github.onet4j.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Evidence;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.PlainJackson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host publishes that returns an estimate from a controller. */
class JsonTest {
    private static final ReleaseInfo RELEASE = new ReleaseInfo("29.3", null, null);
    private static final String RELEASE_JSON = """
            {"version": "29.3", "date": null, "sha256": null, "attribution": "%s"}
            """.formatted(RELEASE.attribution());
    private static final Occupation PROGRAMMERS =
            new Occupation(new OnetSocCode("15-1251.00"), "Computer Programmers", "Write code.");
    private static final String PROGRAMMERS_JSON = """
            {"code": "15-1251.00", "title": "Computer Programmers", "description": "Write code."}
            """;
    private static final Element PROGRAMMING =
            new Element("2.B.3.e", "Programming", null, Domain.SKILLS, List.of(new LevelAnchor(7, "Write a compiler")));
    private static final String PROGRAMMING_JSON = """
            {"id": "2.B.3.e", "name": "Programming", "description": null, "domain": "SKILLS",
             "levelAnchors": [{"level": 7.0, "description": "Write a compiler"}]}
            """;

    @Test
    void readinessIsWrittenWithTheStatusOfEachElement() {
        LevelEstimate level = new LevelEstimate(PROGRAMMING, 2.5, .5, false, true);
        ReadinessEstimate readiness = new ReadinessEstimate(
                RELEASE,
                PROGRAMMERS,
                .75,
                .0625,
                .625,
                .875,
                List.of(new PersonGap(PROGRAMMING, 3, level, .9375, .25)));

        assertThat(PlainJackson.deviations(readiness, """
                        {"release": %1$s, "target": %2$s, "mean": 0.75, "standardDeviation": 0.0625, "low": 0.625,
                         "high": 0.875, "attribution": "%4$s",
                         "elements": [{"element": %3$s, "needed": 3.0, "probability": 0.9375, "share": 0.25,
                           "status": "GAP", "person": {"element": %3$s, "mean": 2.5, "standardDeviation": 0.5,
                                                       "known": false, "selfAssessed": true}}]}
                        """.formatted(
                                RELEASE_JSON, PROGRAMMERS_JSON, PROGRAMMING_JSON, RELEASE.attribution())))
                .isEmpty();
    }

    @Test
    void aQuestionIsWrittenWithItsChoices() {
        assertThat(PlainJackson.deviations(new Question(RELEASE, PROGRAMMING, .125), """
                        {"release": %s, "element": %s, "narrowing": 0.125, "attribution": "%s",
                         "text": "Programming. Which of these comes closest to what you can do?",
                         "choices": [{"level": 0.0, "text": "none of this"},
                                     {"level": 3.5, "text": "less than \\"Write a compiler\\""},
                                     {"level": 7.0, "text": "\\"Write a compiler\\""}]}
                        """.formatted(
                                RELEASE_JSON, PROGRAMMING_JSON, RELEASE.attribution())))
                .isEmpty();
    }

    @Test
    void occupationsAreWrittenWithTheirRankOrWhatMakesThemClose() {
        PersonRanking ranking = new PersonRanking(RELEASE, List.of(new PersonRanking.Place(1, PROGRAMMERS, .25)));
        CloseOccupation close = new CloseOccupation(PROGRAMMERS, 4, .5, 1, 1, 1, 1, Set.of(Evidence.KNOWLEDGE));
        HistoryMatches matches =
                new HistoryMatches(RELEASE, List.of(new HistoryMatches.Match(PROGRAMMERS, close)), Set.of());

        assertThat(PlainJackson.deviations(
                        ranking, """
                        {"release": %s, "attribution": "%s",
                         "occupations": [{"rank": 1, "occupation": %s, "distance": 0.25}]}
                        """.formatted(RELEASE_JSON, RELEASE.attribution(), PROGRAMMERS_JSON)))
                .isEmpty();
        assertThat(PlainJackson.deviations(
                        matches, """
                        {"release": %1$s, "attribution": "%2$s", "missing": [],
                         "closest": [{"held": %3$s, "close": {"occupation": %3$s, "score": 4.0, "probability": 0.5,
                           "titles": 1.0, "work": 1.0, "knowledge": 1.0, "interests": 1.0, "expected": ["KNOWLEDGE"]}}]}
                        """.formatted(RELEASE_JSON, RELEASE.attribution(), PROGRAMMERS_JSON)))
                .isEmpty();
    }

    @Test
    void anEstimateIsWrittenWithWhatItKnowsAndNotWithItsModel(@TempDir Path folder) throws IOException {
        PersonEstimate estimate = PersonModel.of(
                        OnetRelease.open(MiniRelease.text()
                                        .withoutFile("Level Scale Anchors.txt")
                                        .withoutFile("Content Model Reference.txt")
                                        .writeZip(folder.resolve("mini.zip")))
                                .catalog(),
                        Domain.SKILLS)
                .estimate(PersonProfile.UNKNOWN.withOccupation(new OnetSocCode("15-1252.00")));
        Occupation held = estimate.heldWithoutRatings().get(0);
        String levels = estimate.levels().stream()
                .map(level -> String.format(
                        Locale.ROOT,
                        """
                        {"element": {"id": "%s", "name": "%s", "description": null, "domain": "SKILLS",
                                     "levelAnchors": []},
                         "mean": %s, "standardDeviation": %s, "known": false, "selfAssessed": false}
                        """,
                        level.element().id(),
                        level.element().name(),
                        level.mean(),
                        level.standardDeviation()))
                .collect(Collectors.joining(", "));

        assertThat(PlainJackson.deviations(estimate, """
                        {"release": {"version": "%1$s", "date": "%2$s", "sha256": "%3$s", "attribution": "%4$s"},
                         "attribution": "%4$s", "levels": [%5$s],
                         "heldWithoutRatings": [{"code": "15-1252.00", "title": "%6$s", "description": "%7$s"}]}
                        """.formatted(
                                estimate.release().version(),
                                estimate.release().getDate(),
                                estimate.release().sha256(),
                                estimate.attribution(),
                                levels,
                                held.title(),
                                held.description())))
                .isEmpty();
    }
}
