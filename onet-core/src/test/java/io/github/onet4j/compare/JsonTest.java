package io.github.onet4j.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.compare.RatingChange.Kind;
import io.github.onet4j.gap.NotRelevantPolicy;
import io.github.onet4j.gap.ReadinessBounds;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.PlainJackson;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a host publishes that returns a comparison from a controller. */
class JsonTest {
    private static final ReleaseInfo EARLIER = new ReleaseInfo("29.3", YearMonth.of(2025, 5), null);
    private static final ReleaseInfo LATER = new ReleaseInfo("30.1", YearMonth.of(2025, 12), "ab12");
    private static final OnetSocCode CODE = new OnetSocCode("15-1251.00");
    private static final Occupation PROGRAMMERS = new Occupation(CODE, "Computer Programmers", "Write code.");
    private static final String PROGRAMMERS_JSON = """
            {"code": "15-1251.00", "title": "Computer Programmers", "description": "Write code."}
            """;
    private static final Element PROGRAMMING = new Element("2.B.3.e", "Programming", null, Domain.SKILLS, List.of());
    private static final String PROGRAMMING_JSON = """
            {"id": "2.B.3.e", "name": "Programming", "description": null, "domain": "SKILLS", "levelAnchors": []}
            """;

    @Test
    void changesAreWrittenWithTheirAttribution() {
        JobZone three = new JobZone(PROGRAMMERS, 3, YearMonth.of(2020, 8), "Analyst");
        JobZone four = new JobZone(PROGRAMMERS, 4, null, null);
        Changes<JobZone> changes = Changes.of(
                new TreeMap<>(Map.of(CODE, three)), new TreeMap<>(Map.of(CODE, four)), JobZone::equals, "Credit.");

        assertThat(PlainJackson.deviations(changes, """
                        {"presence": "BOTH", "added": [], "removed": [], "unchanged": 0, "attribution": "Credit.",
                         "changed": [{
                           "earlier": {"occupation": %1$s, "zone": 3, "date": "2020-08", "domainSource": "Analyst"},
                           "later": {"occupation": %1$s, "zone": 4, "date": null, "domainSource": null}}]}
                        """.formatted(PROGRAMMERS_JSON)))
                .isEmpty();
    }

    @Test
    void ratingsAreWrittenByKind() {
        RatingChange change =
                new RatingChange(PROGRAMMERS, PROGRAMMING, RatingKey.LEVEL, Kind.DROPPED, Rating.of(4), null);
        RatingChanges changes = new RatingChanges(
                Domain.SKILLS,
                Presence.BOTH,
                Map.of(Kind.DROPPED, 1),
                List.of(change),
                List.of(),
                List.of(PROGRAMMERS),
                "Credit.");

        assertThat(PlainJackson.deviations(changes, """
                        {"domain": "SKILLS", "presence": "BOTH", "counts": {"DROPPED": 1}, "attribution": "Credit.",
                         "changes": [{"occupation": %1$s, "element": %2$s, "key": {"scaleId": "LV", "category": null},
                                      "kind": "DROPPED", "earlier": %3$s, "later": null}],
                         "newlyRated": [], "noLongerRated": [%1$s]}
                        """.formatted(PROGRAMMERS_JSON, PROGRAMMING_JSON, valueJson(4))))
                .isEmpty();
    }

    @Test
    void relatedListsAndSeamsAreWritten() {
        RelatedChanges related = new RelatedChanges(
                Presence.BOTH,
                List.of(new RelatedChange(
                        PROGRAMMERS, List.of(new RelatedOccupation(PROGRAMMERS, "Primary-Short", 1)), List.of(), true)),
                3,
                "Credit.");
        Seam seam = new Seam("30.1", List.of(ReleaseTable.SKILLS), "All changed.", URI.create("https://example.org/"));

        assertThat(PlainJackson.deviations(related, """
                        {"presence": "BOTH", "unchanged": 3, "attribution": "Credit.",
                         "changes": [{"occupation": %1$s, "dropped": [], "reordered": true,
                                      "added": [{"occupation": %1$s, "tier": "Primary-Short", "index": 1}]}]}
                        """.formatted(PROGRAMMERS_JSON)))
                .isEmpty();
        assertThat(PlainJackson.deviations(seam, """
                        {"version": "30.1", "tables": ["SKILLS"], "text": "All changed.",
                         "source": "https://example.org/"}
                        """)).isEmpty();
    }

    @Test
    void aDriftIsWrittenWithItsPartsAndItsText() {
        GapDrift drift = drift();

        assertThat(PlainJackson.deviations(drift, """
                        {"earlier": {"version": "29.3", "date": "2025-05", "sha256": null, "attribution": "%5$s"},
                         "later": {"version": "30.1", "date": "2025-12", "sha256": "ab12", "attribution": "%6$s"},
                         "domain": "SKILLS", "notRelevant": "AS_RATED",
                         "from": {"occupation": %1$s, "rated": "BOTH", "newlyRated": [], "dropped": []},
                         "to": {"occupation": %1$s, "rated": "BOTH", "newlyRated": [], "dropped": [%2$s]},
                         "outcome": "MEASURED", "earlierReadiness": 0.5, "laterReadiness": 0.75, "change": 0.25,
                         "earlierAnalyzed": {"low": 0.5, "high": 0.5, "exact": true}, "laterAnalyzed": null,
                         "parts": [{"element": %2$s, "side": "SOURCE", "kind": "RE_RATED", "share": 0.25,
                                    "earlier": {"element": %2$s, "ratings": {"LV": %3$s}},
                                    "later": {"element": %2$s, "ratings": {"LV": %4$s}}}],
                         "text": "%7$s", "attribution": "Credit."}
                        """.formatted(
                                PROGRAMMERS_JSON,
                                PROGRAMMING_JSON,
                                valueJson(2),
                                valueJson(3),
                                EARLIER.attribution(),
                                LATER.attribution(),
                                drift.text())))
                .isEmpty();
    }

    private static GapDrift drift() {
        DriftPart part = new DriftPart(
                PROGRAMMING,
                Side.SOURCE,
                Kind.RE_RATED,
                0.25,
                RatedElement.of(PROGRAMMING, null, Rating.of(2)),
                RatedElement.of(PROGRAMMING, null, Rating.of(3)));
        return new GapDrift(
                EARLIER,
                LATER,
                Domain.SKILLS,
                NotRelevantPolicy.AS_RATED,
                new DriftSide(PROGRAMMERS, Presence.BOTH, List.of(), List.of()),
                new DriftSide(PROGRAMMERS, Presence.BOTH, List.of(), List.of(PROGRAMMING)),
                GapDrift.Outcome.MEASURED,
                0.5,
                0.75,
                new ReadinessBounds(0.5, 0.5),
                null,
                List.of(part),
                "Credit.");
    }

    private static String valueJson(double value) {
        return """
                {"value": %s, "n": null, "standardError": null, "lowerBound": null, "upperBound": null,
                 "recommendSuppress": null, "notRelevant": null, "date": null, "domainSource": null, "origin": null}
                """.formatted(value);
    }
}
