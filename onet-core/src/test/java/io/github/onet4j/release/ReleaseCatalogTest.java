package io.github.onet4j.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.AmbiguousTitleException;
import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.JobZone;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.Scale;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same answers from every layout. */
@ParameterizedClass
@EnumSource
class ReleaseCatalogTest {
    private static final OnetSocCode CHIEF_EXECUTIVES = OnetSocCode.parse("11-1011");
    private static final OnetSocCode ANALYSTS = OnetSocCode.parse("15-1211");
    private static final OnetSocCode PROGRAMMERS = OnetSocCode.parse("15-1251");
    private static final OnetSocCode DEVELOPERS = OnetSocCode.parse("15-1252");
    private static final OnetSocCode TRUCK_DRIVERS = new OnetSocCode("53-3033.00");
    private static final OnetSocCode DATA_SCIENTISTS = OnetSocCode.parse("15-2051");
    private static final OnetSocCode DATA_MANAGERS = OnetSocCode.parse("15-2051.02");

    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "30.9");

    private final Layout layout;
    private final OnetCatalog catalog;

    ReleaseCatalogTest(Layout layout, @TempDir Path folder) {
        this.layout = layout;
        MiniRelease mini = switch (layout) {
            case TEXT_SINGLE_SKILLS_FILE -> MiniRelease.singleSkillsText();
            case TEXT -> MiniRelease.text();
            case CSV -> MiniRelease.csv();
        };
        catalog = OnetRelease.open(mini.version("30.9", "July 2026").writeZip(folder.resolve("mini.zip")))
                .catalog();
    }

    @Test
    void itSaysWhichReleaseItAnswersFrom() {
        assertThat(catalog.release().version()).isEqualTo("30.9");
        assertThat(catalog.release().date()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(catalog.release().sha256()).matches("[0-9a-f]{64}");
        assertThat(catalog.release().attribution())
                .isEqualTo(
                        "Includes information from the O*NET 30.9 Database by the U.S. Department of Labor, Employment"
                                + " and Training Administration (USDOL/ETA), used under the CC BY 4.0 license"
                                + " (https://www.onetcenter.org/license_db.html). O*NET® is a trademark of USDOL/ETA."
                                + " onet4j has modified this information; USDOL/ETA has not approved, endorsed, or"
                                + " tested the modifications.");
    }

    @Test
    void occupationsAreFoundByCode() {
        assertThat(catalog.occupations())
                .extracting(occupation -> occupation.code().value())
                .containsExactly(
                        "11-1011.00",
                        "15-1211.00",
                        "15-1251.00",
                        "15-1252.00",
                        "15-2051.00",
                        "15-2051.01",
                        "15-2051.02",
                        "53-3033.00");
        assertThat(catalog.findOccupation(CHIEF_EXECUTIVES))
                .contains(new Occupation(
                        CHIEF_EXECUTIVES,
                        "Chief Executives",
                        "Set the policy of an organization (\"the tone at the top\"), and direct its work."));
        assertThat(catalog.findOccupation(OnetSocCode.parse("99-9999"))).isEmpty();
    }

    @Test
    void aCodeThatTheReleaseDoesNotHaveIsRefusedWithThoseOfItsGroup() {
        assertThatExceptionOfType(OccupationNotFoundException.class)
                .isThrownBy(() -> catalog.requireOccupation("15-2099"))
                .withMessage("O*NET 30.9 has no occupation 15-2099.00; in its group 15-20 there are Data Scientists"
                        + " (15-2051.00), Business Intelligence Analysts (15-2051.01), Clinical Data Managers"
                        + " (15-2051.02)")
                .satisfies(e -> {
                    assertThat(e.code()).hasToString("15-2099.00");
                    assertThat(e.version()).isEqualTo("30.9");
                    assertThat(e.sameMinorGroup()).hasSize(3);
                    assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED);
                });
        assertThatExceptionOfType(OccupationNotFoundException.class)
                .isThrownBy(() -> catalog.relatedOccupations(OnetSocCode.parse("99-9999")))
                .withMessage(
                        "O*NET 30.9 has no occupation 99-9999.00, nor any in its group 99-99; search by title to find"
                                + " its code");
        assertThatExceptionOfType(OccupationNotFoundException.class)
                .isThrownBy(() -> catalog.profile(OnetSocCode.parse("99-9999"), Domain.SKILLS));
    }

    @ParameterizedTest
    @CsvSource({
        "chief executives, 11-1011.00",
        "CHIEF EXECUTIVE, 11-1011.00",
        "ceo (chief executive officer), 11-1011.00",
        "vice-president operations, 11-1011.00",
        "c++, 15-1252.00",
        "c#, 15-1252.00",
        "drivers helpers, 53-3033.00",
        "programmer, 15-1251.00",
        "INFRASTRUCTURE engineers, 15-1252.00",
        " 15-2051 , 15-2051.00",
    })
    void aTitleNamesTheOccupationThatItMatchesBest(String title, String code) {
        assertThat(catalog.requireOccupation(title).code()).hasToString(code);
    }

    @Test
    void aTitleOfSeveralOccupationsIsRefusedWithTheChoices() {
        assertThatExceptionOfType(AmbiguousTitleException.class)
                .isThrownBy(() -> catalog.requireOccupation("data analysts"))
                .withMessage("\"data analysts\" may mean several occupations; say which by its code: Business"
                        + " Intelligence Analysts (15-2051.01) as \"Data Analyst\", Computer Systems Analysts"
                        + " (15-1211.00) as \"Data Analyst\"")
                .satisfies(e -> {
                    assertThat(e.title()).isEqualTo("data analysts");
                    assertThat(e.matches())
                            .extracting(
                                    match -> match.occupation().code().value(), TitleMatch::kind, TitleMatch::quality)
                            .containsExactly(
                                    tuple("15-2051.01", TitleMatch.Kind.ALTERNATE_TITLE, TitleMatch.Quality.EXACT),
                                    tuple("15-1211.00", TitleMatch.Kind.ALTERNATE_TITLE, TitleMatch.Quality.EXACT));
                });
        assertThatExceptionOfType(AmbiguousTitleException.class)
                .isThrownBy(() -> catalog.requireOccupation("computer"))
                .withMessageEndingWith(
                        "by its code: Computer Programmers (15-1251.00), Computer Systems Analysts (15-1211.00)");
    }

    @Test
    void aTitleOfNoOccupationIsRefused() {
        assertThatExceptionOfType(AmbiguousTitleException.class)
                .isThrownBy(() -> catalog.requireOccupation("astronaut"))
                .withMessage(
                        "No occupation is known by the title \"astronaut\"; try fewer or other words, or an O*NET-SOC"
                                + " code")
                .satisfies(e -> assertThat(e.matches()).isEmpty());
    }

    @Test
    void aTitleThatIsOnlySimilarIsRefusedWithTheChoices() {
        assertThatExceptionOfType(AmbiguousTitleException.class)
                .isThrownBy(() -> catalog.requireOccupation("progamer"))
                .withMessage(
                        "No occupation is known by the title \"progamer\"; if a similar one is meant, say which by its"
                                + " code: Computer Programmers (15-1251.00)")
                .satisfies(e -> assertThat(e.matches())
                        .extracting(TitleMatch::quality)
                        .containsOnly(TitleMatch.Quality.SIMILAR));
    }

    @Test
    void aSearchFindsEachOccupationOnceAndNoMoreThanAsked() {
        assertThat(catalog.searchOccupations("programmers", 10))
                .extracting(TitleMatch::title, TitleMatch::quality)
                .containsExactly(tuple("Programmer", TitleMatch.Quality.EXACT));
        assertThat(catalog.searchOccupations("analyst", 10))
                .extracting(TitleMatch::title)
                .containsExactly("Business Intelligence Analysts", "Computer Systems Analysts", "Programmer Analyst");
        assertThat(catalog.searchOccupations("analyst", 2)).hasSize(2);
        assertThat(catalog.searchOccupations("...", 10)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.searchOccupations("analyst", 0));
    }

    @Test
    void aProfileHasEveryColumnOfItsRatings() {
        Profile profile = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);
        assertThat(profile.release()).isEqualTo(catalog.release());
        assertThat(profile.occupation().title()).isEqualTo("Chief Executives");
        assertThat(profile.coverage()).isEqualTo(Coverage.RATED);
        assertThat(profile.elements())
                .extracting(rated -> rated.element().id())
                .containsExactly("2.A.1.a", "2.A.1.b", "2.B.1.b", "2.B.3.e", "2.B.4.e");
        RatedElement programming = profile.findElement("2.B.3.e").orElseThrow();
        // Bounds: 1.25 ± 1.96 · 0.1637 is 0.929 to 1.571, clipped at 1; 0.62 ± 1.96 · 0.1830 is 0.2613 to 0.9787.
        assertThat(programming.importance().orElseThrow())
                .isEqualTo(new Rating(
                        1.25, 8, 0.1637, 1.0, 1.5709, false, null, YearMonth.of(2023, 8), "Analyst", RELEASE));
        assertThat(programming.level().orElseThrow())
                .isEqualTo(new Rating(
                        0.62, 8, 0.1830, 0.2613, 0.9787, false, true, YearMonth.of(2023, 8), "Analyst", RELEASE));
        assertThat(profile.findElement("2.C.1.a")).isEmpty();
    }

    @Test
    void whatARowLeavesOutIsNullAndNeverZero() {
        Rating level = catalog.profile(OnetSocCode.parse("53-3033"), Domain.KNOWLEDGE)
                .findElement("2.C.1.a")
                .flatMap(RatedElement::level)
                .orElseThrow();
        assertThat(level)
                .isEqualTo(new Rating(
                        0.4,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        YearMonth.of(2004, 6),
                        "Analyst - Transition",
                        RELEASE));
    }

    @Test
    void allRatingsShareOneOriginWhichIsTheRelease() {
        List<@Nullable Origin> origins = catalog.domains().stream()
                .flatMap(domain -> catalog.profiles(domain, List.of(PROGRAMMERS, CHIEF_EXECUTIVES)).stream())
                .flatMap(profile -> profile.elements().stream())
                .flatMap(rated -> rated.ratings().values().stream())
                .map(Rating::origin)
                .toList();
        assertThat(origins)
                .hasSizeGreaterThan(20)
                .containsOnly(RELEASE)
                .allSatisfy(origin -> assertThat(origin).isSameAs(origins.get(0)));
    }

    @Test
    void nobodyIsAskedForRatingsThatItLacks() {
        assertThat(catalog.profile(PROGRAMMERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
        assertThat(catalog.profile(DATA_MANAGERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
        assertThat(catalog.profile(DEVELOPERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED);
    }

    @Test
    void coverageSaysHowMuchIsRated() {
        assertThat(catalog.coverage(PROGRAMMERS, Domain.SKILLS)).isEqualTo(Coverage.RATED);
        assertThat(catalog.coverage(DATA_MANAGERS, Domain.SKILLS)).isEqualTo(Coverage.PARTIAL);
        assertThat(catalog.coverage(DEVELOPERS, Domain.SKILLS)).isEqualTo(Coverage.UNRATED);
        assertThat(catalog.coverage(DATA_MANAGERS, Domain.KNOWLEDGE)).isEqualTo(Coverage.UNRATED);
    }

    @Test
    void aProfileIsReturnedForEachCodeInItsOrderAndUnratedOnesAreNotLeftOut() {
        List<Profile> profiles =
                catalog.profiles(Domain.SKILLS, List.of(PROGRAMMERS, DEVELOPERS, CHIEF_EXECUTIVES, PROGRAMMERS));
        assertThat(profiles)
                .extracting(profile -> profile.occupation().code(), Profile::coverage)
                .containsExactly(
                        tuple(PROGRAMMERS, Coverage.RATED),
                        tuple(DEVELOPERS, Coverage.UNRATED),
                        tuple(CHIEF_EXECUTIVES, Coverage.RATED),
                        tuple(PROGRAMMERS, Coverage.RATED));
        assertThat(profiles.get(1).elements()).isEmpty();
        assertThat(catalog.profiles(Domain.SKILLS, List.of())).isEmpty();
    }

    @Test
    void workStylesAreRatedByImportanceOrByImpactAndDistinctiveness() {
        assertThat(catalog.elements(Domain.WORK_STYLES)).extracting(Element::id).containsExactly("1.C.1.a");
        assertThat(catalog.ratedOccupations(Domain.WORK_STYLES))
                .extracting(Occupation::title)
                .containsExactly("Chief Executives", "Software Developers", "Light Truck Drivers");
        Profile profile = catalog.profile(CHIEF_EXECUTIVES, Domain.WORK_STYLES);
        assertThat(profile.coverage()).isEqualTo(Coverage.RATED);
        assertThat(profile.elements()).singleElement().satisfies(style -> {
            assertThat(style.level()).isEmpty();
            if (layout == Layout.TEXT_SINGLE_SKILLS_FILE) {
                assertThat(style).hasToString("Achievement/Effort (1.C.1.a): IM 4.69");
                assertThat(style.rating("IM")).isPresent().isEqualTo(style.importance());
            } else {
                assertThat(style).hasToString("Achievement/Effort (1.C.1.a): DR 3.0, WI 2.54");
                assertThat(style.ratings().keySet()).containsExactly(RatingKey.of("DR"), RatingKey.of("WI"));
                assertThat(style.rating("WI")).map(Rating::value).hasValue(2.54);
                assertThat(style.importance()).isEmpty();
            }
        });
        assertThat(catalog.coverage(PROGRAMMERS, Domain.WORK_STYLES)).isEqualTo(Coverage.UNRATED);
    }

    @Test
    void aWorkStyleWithOneOfItsTwoRatingsIsRatedInPart(@TempDir Path folder) {
        MiniRelease mini = MiniRelease.text().withCell("Work Styles.txt", 3, "O*NET-SOC Code", "15-1251.00");
        OnetCatalog partial =
                OnetRelease.open(mini.writeZip(folder.resolve("mini.zip"))).catalog();
        assertThat(partial.coverage(CHIEF_EXECUTIVES, Domain.WORK_STYLES)).isEqualTo(Coverage.PARTIAL);
        assertThat(partial.coverage(PROGRAMMERS, Domain.WORK_STYLES)).isEqualTo(Coverage.PARTIAL);
    }

    @Test
    void occupationsThatNeedAnElementComeHighestLevelFirst() {
        assertThat(catalog.occupationsNeeding("2.B.3.e", 0))
                .extracting(
                        need -> need.occupation().title(), need -> need.level().value())
                .containsExactly(
                        tuple("Computer Programmers", 4.75),
                        tuple("Computer Systems Analysts", 2.88),
                        tuple("Business Intelligence Analysts", 2.62),
                        tuple("Chief Executives", 0.62));
        assertThat(catalog.occupationsNeeding("2.B.3.e", 2.88)).hasSize(2);
        assertThat(catalog.occupationsNeeding("2.C.3.a", 5.3)).hasSize(2);
        assertThat(catalog.occupationsNeeding("2.B.3.e", 7)).isEmpty();
    }

    @Test
    void anElementThatIsNotThereIsRefusedRatherThanNeededByNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.occupationsNeeding("9.Z", 0))
                .withMessageEndingWith(" rates no element \"9.Z\"; OnetCatalog.elements lists the elements of a domain"
                        + " with their ids");
    }

    @Test
    void relatedOccupationsComeClosestFirst() {
        assertThat(catalog.relatedOccupations(DEVELOPERS))
                .extracting(
                        relation -> relation.occupation().code().value(),
                        relation -> relation.tier(),
                        relation -> relation.index())
                .containsExactly(
                        tuple("15-1251.00", "Primary-Short", 1),
                        tuple("15-1211.00", "Primary-Short", 2),
                        tuple("15-2051.00", "Primary-Long", 6),
                        tuple("15-2051.01", "Supplemental", 11));
        assertThat(catalog.relatedOccupations(DATA_SCIENTISTS)).isEmpty();
    }

    @Test
    void tasksHaveTheirRatings() {
        assertThat(catalog.tasks(TRUCK_DRIVERS)).singleElement().satisfies(task -> {
            assertThat(task).hasToString("4242: Put up \"Wet Paint\" signs.");
            assertThat(task.type()).isEqualTo("Core");
            assertThat(task.incumbentsResponding()).isEqualTo(95);
            assertThat(task.date()).isEqualTo(YearMonth.of(2014, 7));
            assertThat(task.domainSource()).isEqualTo("Incumbent");
            assertThat(task.importance()).hasValue(3.75);
            assertThat(task.relevance()).hasValue(81.05);
            assertThat(task.ratings())
                    .containsOnlyKeys(
                            new RatingKey("FT", 1), new RatingKey("FT", 5), RatingKey.IMPORTANCE, RatingKey.of("RT"));
            assertThat(task.ratings().get(new RatingKey("FT", 5)))
                    .extracting(Rating::value, Rating::n, Rating::standardError, Rating::lowerBound)
                    .containsExactly(100.0, 95, 0.0, null);
        });
        assertThat(catalog.tasks(CHIEF_EXECUTIVES)).isEmpty();
        OnetSocCode nobodys = new OnetSocCode("99-9999.00");
        assertThatExceptionOfType(OccupationNotFoundException.class).isThrownBy(() -> catalog.tasks(nobodys));
        assertThatExceptionOfType(OccupationNotFoundException.class).isThrownBy(() -> catalog.technologies(nobodys));
    }

    @Test
    void theMostImportantTaskComesFirstAndOneThatIsNotRatedLast(@TempDir Path folder) {
        MiniRelease mini = MiniRelease.text()
                .withRow("Task Statements.txt", "53-3033.00", "7", "Smile.", "", "", "08/2025", "Analyst")
                .withRow("Task Statements.txt", "53-3033.00", "8", "Drive.", "Core", "90", "08/2025", "Incumbent")
                .withRow("Task Ratings.txt", "53-3033.00", "8", "IM", "", "4.9", "", "", "", "", "", "", "");

        assertThat(OnetRelease.open(mini.writeZip(folder.resolve("tasks.zip")))
                        .catalog()
                        .tasks(TRUCK_DRIVERS))
                .extracting(Task::id)
                .containsExactly(8, 4242, 7);
    }

    @Test
    void technologiesInDemandComeFirst() {
        assertThat(catalog.technologies(DEVELOPERS))
                .extracting(Technology::example, Technology::category, Technology::hotTechnology, Technology::inDemand)
                .containsExactly(
                        tuple("C++", "Object or component oriented development software", true, true),
                        tuple("Git", "File versioning software", true, true));
        assertThat(catalog.technologies(CHIEF_EXECUTIVES))
                .extracting(Technology::inDemand)
                .containsExactly(false);
        assertThat(catalog.technologies(TRUCK_DRIVERS)).isEmpty();
    }

    @Test
    void ratingsByCategoryAreThoseOfTheirScale() {
        RatedElement speaking = catalog.profile(CHIEF_EXECUTIVES, Domain.WORK_CONTEXT)
                .findElement("4.C.1.a.2.c")
                .orElseThrow();
        assertThat(speaking.rating("CX")).map(Rating::value).contains(3.61);
        assertThat(speaking.rating(new RatingKey("CXP", 5))).map(Rating::value).contains(25.0);
        assertThat(speaking.rating("CXP")).isEmpty();
        assertThat(catalog.profile(CHIEF_EXECUTIVES, Domain.WORK_CONTEXT).coverage())
                .isEqualTo(Coverage.RATED);
        assertThat(catalog.profile(TRUCK_DRIVERS, Domain.WORK_CONTEXT).coverage())
                .isEqualTo(Coverage.PARTIAL);
        assertThat(catalog.profile(CHIEF_EXECUTIVES, Domain.EDUCATION).coverage())
                .isEqualTo(Coverage.RATED);
        assertThat(catalog.profile(CHIEF_EXECUTIVES, Domain.INTERESTS).coverage())
                .isEqualTo(Coverage.RATED);
        assertThat(catalog.ratedOccupations(Domain.INTERESTS)).hasSize(2);
        assertThat(catalog.elements(Domain.EDUCATION)).hasSize(6);
    }

    @Test
    void jobZonesAreOrderedByCode() {
        assertThat(catalog.jobZones())
                .extracting(
                        zone -> zone.occupation().code().value(), JobZone::zone, JobZone::date, JobZone::domainSource)
                .containsExactly(
                        tuple("11-1011.00", 5, YearMonth.of(2023, 8), "Analyst"),
                        tuple("15-1211.00", 4, YearMonth.of(2022, 8), "Analyst"),
                        tuple("15-1251.00", 4, YearMonth.of(2021, 8), "Analyst"),
                        tuple("15-1252.00", 4, YearMonth.of(2021, 8), "Analyst"),
                        tuple("15-2051.01", 4, YearMonth.of(2024, 8), "Analyst"),
                        tuple("53-3033.00", 2, YearMonth.of(2014, 7), "Analyst"));
    }

    @Test
    void aJobZoneMayLackItsDateAndItsSource(@TempDir Path folder) {
        MiniRelease mini = MiniRelease.text()
                .withRow("Job Zones.txt", "15-2051.00", "5", "", "")
                .withoutLine("Job Zones.txt", 2);

        assertThat(OnetRelease.open(mini.writeZip(folder.resolve("zones.zip")))
                        .catalog()
                        .jobZones())
                .contains(new JobZone(catalog.requireOccupation(DATA_SCIENTISTS), 5, null, null))
                .hasSize(6)
                .isSortedAccordingTo(
                        Comparator.comparing(zone -> zone.occupation().code()));
        assertThat(OnetRelease.open(mini.withoutFile("Job Zones.txt").writeZip(folder.resolve("none.zip")))
                        .catalog()
                        .jobZones())
                .isEmpty();
    }

    @Test
    void ratedAlternativesAreOrderedBySocGroupThenAsONetRelatesThem() {
        assertThat(catalog.ratedAlternatives(DATA_SCIENTISTS, Domain.SKILLS))
                .as("the same SOC code")
                .extracting(Occupation::title)
                .containsExactly("Business Intelligence Analysts", "Clinical Data Managers");
        assertThat(catalog.ratedAlternatives(DEVELOPERS, Domain.SKILLS))
                .as("of the broad occupation, of the minor group, related")
                .extracting(Occupation::title)
                .containsExactly("Computer Programmers", "Computer Systems Analysts", "Business Intelligence Analysts");
        assertThat(catalog.ratedAlternatives(DATA_MANAGERS, Domain.SKILLS))
                .as("never itself")
                .extracting(Occupation::title)
                .containsExactly("Business Intelligence Analysts");
        assertThat(catalog.ratedAlternatives(DATA_SCIENTISTS, Domain.KNOWLEDGE)).isEmpty();
    }

    @Test
    void ratedAlternativesOfTheSameWorkComeBeforeMoreCloselyRelatedOnes(@TempDir Path folder) {
        OnetCatalog other = OnetRelease.open(
                        MiniRelease.relatedAcrossSocGroups().writeZip(folder.resolve("related.zip")))
                .catalog();

        assertThat(other.ratedAlternatives(DEVELOPERS, Domain.SKILLS))
                .as("of the broad occupation, though unrelated; of the minor group; related")
                .extracting(Occupation::title)
                .containsExactly("Computer Programmers", "Computer Systems Analysts", "Business Intelligence Analysts");
        assertThat(other.ratedAlternatives(DATA_SCIENTISTS, Domain.SKILLS))
                .as("of the SOC code, the related one first; related")
                .extracting(Occupation::title)
                .containsExactly("Clinical Data Managers", "Business Intelligence Analysts", "Chief Executives");
    }

    @Test
    void domainsAreThoseWithRatings() {
        assertThat(catalog.domains())
                .isSubsetOf(Domain.values())
                .containsAll(EnumSet.complementOf(EnumSet.of(Domain.INTEREST_AREAS, Domain.WORK_VALUES)))
                .containsAnyOf(Domain.INTEREST_AREAS, Domain.WORK_VALUES);
        assertThat(catalog.ratedOccupations(Domain.SKILLS))
                .extracting(Occupation::code)
                .isSorted()
                .hasSize(6)
                .contains(DATA_MANAGERS)
                .doesNotContain(DEVELOPERS);
        assertThat(catalog.ratedOccupations(Domain.ABILITIES))
                .extracting(Occupation::code)
                .containsExactly(CHIEF_EXECUTIVES, ANALYSTS, PROGRAMMERS);
    }

    @Test
    void elementsHaveTheirDescriptionAndTheirAnchors() {
        assertThat(catalog.elements(Domain.SKILLS))
                .extracting(Element::id)
                .containsExactly("2.A.1.a", "2.A.1.b", "2.B.1.b", "2.B.3.e", "2.B.4.e");
        assertThat(catalog.elements(Domain.SKILLS).get(3))
                .isEqualTo(new Element(
                        "2.B.3.e",
                        "Programming",
                        "Writing computer programs.",
                        Domain.SKILLS,
                        List.of(
                                new LevelAnchor(2, "Sort a list by program"),
                                new LevelAnchor(4, "Program a statistical analysis"),
                                new LevelAnchor(6, "Program a search for minerals"))));
        assertThat(catalog.elements(Domain.SKILLS).get(2).levelAnchors()).isEmpty();
        assertThat(catalog.elements(Domain.KNOWLEDGE).get(0).description()).isNull();
    }

    @Test
    void scalesAreOrderedById() {
        assertThat(catalog.scales())
                .isSortedAccordingTo(Comparator.comparing(Scale::id))
                .hasSize(18)
                .contains(
                        new Scale("DR", "Distinctiveness Rank", 0, 10),
                        new Scale("IM", "Importance", 1, 5),
                        new Scale("LV", "Level", 0, 7),
                        new Scale("WI", "Work Styles Impact", -3, 3));
    }

    @Test
    void whatIsReturnedCanNotBeChanged() {
        List<List<?>> lists = List.of(
                catalog.occupations(),
                catalog.relatedOccupations(DEVELOPERS),
                catalog.ratedOccupations(Domain.SKILLS),
                catalog.jobZones(),
                catalog.elements(Domain.SKILLS),
                catalog.scales());
        assertThat(lists)
                .allSatisfy(list -> assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> list.remove(0)));
    }
}
