package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.testing.MiniRelease;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Readers see the rows that O*NET Web Services add to a release. */
final class FetchedRowsTest extends OnEachEngine {
    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "31.0");
    private static final Origin WEB = new Origin(Origin.Kind.WEB_SERVICES, "31.0");
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode DESIGNERS = new OnetSocCode("15-1255.00");

    @Test
    void anOccupationIsSeenOnceTheRevisionSaysSo() {
        Onet onet = onetWith(MiniRelease.text());
        OnetCatalog active = onet.catalog();
        OnetCatalog fixed = onet.catalog(onet.requireRelease("31.0"));
        for (OnetCatalog catalog : List.of(active, fixed)) {
            assertThat(catalog.findOccupation(DESIGNERS)).isEmpty();
        }

        addDesigners();
        for (OnetCatalog catalog : List.of(active, fixed)) {
            assertThat(catalog.findOccupation(DESIGNERS))
                    .as("the release is said to be as it was")
                    .isEmpty();
        }

        addOneToRevision();
        for (OnetCatalog catalog : List.of(active, fixed)) {
            assertThat(catalog.findOccupation(DESIGNERS)).map(Occupation::title).hasValue("Web Designers");
            assertThat(catalog.occupations()).hasSize(9);
        }
    }

    @Test
    void everyQuestionSeesANewRevisionByItself() {
        OnetCatalog catalog = onetWith(MiniRelease.text()).catalog();
        addRating(DESIGNERS, fetch("31.0"), "2.A.1.a", "LV", "3.50");
        for (Function<OnetCatalog, List<Occupation>> question : List.<Function<OnetCatalog, List<Occupation>>>of(
                OnetCatalog::occupations,
                asked -> asked.findOccupation(DESIGNERS).stream().toList(),
                asked -> List.of(asked.requireOccupation(DESIGNERS)),
                asked -> List.of(asked.profile(DESIGNERS, Domain.SKILLS).occupation()),
                asked -> asked.ratedOccupations(Domain.SKILLS),
                asked -> asked.jobZones().isEmpty() ? List.of() : asked.occupations(),
                asked -> asked.relatedOccupations(DESIGNERS).isEmpty() ? asked.occupations() : List.of(),
                asked -> asked.occupationsNeeding("2.A.1.a", 3.5).stream()
                        .map(OccupationLevel::occupation)
                        .toList(),
                asked -> asked.searchOccupations("web designer", 1).stream()
                        .map(TitleMatch::occupation)
                        .toList())) {
            execute("delete from onet_occupation where onetsoc_code = '" + DESIGNERS + "'");
            addOneToRevision();
            assertThat(catalog.occupations()).hasSize(8);
            addDesigners();
            addOneToRevision();

            assertThat(question.apply(catalog)).extracting(Occupation::code).contains(DESIGNERS);
        }
    }

    @Test
    void aRatingHasTheOriginOfItsFetch() {
        Onet onet = onetWith(MiniRelease.text());
        OnetCatalog catalog = onet.catalog();
        assertThat(catalog.profile(DEVELOPERS, Domain.SKILLS).elements()).isEmpty();
        addRating(DEVELOPERS, fetch("31.0"), "2.A.1.a", "LV", "4.50");
        addRating(DEVELOPERS, fetch("30.3"), "2.A.1.a", "IM", "4.00");
        addOneToRevision();

        Profile fetched = catalog.profile(DEVELOPERS, Domain.SKILLS);

        assertThat(fetched.fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
        assertThat(fetched.elements()).singleElement().satisfies(rated -> {
            assertThat(rated.level().orElseThrow())
                    .hasFieldOrPropertyWithValue("value", 4.5)
                    .hasFieldOrPropertyWithValue("origin", WEB);
            assertThat(rated.importance().orElseThrow())
                    .hasFieldOrPropertyWithValue("origin", new Origin(Origin.Kind.WEB_SERVICES, "30.3"));
        });
        assertThat(catalog.profile(PROGRAMMERS, Domain.SKILLS).elements())
                .isNotEmpty()
                .allSatisfy(rated ->
                        assertThat(rated.level().orElseThrow()).hasFieldOrPropertyWithValue("origin", RELEASE));
        assertThat(onet().catalog().occupationsNeeding("2.A.1.a", 0))
                .hasSize(7)
                .extracting(OccupationLevel::level)
                .extracting(level -> level.origin())
                .containsOnlyOnce(WEB)
                .containsOnly(WEB, RELEASE);
    }

    @Test
    void aRatingWhoseFetchTheHostDeletedIsOfAnUnknownVersion() {
        Onet onet = onetWith(MiniRelease.text());
        addRating(DEVELOPERS, 4711, "2.A.1.a", "LV", "4.50");
        addOneToRevision();

        assertThat(onet.catalog().profile(DEVELOPERS, Domain.SKILLS).elements())
                .singleElement()
                .satisfies(rated -> assertThat(rated.level().orElseThrow())
                        .hasFieldOrPropertyWithValue("origin", new Origin(Origin.Kind.WEB_SERVICES, "unknown")));
    }

    @Test
    void aGapNamesTheOriginsOfEachSideAndCreditsTheWebServices() {
        Onet onet = onetWith(MiniRelease.text());
        String released = onet.skillGapAnalyzer().analyze("15-1251", "15-1211").attribution();
        int fetch = fetch("31.0");
        for (String element : List.of("2.A.1.b", "2.B.1.b")) {
            execute("update onet_rating set web_fetch_id = " + fetch
                    + " where onetsoc_code = '15-1251.00' and element_id = '" + element + "'");
        }
        addOneToRevision();

        SkillGap gap = onet.skillGapAnalyzer().analyze("15-1251", "15-1211");

        assertThat(gap.from().origins()).containsExactlyInAnyOrder(RELEASE, WEB);
        assertThat(gap.to().origins()).containsExactly(RELEASE);
        assertThat(gap.attribution())
                .isEqualTo(released
                        + " Ratings of Computer Programmers were retrieved from O*NET Web Services"
                        + " (https://services.onetcenter.org/), of O*NET 31.0.");
        assertThat(onet.skillGapAnalyzer()
                        .analyze("15-1211", "15-1252", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE))
                        .to()
                        .origins())
                .as("of an estimate from programmers and others")
                .containsExactlyInAnyOrder(RELEASE, WEB);
    }

    @Test
    void fetchesAreLookedUpOnceAndTogether() {
        onetWith(MiniRelease.text());
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        Onet onet = Onet.create(HostDataSource.noting(dataSource, statements)).build();
        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        for (String element : List.of("2.A.1.a", "2.A.1.b", "2.B.1.b", "2.B.3.e", "2.B.4.e")) {
            for (String scale : List.of("IM", "LV")) {
                execute("update onet_rating set web_fetch_id = " + fetch("31.0") + " where onetsoc_code = '15-1251.00'"
                        + " and element_id = '" + element + "' and scale_id = '" + scale + "'");
            }
        }

        onet.refresh();
        onet.skillGapAnalyzer().analyze("15-1211", "15-1211");
        statements.clear();
        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        assertThat(statements)
                .hasSize(3)
                .filteredOn(sql -> sql.contains("onet_web_fetch"))
                .hasSize(1);

        statements.clear();
        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        assertThat(statements).hasSize(1);
    }

    @Test
    void whatIsMissedIsRefusedWithTheReasonThatItWasNotFetched() {
        Onet onet = onetWith(MiniRelease.text());
        OnetCatalog active = onet.catalog();
        OnetCatalog fixed = onet.catalog(onet.requireRelease("31.0"));

        assertThat(active.profile(DEVELOPERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_CONFIGURED);
        assertThat(fixed.profile(DEVELOPERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED);
        assertThat(active.profile(PROGRAMMERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
        assertThat(fixed.profile(PROGRAMMERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1251", "15-1252"))
                .isInstanceOfSatisfying(UnratedOccupationException.class, e -> {
                    assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_CONFIGURED);
                    assertThat(e.version()).isEqualTo("31.0");
                })
                .hasMessageEndingWith(". O*NET Web Services are not configured; pass a client to"
                        + " Onet.create(…).webServices(…) to fetch missing data");
        assertThatThrownBy(() -> active.requireOccupation(DESIGNERS))
                .isInstanceOfSatisfying(OccupationNotFoundException.class, e -> {
                    assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_CONFIGURED);
                    assertThat(e.version()).isEqualTo("31.0");
                    assertThat(e.sameMinorGroup()).hasSize(3);
                })
                .hasMessageContaining("Onet.create(…).webServices(…)");
        assertThatThrownBy(() -> fixed.requireOccupation(DESIGNERS))
                .isInstanceOfSatisfying(
                        OccupationNotFoundException.class,
                        e -> assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED))
                .message()
                .doesNotContain("Web Services");
        assertThatThrownBy(() -> active.relatedOccupations(DESIGNERS))
                .isInstanceOfSatisfying(
                        OccupationNotFoundException.class,
                        e -> assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_CONFIGURED));
    }

    @Test
    void whatWasFetchedForAReleaseIsPrunedWithIt() {
        Onet onet = onetWith(MiniRelease.text());
        int fetch = fetch("31.0");
        execute(
                "insert into onet_web_response (fetch_id, first_row, release_id, last_row, address, status, body,"
                        + " received_at_utc) values (" + fetch + ", 1, 1, 0, 'https://example.org/', 200, '{}',"
                        + " '2026-10-01 00:00:00')",
                "insert into onet_web_lookup (release_id, onetsoc_code, subject) values (1, '15-1252.00', 'SKILLS')");
        onet.load(open(MiniRelease.singleSkillsText()));

        onet.prune(0);

        assertThat(count("onet_web_fetch")).isZero();
        assertThat(count("onet_web_response")).isZero();
        assertThat(count("onet_web_lookup")).isZero();
    }

    private void addDesigners() {
        execute("insert into onet_occupation (release_id, onetsoc_code, title, title_search, description, web_fetch_id)"
                + " values (1, '" + DESIGNERS + "', 'Web Designers', 'web designer', 'x', " + fetch("31.0") + ")");
    }

    private void addOneToRevision() {
        execute("update onet_release set revision = coalesce(revision, 0) + 1");
    }

    private int fetch(String version) {
        execute("insert into onet_web_fetch (release_id, table_id, domain, onetsoc_code, generation, service_version,"
                + " started_at_utc) values (1, 'skills', 'SKILLS', '15-1252.00', '2.0', '" + version
                + "', '2026-10-01 00:00:00')");
        return Integer.parseInt(value("select max(fetch_id) from onet_web_fetch"));
    }

    private void addRating(OnetSocCode code, int fetch, String element, String scale, String value) {
        execute("insert into onet_rating (release_id, onetsoc_code, domain, element_id, scale_id, data_value,"
                + " web_fetch_id) values (1, '" + code + "', 'SKILLS', '" + element + "', '" + scale + "', " + value
                + ", "
                + fetch + ")");
    }
}
