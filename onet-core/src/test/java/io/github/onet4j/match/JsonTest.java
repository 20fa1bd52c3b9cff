package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.testing.PlainJackson;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a host publishes that returns paths from a controller. */
class JsonTest {
    private static final ReleaseInfo RELEASE = new ReleaseInfo("29.3", YearMonth.of(2025, 5), null);
    private static final Occupation WAITERS =
            new Occupation(new OnetSocCode("35-3031.00"), "Waiters and Waitresses", "Take orders.");
    private static final Occupation MANAGERS =
            new Occupation(new OnetSocCode("11-9051.00"), "Food Service Managers", "Plan.");
    private static final String WAITERS_JSON = """
            {"code": "35-3031.00", "title": "Waiters and Waitresses", "description": "Take orders."}""";
    private static final String MANAGERS_JSON = """
            {"code": "11-9051.00", "title": "Food Service Managers", "description": "Plan."}""";

    @Test
    void pathsAreWrittenWithTheirAttribution() {
        LearnedElement learned = new LearnedElement(
                new Element("2.B.3.e", "Programming", null, Domain.SKILLS, List.of()), 1, 2.5, .25, 0);
        CareerStep step = new CareerStep(
                WAITERS, MANAGERS, .05, null, 4, Set.of(MoveRule.CLOSENESS), .25, .25, 0, List.of(learned));
        CareerPaths paths = new CareerPaths(
                RELEASE,
                WAITERS,
                MANAGERS,
                2,
                new CareerPath(List.of(step), .25, 0, .25, 0),
                List.of(),
                NoPathReason.NO_PROGRESS,
                Set.of(Evidence.INTERESTS),
                false);

        assertThat(PlainJackson.deviations(paths, """
                        {"release": {"version": "29.3", "date": "2025-05", "sha256": null, "attribution": "%3$s"},
                         "from": %1$s, "to": %2$s, "maxStops": 2, "paths": [], "noPathReason": "NO_PROGRESS",
                         "missing": ["INTERESTS"], "jobZonesMissing": false, "attribution": "%3$s",
                         "direct": {"hardestStep": 0.25, "againstDirect": 0.0, "learned": 0.25, "detour": 0.0,
                           "steps": [{"from": %1$s, "to": %2$s, "probability": 0.05, "fromZone": null, "toZone": 4,
                             "broken": ["CLOSENESS"], "plausible": false, "shortfall": 0.25, "learned": 0.25,
                             "detour": 0.0, "elements": [{"before": 1.0, "after": 2.5, "share": 0.25, "detour": 0.0,
                               "element": {"id": "2.B.3.e", "name": "Programming", "description": null,
                                 "domain": "SKILLS", "levelAnchors": []}}]}]}}
                        """.formatted(
                        WAITERS_JSON, MANAGERS_JSON, RELEASE.attribution().replace("\"", "\\\""))))
                .isEmpty();
    }
}
