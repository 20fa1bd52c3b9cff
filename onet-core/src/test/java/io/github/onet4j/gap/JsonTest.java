package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.testing.PlainJackson;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a host publishes that returns a result from a controller. */
class JsonTest {
    private static final ReleaseInfo RELEASE = new ReleaseInfo("29.3", YearMonth.of(2025, 5), "ab12");
    private static final String RELEASE_JSON = """
            {"version": "29.3", "date": "2025-05", "sha256": "ab12", "attribution": "%s"}
            """.formatted(RELEASE.attribution());
    private static final Origin ORIGIN = new Origin(Origin.Kind.RELEASE, "29.3");
    private static final Occupation PROGRAMMERS =
            new Occupation(new OnetSocCode("15-1251.00"), "Computer Programmers", "Write code.");
    private static final String PROGRAMMERS_JSON = """
            {"code": "15-1251.00", "title": "Computer Programmers", "description": "Write code."}
            """;
    private static final Element PROGRAMMING = new Element(
            "2.B.3.e", "Programming", null, Domain.SKILLS, List.of(new LevelAnchor(4, "Program an analysis")));
    private static final String PROGRAMMING_JSON = """
            {"id": "2.B.3.e", "name": "Programming", "description": null, "domain": "SKILLS",
             "levelAnchors": [{"level": 4.0, "description": "Program an analysis"}]}
            """;
    private static final Element SCIENCE =
            new Element("2.A.1.f", "Science", "Scientific rules.", Domain.SKILLS, List.of());
    private static final String SCIENCE_JSON = """
            {"id": "2.A.1.f", "name": "Science", "description": "Scientific rules.", "domain": "SKILLS",
             "levelAnchors": []}
            """;
    private static final Rating LEVEL =
            new Rating(5, 8, 0.25, 4.5, 5.5, false, false, YearMonth.of(2018, 8), "Analyst", ORIGIN);
    private static final String LEVEL_JSON = """
            {"value": 5.0, "n": 8, "standardError": 0.25, "lowerBound": 4.5, "upperBound": 5.5,
             "recommendSuppress": false, "notRelevant": false, "date": "2018-08", "domainSource": "Analyst",
             "origin": {"kind": "RELEASE", "version": "29.3"}}
            """;

    @Test
    void aGapIsWrittenWithItsAttribution() {
        SkillGap gap = gap();

        assertThat(PlainJackson.deviations(gap, gapJson(gap))).isEmpty();
        assertThat(gap.attribution()).contains("O*NET 29.3 Database").contains("CC BY 4.0");
    }

    @Test
    void aDescribedGapIsWrittenAsTheGapAndItsDescriptions() {
        SkillGap gap = gap();
        DescribedGap described =
                new DescribedGap(gap, List.of(new GapDescription(gap.gaps().get(0), "Learn it.", null)));

        assertThat(PlainJackson.deviations(described, """
                        {"gap": %s, "descriptions": [{"gap": %s, "text": "Learn it.", "model": null}]}
                        """.formatted(gapJson(gap), programmingJson())))
                .isEmpty();
    }

    @Test
    void aProfileIsWrittenWithItsRatingsByScale() {
        RatedElement rated =
                RatedElement.of(PROGRAMMING, Map.of(RatingKey.LEVEL, LEVEL, new RatingKey("CXP", 3), Rating.of(12.5)));
        Profile profile =
                Profile.of(RELEASE, PROGRAMMERS, Domain.SKILLS, List.of(rated), List.of(PROGRAMMING, SCIENCE));

        assertThat(PlainJackson.deviations(profile, """
                        {"release": %s, "occupation": %s, "domain": "SKILLS", "coverage": "PARTIAL",
                         "elements": [{"element": %s, "ratings": {"CXP 3": %s, "LV": %s}}],
                         "unratedElements": [%s], "fetchOutcome": "NOT_NEEDED"}
                        """.formatted(
                        RELEASE_JSON, PROGRAMMERS_JSON, PROGRAMMING_JSON, valueJson(12.5), LEVEL_JSON, SCIENCE_JSON)))
                .isEmpty();
    }

    @Test
    void aTaskIsWrittenWithItsRatingsByScale() {
        Task task = new Task(
                4242,
                "Test code.",
                "Core",
                95,
                YearMonth.of(2014, 7),
                "Incumbent",
                Map.of(RatingKey.IMPORTANCE, Rating.of(4.5), new RatingKey("FT", 5), Rating.of(12.5)));

        assertThat(PlainJackson.deviations(task, """
                        {"id": 4242, "text": "Test code.", "type": "Core", "incumbentsResponding": 95,
                         "date": "2014-07", "domainSource": "Incumbent", "importance": 4.5, "relevance": null,
                         "ratings": {"FT 5": %s, "IM": %s}}
                        """.formatted(valueJson(12.5), valueJson(4.5))))
                .isEmpty();
        assertThat(PlainJackson.deviations(
                        new Technology("Git", "File versioning software", null, "2.E.4.d", true, null), """
                        {"example": "Git", "category": "File versioning software", "commodityCode": null,
                         "elementId": "2.E.4.d", "hotTechnology": true, "inDemand": null}
                        """))
                .isEmpty();
    }

    @Test
    void occupationsAreWrittenWithTheirCodesAsText() {
        TitleMatch match =
                new TitleMatch(PROGRAMMERS, "Coder", TitleMatch.Kind.ALTERNATE_TITLE, TitleMatch.Quality.EXACT);

        assertThat(PlainJackson.deviations(List.of(match), """
                        [{"occupation": %s, "title": "Coder", "kind": "ALTERNATE_TITLE", "quality": "EXACT"}]
                        """.formatted(PROGRAMMERS_JSON)))
                .isEmpty();
        assertThat(PlainJackson.deviations(
                        new RelatedOccupation(PROGRAMMERS, "Primary-Short", 1), """
                        {"occupation": %s, "tier": "Primary-Short", "index": 1}
                        """.formatted(PROGRAMMERS_JSON)))
                .isEmpty();
    }

    /** Programming is the gap; of Science the person's level is unknown. */
    private static SkillGap gap() {
        GapInput ada = GapInput.of(
                new Person("Ada", Map.of()),
                List.of(RatedElement.of(PROGRAMMING, null, Rating.of(3))),
                List.of(SCIENCE));
        GapSide target = new GapSide(
                "Computer Programmers",
                PROGRAMMERS.code(),
                Coverage.RATED,
                List.of(PROGRAMMERS),
                0.455,
                List.of(PROGRAMMERS),
                YearMonth.of(2018, 8),
                YearMonth.of(2023, 8),
                Set.of(ORIGIN));
        GapInput programmers = new GapInput(
                target,
                List.of(
                        RatedElement.of(SCIENCE, Rating.of(3), Rating.of(5)),
                        RatedElement.of(PROGRAMMING, Rating.of(3), LEVEL)),
                List.of());
        return new GapArithmetic(NotRelevantPolicy.AS_RATED).gap(RELEASE, Domain.SKILLS, ada, programmers);
    }

    /** Both elements weigh the same and are needed at 5: each point of level is a tenth of readiness. */
    private static String gapJson(SkillGap gap) {
        return """
                {"release": %s,
                 "domain": "SKILLS",
                 "from": {"name": "Ada", "code": null, "coverage": "PARTIAL", "estimatedFrom": [],
                          "estimateStandardError": null,
                          "importanceFrom": [], "oldestRating": null, "newestRating": null, "origins": [],
                          "estimated": false},
                 "to": {"name": "Computer Programmers", "code": "15-1251.00", "coverage": "RATED",
                        "estimatedFrom": [%s], "estimateStandardError": 0.455, "importanceFrom": [%s],
                        "oldestRating": "2018-08", "newestRating": "2023-08",
                        "origins": [{"kind": "RELEASE", "version": "29.3"}], "estimated": true},
                 "readiness": null,
                 "readinessBounds": {"low": 0.3, "high": 0.8, "exact": false},
                 "gaps": [%s],
                 "mustHave": [],
                 "distinguishable": [],
                 "matched": [],
                 "surplus": [],
                 "unknown": [{"element": %s, "from": null, "to": %s, "importance": %s, "shareAtMost": 0.5}],
                 "attribution": "%s"}
                """.formatted(
                        RELEASE_JSON,
                        PROGRAMMERS_JSON,
                        PROGRAMMERS_JSON,
                        programmingJson(),
                        SCIENCE_JSON,
                        valueJson(5),
                        valueJson(3),
                        gap.attribution());
    }

    private static String programmingJson() {
        return """
                {"element": %s, "from": %s, "to": %s, "importance": %s, "notRelevant": "AS_RATED",
                 "difference": 2.0, "grade": "UNKNOWN_PRECISION", "share": 0.2,
                 "fromLevel": 3.0, "toLevel": 5.0,
                 "inWords": "from below 4 \\"Program an analysis\\" to above 4 \\"Program an analysis\\""}
                """.formatted(PROGRAMMING_JSON, valueJson(3), LEVEL_JSON, valueJson(3));
    }

    private static String valueJson(double value) {
        return """
                {"value": %s, "n": null, "standardError": null, "lowerBound": null, "upperBound": null,
                 "recommendSuppress": null, "notRelevant": null, "date": null, "domainSource": null, "origin": null}
                """.formatted(value);
    }
}
