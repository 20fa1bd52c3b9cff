package io.github.onet4j.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RatingKey;
import io.github.onet4j.compare.RatingChange.Kind;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.LevelPolicy;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each difference of two releases is told for what it is. */
class ReleaseComparisonTest {
    private static final String PROGRAMMERS = "15-1251.00";
    private static final String PROGRAMMING = "2.B.3.e";

    @TempDir
    private Path folder;

    private MiniReleases same;

    @BeforeEach
    void prepare() {
        same = MiniReleases.in(folder);
    }

    @Test
    void nothingDiffersBetweenTheSameRows() {
        ReleaseComparison comparison = same.compared();

        for (Domain domain : Domain.values()) {
            RatingChanges ratings = comparison.ratings(domain);
            assertThat(ratings.changes()).isEmpty();
            assertThat(ratings.counts()).hasSize(Kind.values().length);
            assertThat(comparison.elements(domain).changed()).isEmpty();
        }
        assertThat(comparison.ratings(Domain.SKILLS).count(Kind.CARRIED)).isEqualTo(53);
        assertThat(comparison.occupations()).hasToString("0 added, 0 removed, 0 changed, 8 unchanged");
        assertThat(comparison.jobZones()).hasToString("0 added, 0 removed, 0 changed, 6 unchanged");
        assertThat(comparison.relatedOccupations()).hasToString("0 changed, 3 unchanged");
        assertThat(comparison.elements(Domain.SKILLS)).hasToString("0 added, 0 removed, 0 changed, 5 unchanged");
        assertThat(comparison).hasToString("O*NET 29.3 to 30.1");
    }

    @Test
    void ratingsAreToldByKindInTheOrderOfTheirKeys() {
        RatingChanges ratings = same.skill(PROGRAMMERS, PROGRAMMING, "LV", "Date", "08/2025")
                .skill(PROGRAMMERS, "2.A.1.b", "IM", "Data Value", "3.25")
                .skill(PROGRAMMERS, "2.A.1.b", "LV", "Standard Error", "0.17")
                .skill("11-1011.00", "2.A.1.a", "LV", "Standard Error", "0.16")
                .withoutSkill("53-3033.00", "2.A.1.a", "LV")
                .skill("15-2051.02", PROGRAMMING, "IM", "Scale ID", "LV")
                .compared()
                .ratings(Domain.SKILLS);

        assertThat(ratings.changes())
                .extracting(
                        change -> change.occupation().code().value(),
                        change -> change.element().id(),
                        RatingChange::key,
                        RatingChange::kind)
                .containsExactly(
                        tuple("11-1011.00", "2.A.1.a", RatingKey.LEVEL, Kind.PRECISION),
                        tuple(PROGRAMMERS, "2.A.1.b", RatingKey.IMPORTANCE, Kind.RESTATED),
                        tuple(PROGRAMMERS, "2.A.1.b", RatingKey.LEVEL, Kind.RESTATED),
                        tuple(PROGRAMMERS, PROGRAMMING, RatingKey.LEVEL, Kind.RE_RATED),
                        tuple("15-2051.02", PROGRAMMING, RatingKey.IMPORTANCE, Kind.DROPPED),
                        tuple("15-2051.02", PROGRAMMING, RatingKey.LEVEL, Kind.NEWLY_RATED),
                        tuple("53-3033.00", "2.A.1.a", RatingKey.LEVEL, Kind.DROPPED));
        assertThat(ratings.counts())
                .isEqualTo(Map.of(
                        Kind.NEWLY_RATED, 1,
                        Kind.DROPPED, 2,
                        Kind.RE_RATED, 1,
                        Kind.RESTATED, 2,
                        Kind.PRECISION, 1,
                        Kind.CARRIED, 47));
        assertThat(ratings.changes().get(4)).satisfies(dropped -> {
            assertThat(dropped.earlier()).isNotNull();
            assertThat(dropped.later()).isNull();
        });
        assertThat(ratings.attribution()).contains("O*NET 29.3 Database").contains("O*NET 30.1 Database");
    }

    @Test
    void anOccupationThatOnlyOneReleaseRatesIsNamed() {
        MiniReleases fewer = same.withoutSkills("53-3033.00");

        RatingChanges dropped = fewer.compared().ratings(Domain.SKILLS);
        RatingChanges added = fewer.comparedTurnedRound().ratings(Domain.SKILLS);

        assertThat(titles(dropped.noLongerRated())).containsExactly("Light Truck Drivers");
        assertThat(dropped.newlyRated()).isEmpty();
        assertThat(dropped.count(Kind.DROPPED)).isEqualTo(10);
        assertThat(titles(added.newlyRated())).containsExactly("Light Truck Drivers");
        assertThat(added.noLongerRated()).isEmpty();
        assertThat(added.count(Kind.NEWLY_RATED)).isEqualTo(10);
    }

    @Test
    void aDomainThatOneReleaseLacksIsNotDroppedRowByRow() {
        MiniReleases without = same.later(same.later().withoutFile("Knowledge.txt"));

        for (RatingChanges ratings : List.of(
                without.compared().ratings(Domain.KNOWLEDGE),
                without.comparedTurnedRound().ratings(Domain.KNOWLEDGE))) {
            assertThat(ratings.presence()).isIn(Presence.EARLIER_ONLY, Presence.LATER_ONLY);
            assertThat(ratings.changes()).isEmpty();
            assertThat(ratings.counts().values()).containsOnly(0);
            assertThat(ratings.newlyRated()).isEmpty();
            assertThat(ratings.noLongerRated()).isEmpty();
        }
        assertThat(without.compared().ratings(Domain.KNOWLEDGE)).hasToString("knowledge: EARLIER_ONLY");
        assertThat(without.compared().elements(Domain.KNOWLEDGE))
                .hasToString("EARLIER_ONLY")
                .extracting(Changes::removed)
                .isEqualTo(List.of());
        assertThat(without.compared().ratings(Domain.INTEREST_AREAS).presence()).isEqualTo(Presence.NEITHER);
    }

    @Test
    void occupationsAreJoinedByCode() {
        String file = "Occupation Data.txt";
        Changes<Occupation> occupations = same.later(same.later()
                        .withCell(file, 4, "Title", "Coders")
                        .withCell(file, 3, "Description", "Another description.")
                        .withRow(file, "15-1254.00", "Web Developers", "Make pages."))
                .earlier(same.earlier().withRow(file, "15-1243.01", "Data Warehousing Specialists", "Keep data."))
                .compared()
                .occupations();

        assertThat(titles(occupations.added())).containsExactly("Web Developers");
        assertThat(titles(occupations.removed())).containsExactly("Data Warehousing Specialists");
        assertThat(occupations.changed()).singleElement().satisfies(change -> {
            assertThat(change.earlier().title()).isEqualTo("Computer Programmers");
            assertThat(change.later().title()).isEqualTo("Coders");
        });
        assertThat(occupations.unchanged()).isEqualTo(7);
    }

    @Test
    void elementsAreJoinedByIdSoThatANewNameIsNoNewElement() {
        MiniRelease renamed = same.later();
        List<List<String>> rows = renamed.tables().getOrDefault("Knowledge", List.of());
        for (int line = 1; line <= rows.size(); line++) {
            if (rows.get(line - 1).get(1).equals("2.C.3.a")) {
                renamed = renamed.withCell("Knowledge.txt", line, "Element Name", "Computing");
            }
        }
        ReleaseComparison comparison = same.later(renamed).compared();

        Changes<Element> elements = comparison.elements(Domain.KNOWLEDGE);

        assertThat(elements).hasToString("0 added, 0 removed, 1 changed, 1 unchanged");
        assertThat(elements.changed().get(0).later().name()).isEqualTo("Computing");
        assertThat(comparison.ratings(Domain.KNOWLEDGE).changes()).isEmpty();
    }

    @Test
    void jobZonesAreToldWhereTheZoneIsAnother() {
        String file = "Job Zones.txt";
        Changes<JobZone> zones = same.later(same.later()
                        .withCell(file, 2, "Job Zone", "4")
                        .withCell(file, 3, "Date", "08/2025")
                        .withRow(file, "15-2051.00", "5", "08/2025", "Analyst")
                        .withoutLine(file, 7))
                .compared()
                .jobZones();

        assertThat(zones.changed())
                .extracting(
                        change -> change.later().occupation().code().value(),
                        change -> change.earlier().zone(),
                        change -> change.later().zone())
                .containsExactly(tuple("11-1011.00", 5, 4));
        assertThat(zones.added()).extracting(zone -> zone.occupation().title()).containsExactly("Data Scientists");
        assertThat(zones.removed())
                .extracting(zone -> zone.occupation().title())
                .containsExactly("Light Truck Drivers");
        assertThat(zones.unchanged()).isEqualTo(4);
    }

    @Test
    void whatOnlyOneReleaseListsAtAllIsNotRemovedOneByOne() {
        ReleaseComparison comparison = same.later(
                        same.later().withoutFile("Job Zones.txt").withoutFile("Related Occupations.txt"))
                .compared();

        assertThat(comparison.jobZones()).hasToString("EARLIER_ONLY");
        assertThat(comparison.jobZones().removed()).isEmpty();
        assertThat(comparison.relatedOccupations()).hasToString("EARLIER_ONLY");
        assertThat(comparison.relatedOccupations().changes()).isEmpty();
    }

    @Test
    void relatedListsAreComparedByMembersAndOrder() {
        String file = "Related Occupations.txt";
        RelatedChanges related = same.later(same.later()
                        // Analysts: business intelligence analysts give way to chief executives.
                        .withCell(file, 3, "Related O*NET-SOC Code", "11-1011.00")
                        // Programmers: the same two the other way round.
                        .withCell(file, 4, "Index", "3")
                        // Developers: another tier and place, and the same order.
                        .withCell(file, 9, "Index", "12"))
                .compared()
                .relatedOccupations();

        assertThat(related).hasToString("2 changed, 1 unchanged");
        assertThat(related.changes().get(0)).satisfies(change -> {
            assertThat(change.occupation().title()).isEqualTo("Computer Systems Analysts");
            assertThat(change.added())
                    .extracting(relation -> relation.occupation().title(), relation -> relation.index())
                    .containsExactly(tuple("Chief Executives", 6));
            assertThat(change.dropped())
                    .extracting(relation -> relation.occupation().title())
                    .containsExactly("Business Intelligence Analysts");
            assertThat(change.reordered()).isFalse();
        });
        assertThat(related.changes().get(1)).satisfies(change -> {
            assertThat(change.occupation().title()).isEqualTo("Computer Programmers");
            assertThat(change.added()).isEmpty();
            assertThat(change.dropped()).isEmpty();
            assertThat(change.reordered()).isTrue();
        });
    }

    @Test
    void seamsAreThoseAfterTheEarlierReleaseUpToTheLater() {
        assertThat(seams("28.1", "28.1")).isEmpty();
        assertThat(seams("28.1", "28.2")).containsExactly("28.2");
        assertThat(seams("28.2", "30.0")).isEmpty();
        assertThat(seams("29.3", "30.1")).containsExactly("30.1");
        assertThat(seams("30.1", "30.3")).containsExactly("30.2", "30.2", "30.3", "30.3", "30.3", "30.3");
        assertThat(seams("30.3", "31.0")).containsExactly("31.0");
        assertThat(seams("9.0", "28.10")).as("compared as numbers").containsExactly("28.2");
    }

    private List<String> seams(String earlier, String later) {
        return same
                .earlier(same.earlier().version(earlier, "May 2024"))
                .later(same.later().version(later, "May 2026"))
                .compared()
                .seams()
                .stream()
                .map(Seam::version)
                .toList();
    }

    @Test
    void everySeamNamesTablesAndASourceOfThePublisher() {
        assertThat(Seam.KNOWN).hasSize(9).allSatisfy(seam -> {
            assertThat(seam.tables()).isNotEmpty();
            assertThat(seam.text()).endsWith(".");
            assertThat(seam.source()).hasScheme("https").hasHost("www.onetcenter.org");
        });
        assertThat(Seam.KNOWN.stream().filter(seam -> seam.tables().contains(ReleaseTable.JOB_ZONES)))
                .singleElement()
                .hasToString("30.2: Job zones are assigned anew by a framework of four zones, in which 2 stands for 1"
                        + " and 2 together.");
        assertThat(Seam.KNOWN.get(0).concerns(Domain.KNOWLEDGE)).isTrue();
        assertThat(Seam.KNOWN.get(0).concerns(Domain.INTERESTS)).isFalse();
    }

    @Test
    void releasesInTheWrongOrderAreRefused() {
        OnetCatalog earlier = OnetRelease.open(same.earlier().writeZip(folder.resolve("one.zip")))
                .catalog();
        OnetCatalog later = OnetRelease.open(same.later().writeZip(folder.resolve("two.zip")))
                .catalog();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseComparison.of(later, earlier))
                .withMessage("earlier must not be newer than later, but they are O*NET 30.1 and 29.3; swap them");
        assertThat(ReleaseComparison.of(later, later).ratings(Domain.SKILLS).changes())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseVersion.parse("30.1 beta"))
                .withMessage("version must be numbers with dots between them, such as 29.3, but was \"30.1 beta\"");
    }

    @Test
    void aDriftOfEstimatesOrOfAssessedLevelsIsRefused() {
        ReleaseComparison comparison = same.compared();
        OnetSocCode programmers = new OnetSocCode(PROGRAMMERS);

        for (GapOptions options : List.of(
                GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE),
                GapOptions.DEFAULTS.levels(LevelPolicy.ASSESSED))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> comparison.drift(programmers, programmers, options))
                    .withMessage("a drift compares published ratings only: options must have levels OFFICIAL and"
                            + " unrated REFUSE, but had " + options.levels() + " and " + options.unrated());
        }
        assertThatExceptionOfType(OccupationNotFoundException.class)
                .isThrownBy(() -> comparison.drift(programmers, new OnetSocCode("99-9999.99"), GapOptions.DEFAULTS));
    }

    @Test
    void aCatalogThatMovesOnIsRefusedRatherThanMixed() {
        OnetCatalog earlier = OnetRelease.open(same.earlier().writeZip(folder.resolve("one.zip")))
                .catalog();
        OnetCatalog later = OnetRelease.open(same.later().writeZip(folder.resolve("two.zip")))
                .catalog();
        AtomicReference<OnetCatalog> active = new AtomicReference<>(earlier);
        ReleaseComparison comparison = ReleaseComparison.of(following(active), later);

        active.set(later);

        assertThatIllegalStateException()
                .isThrownBy(() -> comparison.ratings(Domain.SKILLS))
                .withMessage("the comparison was made with O*NET 29.3, but the catalog now answers from O*NET 30.1;"
                        + " compare catalogs of a fixed release, such as Onet.catalog(StoredRelease)");
        assertThatIllegalStateException()
                .isThrownBy(() -> comparison.drift(
                        new OnetSocCode(PROGRAMMERS), new OnetSocCode("15-1211.00"), GapOptions.DEFAULTS));
    }

    private static OnetCatalog following(AtomicReference<OnetCatalog> active) {
        return (OnetCatalog) Proxy.newProxyInstance(
                OnetCatalog.class.getClassLoader(),
                new Class<?>[] {OnetCatalog.class},
                (proxy, method, arguments) -> method.invoke(active.get(), arguments));
    }

    private static List<String> titles(List<Occupation> occupations) {
        return occupations.stream().map(Occupation::title).toList();
    }
}
