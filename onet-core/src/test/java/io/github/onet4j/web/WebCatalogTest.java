package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.NotRelevantPolicy;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.Spelled;
import io.github.onet4j.web.WebServicesException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service alone answers every question of a catalog as a release on disk does. */
class WebCatalogTest extends StubbedService {
    private static final MiniRelease SINGLE_SKILLS = MiniRelease.singleSkillsText();

    private static final List<String> TITLES = List.of(
            "",
            " ",
            "%",
            "'",
            "c++",
            "c#",
            "C++ developer",
            "programmer",
            "PROGRAMMERS",
            "Programmer Analyst",
            "data analyst",
            "analyst data",
            "d",
            "s",
            "chief exec",
            "İ",
            "ı",
            "i",
            "CHİEF",
            "ciéo",
            "ceo",
            "driver's helper",
            "drivers helper",
            "vice-president, operations",
            "operation",
            "zzz",
            "15-1251",
            "😀",
            "\u0000",
            "chief executive officer of a very large company",
            "a".repeat(5000));

    private final OnetWebServices services = services();
    private final OnetCatalog catalog = services.catalog();

    @TempDir
    private Path folder;

    @Test
    void answersAsTheReleaseDoes() {
        assertAnswersAs(mini);
    }

    @Test
    void answersAsAReleaseWithOneTableOfSkillsDoes() {
        assertAnswersAs(SINGLE_SKILLS);
    }

    @Test
    void answersAsAReleaseDoesWhoseRelatedOccupationsAreOfOtherSocGroups() {
        assertAnswersAs(MiniRelease.relatedAcrossSocGroups());
    }

    @Test
    void answersAsAReleaseDoesThatLacksWhatItMay() {
        assertAnswersAs(mini.withoutFile("Content Model Reference.txt")
                .withoutFile("Level Scale Anchors.txt")
                .withoutFile("Knowledge.txt")
                .withoutFile("Work Styles.txt")
                .withoutFile("Related Occupations.txt")
                .withoutFile("Job Titles.txt"));
    }

    @Test
    void itTellsItsVersionAndHasNoArchive() {
        assertThat(catalog.release()).isEqualTo(new ReleaseInfo(mini.version(), null, null));
        assertThat(catalog.release().attribution()).startsWith("Includes information from the O*NET " + mini.version());
    }

    @Test
    void aGapComesFromTheServiceAlone() {
        SkillGap gap = SkillGapAnalyzer.of(catalog).analyze("15-1211", "11-1011");

        Origin origin = new Origin(Origin.Kind.WEB_SERVICES, mini.version());
        assertThat(gap.from().origins()).containsExactly(origin);
        assertThat(gap.to().origins()).containsExactly(origin);
        assertThat(gap.attribution()).contains("O*NET Web Services");
        assertThat(gap.gaps()).isNotEmpty();
    }

    @Test
    void theFirstGapAsksForWhatIsKeptAndTheNextForRatingsOnly() {
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);

        analyzer.analyze("15-1211", "11-1011");
        assertThat(stub.requests()).hasSize(12);
        analyzer.analyze("15-1211", "11-1011");
        assertThat(stub.requests()).hasSize(16);
        analyzer.analyze("15-1211", "15-1211");
        assertThat(stub.requests()).hasSize(18);
        assertThat(stub.requests("occupation_data")).hasSize(1);
        assertThat(stub.requests("about")).hasSize(1);
    }

    @Test
    void oneTableOfSkillsTakesFewerRequests() {
        stub.release(SINGLE_SKILLS);
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);

        analyzer.analyze("15-1211", "11-1011");
        assertThat(stub.requests()).hasSize(9);
        analyzer.analyze("15-1211", "11-1011");
        assertThat(stub.requests()).hasSize(11);
    }

    @Test
    void onlyOperatorsThatAreDocumentedAreSent() {
        catalog.searchOccupations("driver's helper", 5);
        catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);
        catalog.occupationsNeeding("2.B.3.e", 2.5);
        catalog.relatedOccupations(DEVELOPERS);
        catalog.jobZones();
        catalog.ratedOccupations(Domain.WORK_STYLES);

        assertThat(stub.requests("filter="))
                .isNotEmpty()
                .flatExtracting(
                        request -> Stream.of(request.address().getQuery().split("&"))
                                .filter(part -> part.startsWith("filter="))
                                .toList())
                .allSatisfy(filter -> assertThat(filter).matches("(?s)filter=[a-z_]+\\.(eq|contains)\\..+"));
        assertThat(stub.requests("sort=")).isEmpty();
    }

    @Test
    void aRatingSaysAllThatItsRowSaysAndWhereItCameFrom() {
        Profile profile = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);

        assertThat(levelOf(profile.findElement("2.B.3.e").orElseThrow()))
                .isEqualTo(new Rating(
                        0.62,
                        8,
                        0.1830,
                        0.2613,
                        0.9787,
                        false,
                        true,
                        YearMonth.of(2023, 8),
                        "Analyst",
                        new Origin(Origin.Kind.WEB_SERVICES, mini.version())));
    }

    @Test
    void numbersMayComeAsTexts() {
        Profile numbers = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);
        stub.on("skills?filter")
                .times(2)
                .body(json -> json.replaceAll("(_value\":|\"n\":|_error\":)([0-9.]+)", "$1\"$2\""));

        assertThat(catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS)).isEqualTo(numbers);
    }

    @Test
    void tablesThatWereSplitOrJoinedWithinAVersionAreFoundAgain() {
        Profile before = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);
        stub.on("about").always().body(json -> json.replaceAll("O\\*NET \\d+\\.\\d+", "O*NET " + mini.version()));
        stub.release(SINGLE_SKILLS);

        assertThat(catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS).elements())
                .extracting(RatedElement::level)
                .isEqualTo(before.elements().stream().map(RatedElement::level).toList());
    }

    @Test
    void ratingsAreNeverKept() {
        assertThat(readingOfChiefExecutives(catalog)).isEqualTo(4.75);
        stub.release(mini.withCell("Essential Skills.txt", 3, "Data Value", "4.63"));

        assertThat(readingOfChiefExecutives(catalog)).isEqualTo(4.63);
    }

    @Test
    void theVersionIsAskedForAgainAfterAQuarterOfAnHour() {
        SettableClock clock = new SettableClock();
        OnetCatalog timed = services.catalog(clock::now);
        timed.scales();
        clock.pass(WebCatalog.FRESH.minusMillis(1));
        timed.scales();
        assertThat(stub.requests("about")).hasSize(1);
        clock.pass(Duration.ofMillis(1));

        timed.scales();

        assertThat(stub.requests("about")).hasSize(2);
        assertThat(stub.requests("scales_reference"))
                .as("the version is the same")
                .hasSize(1);
        timed.scales();
        assertThat(stub.requests("about")).hasSize(2);
        clock.pass(WebCatalog.FRESH.negated());
        timed.scales();
        assertThat(stub.requests("about")).as("a clock that was put back").hasSize(3);
    }

    @Test
    void aNewVersionDropsWhatWasKept() {
        SettableClock clock = new SettableClock();
        OnetCatalog timed = services.catalog(clock::now);
        assertThat(timed.findOccupation(PROGRAMMERS)).isPresent();
        stub.release(SINGLE_SKILLS.withCell("Occupation Data.txt", 4, "Title", "Coders"));
        assertThat(timed.requireOccupation(PROGRAMMERS).title()).isEqualTo("Computer Programmers");
        clock.pass(WebCatalog.FRESH);

        Profile profile = timed.profile(PROGRAMMERS, Domain.SKILLS);

        assertThat(profile.occupation().title()).isEqualTo("Coders");
        assertThat(profile.release().version()).isEqualTo(SINGLE_SKILLS.version());
        assertThat(profile.elements())
                .hasSize(5)
                .allSatisfy(rated -> assertThat(levelOf(rated).origin())
                        .isEqualTo(new Origin(Origin.Kind.WEB_SERVICES, SINGLE_SKILLS.version())));
    }

    @Test
    void whatAnotherCallerOfTheClientHearsOfTheVersionCountsToo() {
        catalog.scales();
        stub.release(SINGLE_SKILLS);
        tables(services).about();

        assertThat(catalog.release().version()).isEqualTo(SINGLE_SKILLS.version());
    }

    @Test
    void aTableThatIsGoneMakesTheWholeAnswerOneOfTheNewVersion() {
        assertThat(readingOfChiefExecutives(catalog)).isEqualTo(4.75);
        stub.release(SINGLE_SKILLS);

        Profile profile = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);

        assertThat(profile.release().version()).isEqualTo(SINGLE_SKILLS.version());
        assertThat(profile.elements())
                .hasSize(5)
                .allSatisfy(rated -> assertThat(levelOf(rated).origin())
                        .isEqualTo(new Origin(Origin.Kind.WEB_SERVICES, SINGLE_SKILLS.version())));
    }

    @Test
    void anAnswerDuringWhichTheVersionChangesIsAskedForAgain() {
        readingOfChiefExecutives(catalog);
        MiniRelease next = mini.version("99.0", "May 2099").withCell("Essential Skills.txt", 3, "Data Value", "1.23");
        stub.on("rows/essential_skills").meanwhile(() -> {
            stub.release(next);
            tables(services).about();
        });

        Profile profile = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);

        assertThat(profile.release().version()).isEqualTo("99.0");
        assertThat(profile.elements())
                .allSatisfy(rated ->
                        assertThat(levelOf(rated).origin()).isEqualTo(new Origin(Origin.Kind.WEB_SERVICES, "99.0")));
        assertThat(levelOf(profile.elements().get(0)).value()).isEqualTo(1.23);
    }

    @Test
    void aServiceThatDoesNotTellItsVersionIsNotUsed() {
        stub.on("about").always().body(json -> json.replaceAll("O\\*NET \\d+\\.\\d+", "the newest"));

        WebServicesException failure = failure(catalog::release);

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(failure).hasMessageContaining("do not tell which version of O*NET they have");
        assertThat(tables(services).about().databaseVersion()).isNull();
    }

    @Test
    void whatFailedIsNotKept() {
        stub.on("occupation_data").times(4).status(503);
        assertThat(failure(catalog::occupations).reason()).isEqualTo(Reason.SERVICE_FAILED);

        assertThat(catalog.occupations()).hasSize(8);
    }

    @Test
    void manyThreadsThatNeedTheSameAskOnce() {
        List<Profile> profiles = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS))
                .toList();

        assertThat(profiles).containsOnly(profiles.get(0));
        assertThat(stub.requests("about")).hasSize(1);
        assertThat(stub.requests("occupation_data")).hasSize(1);
        assertThat(stub.requests("level_scale_anchors")).hasSize(1);
    }

    @Test
    void aCodeThatTheServiceDoesNotHaveIsRefusedBeforeAnyRatingIsAskedFor() {
        assertThatExceptionOfType(OccupationNotFoundException.class)
                .isThrownBy(
                        () -> catalog.profiles(Domain.SKILLS, List.of(CHIEF_EXECUTIVES, OnetSocCode.parse("15-2099"))))
                .satisfies(e -> {
                    assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED);
                    assertThat(e.version()).isEqualTo(mini.version());
                    assertThat(e.sameMinorGroup())
                            .extracting(Occupation::title)
                            .contains("Data Scientists")
                            .hasSize(3);
                });
        assertThat(stub.requests("rows/essential_skills")).isEmpty();
    }

    @Test
    void aFailureWhileAnOccupationIsReadNamesIt() {
        stub.on("rows/essential_skills").always().status(503);

        WebServicesException failure = failure(() -> catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS));

        assertThat(failure)
                .hasMessageStartingWith(
                        "could not read skills of 11-1011.00: O*NET Web Services failed (503) (" + stub.address());
        assertThat(failure.reason()).isEqualTo(Reason.SERVICE_FAILED);
        assertThat(failure.status()).hasValue(503);
        assertThat(failure.address()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.01", "-0.5"})
    void aLevelOffItsScaleIsRefused(String level) {
        stub.release(mini.withCell("Essential Skills.txt", 3, "Data Value", level));

        for (WebServicesException failure : List.of(
                failure(() -> catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS)),
                failure(() -> catalog.occupationsNeeding("2.A.1.a", 0)))) {
            assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(failure)
                    .hasMessageContaining("essential_skills, line ")
                    .hasMessageContaining("found \"" + level + "\", expected a value on the scale LV, 0.0 to 7.0");
        }
    }

    @Test
    void aRatingOnAScaleThatIsNotThereIsRefused() {
        stub.release(mini.withCell("Essential Skills.txt", 3, "Scale ID", "ZZ"));

        assertThat(failure(() -> catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS)))
                .hasMessageContaining("found \"ZZ\", expected a value listed in Scales Reference")
                .extracting(WebServicesException::reason)
                .isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"Occupation Data.txt, occupation_data, 11-1011.00", "Scales Reference.txt, scales_reference, IM"})
    void aKeyThatComesTwiceIsRefused(String file, String table, String key) {
        String column = table.equals("occupation_data") ? "O*NET-SOC Code" : "Scale ID";
        stub.release(mini.withCell(file, 3, column, key));

        assertThat(failure(() -> catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS)))
                .hasMessageContaining(table + " has ")
                .hasMessageContaining(" twice");
    }

    @Test
    void aServiceWithoutSkillsIsNotTakenForOneWithoutRatings() {
        stub.release(mini.withoutFile("Essential Skills.txt").withoutFile("Transferable Skills.txt"));

        WebServicesException failure = failure(() -> catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS));

        assertThat(failure.reason()).isEqualTo(Reason.TABLE_NOT_AVAILABLE);
        assertThat(failure).hasMessageContainingAll("essential_skills", "knowledge");
        assertThat(catalog.domains()).doesNotContain(Domain.SKILLS).contains(Domain.KNOWLEDGE);
    }

    @Test
    void whatIsSaidOfOccupationsThatAreNotThereIsPassedOver() {
        stub.release(mini.withCell("Related Occupations.txt", 6, "Related O*NET-SOC Code", "99-9999.00")
                .withCell("Job Titles.txt", 5, "O*NET-SOC Code", "99-9999.00")
                .withRow("Job Zones.txt", "99-9999.00", "4", "08/2023", "Analyst")
                .withoutLine("Occupation Data.txt", 2));

        assertThat(catalog.relatedOccupations(DEVELOPERS))
                .extracting(relation -> relation.occupation().code())
                .doesNotContain(PROGRAMMERS)
                .hasSize(3);
        assertThat(catalog.searchOccupations("programmer", 10)).hasSize(1);
        assertThat(catalog.jobZones()).as("without Chief Executives").hasSize(5);
        assertThat(catalog.ratedOccupations(Domain.SKILLS)).hasSize(5);
        assertThat(catalog.occupationsNeeding("2.A.1.a", 0)).hasSize(5);
    }

    @Test
    void elementsAreThoseOfTheFirstPage() {
        MiniRelease longer = mini;
        for (int i = 0; i < 2000; i++) {
            longer = longer.withRow(
                    "Abilities.txt",
                    "53-3033.00",
                    "1.A.9." + i,
                    "Ability " + i,
                    "IM",
                    "3.00",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
        stub.release(longer);

        List<Element> elements = catalog.elements(Domain.ABILITIES);
        Profile profile = catalog.profile(OnetSocCode.parse("53-3033"), Domain.ABILITIES);

        assertThat(elements).hasSizeBetween(1, 1999);
        assertThat(stub.requests("rows/abilities?start")).hasSize(1);
        assertThat(profile.elements()).as("what is rated beyond it is told").hasSize(2000);
        assertThat(profile.findElement("1.A.9.1999").orElseThrow().element())
                .isEqualTo(new Element("1.A.9.1999", "Ability 1999", null, Domain.ABILITIES, List.of()));
    }

    @Test
    void elementsAreThoseOfAllPagesIfTheRowsDoNotComeByOccupation() {
        MiniRelease longer = mini;
        for (int i = 0; i < 1001; i++) {
            for (String code : List.of("53-3033.00", "11-1011.00")) {
                longer = longer.withRow(
                        "Abilities.txt",
                        code,
                        "1.A.9." + i,
                        "Ability " + i,
                        "IM",
                        "3.00",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
            }
        }
        stub.release(longer);

        assertThat(catalog.elements(Domain.ABILITIES)).hasSize(1 + 1001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maître d'Hôtel", "maître d'hôtel", "MAÎTRE D'HÔTEL", "maître"})
    void aJobTitleWithAccentsIsFoundAsItIsWritten(String typed) {
        stub.release(mini.withRow("Job Titles.txt", "53-3033.00", "Maître d'Hôtel", "", "01"));

        assertThat(catalog.searchOccupations(typed, 5))
                .extracting(TitleMatch::title)
                .contains("Maître d'Hôtel");
    }

    @Test
    void titlesAreAskedForOnceWhateverIsSearched() {
        catalog.searchOccupations("programmer", 5);
        int first = stub.requests("rows/").size();
        catalog.searchOccupations("chief executive", 5);
        catalog.searchOccupations("no such title", 5);

        assertThat(stub.requests("rows/job_titles")).isNotEmpty();
        assertThat(stub.requests("rows/")).hasSize(first);
    }

    private void assertAnswersAs(MiniRelease release) {
        stub.release(release);
        Map<String, String> expected = answers(
                OnetRelease.open(release.writeZip(folder.resolve("mini.zip"))).catalog());
        Map<String, String> different = answers(catalog);
        assertThat(different).hasSameSizeAs(expected);

        different.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), expected.get(entry.getKey())));
        assertThat(different).isEmpty();
        assertThat(expected).hasSizeGreaterThan(500);
    }

    @Test
    void anEstimateIsRefusedSinceItWouldTakeTheRatingsOfAllOccupations() {
        stub.release(mini);
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        GapOptions options = GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE);

        assertThatThrownBy(() -> analyzer.analyze("15-1252.00", "15-1251.00", options))
                .isInstanceOf(UnratedOccupationException.class)
                .hasMessageContaining("and can't be estimated: an estimate takes the ratings of all occupations, which"
                        + " O*NET Web Services would have to be asked for one by one. Use a release on disk or in a"
                        + " database. Rated alternatives: Computer Systems Analysts (15-1211.00)");
        assertThatThrownBy(() -> analyzer.analyze("15-1252.00", "15-1251.00"))
                .isInstanceOfSatisfying(
                        UnratedOccupationException.class,
                        e -> assertThat(e.canBeEstimated()).isFalse());
    }

    /** Every question with many arguments; of one that is refused, how. */
    private static Map<String, String> answers(OnetCatalog catalog) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<OnetSocCode> codes =
                catalog.occupations().stream().map(Occupation::code).toList();
        ask(answers, "release", catalog, OnetCatalog::release);
        ask(answers, "occupations", catalog, OnetCatalog::occupations);
        ask(answers, "domains", catalog, OnetCatalog::domains);
        ask(answers, "scales", catalog, OnetCatalog::scales);
        ask(answers, "job zones", catalog, OnetCatalog::jobZones);
        for (OnetSocCode code : codes) {
            // The origin of a rating tells the catalogs apart.
            ask(answers, "tasks of " + code, catalog, asked -> asked.tasks(code).toString());
            ask(answers, "technologies of " + code, catalog, asked -> asked.technologies(code));
        }
        for (String title : TITLES) {
            for (int limit : new int[] {1, 100, 0}) {
                ask(answers, limit + " found for " + title, catalog, asked -> asked.searchOccupations(title, limit));
            }
            ask(answers, "require " + title, catalog, asked -> asked.requireOccupation(title));
        }
        List<OnetSocCode> asked = Stream.concat(
                        codes.stream(),
                        Stream.of("99-9999.99", "15-1252.99", "00-0000.00").map(OnetSocCode::new))
                .toList();
        for (Domain domain : Domain.values()) {
            ask(answers, "elements " + domain, catalog, each -> each.elements(domain));
            ask(answers, "rated " + domain, catalog, each -> each.ratedOccupations(domain));
            ask(answers, "profiles " + domain, catalog, each -> each.profiles(domain, codes));
            ask(answers, "none " + domain, catalog, each -> each.profiles(domain, List.of()));
            ask(
                    answers,
                    "twice " + domain,
                    catalog,
                    each -> each.profiles(domain, List.of(codes.get(3), codes.get(0), codes.get(3))));
            for (OnetSocCode code : asked) {
                ask(answers, domain + " of " + code, catalog, each -> each.profile(code, domain));
                ask(answers, domain + " covers " + code, catalog, each -> each.coverage(code, domain));
                ask(answers, domain + " like " + code, catalog, each -> each.ratedAlternatives(code, domain));
            }
        }
        for (OnetSocCode code : asked) {
            ask(answers, "find " + code, catalog, each -> each.findOccupation(code));
            ask(answers, "require " + code, catalog, each -> each.requireOccupation(code));
            ask(answers, "related " + code, catalog, each -> each.relatedOccupations(code));
        }
        for (String element : List.of("2.A.1.a", "2.B.3.e", "2.C.1.a", "1.A.1.a.1", "1.C.1.a", "2.B", "", "'")) {
            for (double level : new double[] {-1, 0, 0.4, 2.62, 4.75, 1e300, Double.NaN}) {
                ask(answers, element + " at " + level, catalog, each -> each.occupationsNeeding(element, level));
            }
        }
        analyses(answers, catalog, codes);
        return answers;
    }

    private static void analyses(Map<String, String> answers, OnetCatalog catalog, List<OnetSocCode> codes) {
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        List<GapOptions> options = List.of(
                GapOptions.DEFAULTS,
                GapOptions.DEFAULTS.notRelevant(NotRelevantPolicy.AS_ABSENT),
                GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE));
        for (OnetSocCode from : codes) {
            for (OnetSocCode to : codes) {
                for (GapOptions each : options) {
                    ask(answers, from + " to " + to + " " + each, catalog, asked -> analyzer.analyze(from, to, each));
                }
            }
            ask(
                    answers,
                    "me to " + from,
                    catalog,
                    asked -> analyzer.analyze(new Person("me", Map.of("2.A.1.a", 4.0)), from.value(), options.get(1)));
        }
    }

    /**
     * What can't be the same is left out: a service has no archive and no month, says that it is one, and offers no
     * estimates.
     */
    private static void ask(Map<String, String> answers, String name, OnetCatalog catalog, Question question) {
        String answer;
        try {
            answer = Spelled.of(question.of(catalog));
        } catch (RuntimeException e) {
            answer = String.valueOf(e);
        }
        answers.put(
                name,
                answer.replaceAll("(ReleaseInfo\\[version=[^,]*), date=[^,]*, sha256=[^]]*]", "$1]")
                        .replaceAll("Origin\\[kind=(RELEASE|WEB_SERVICES), ", "Origin[")
                        .replaceAll("[.] To estimate it pass \\S+", ""));
    }

    private static double readingOfChiefExecutives(OnetCatalog catalog) {
        Profile profile = catalog.profile(CHIEF_EXECUTIVES, Domain.SKILLS);
        return levelOf(profile.findElement("2.A.1.a").orElseThrow()).value();
    }

    private static Rating levelOf(RatedElement rated) {
        return rated.level().orElseThrow();
    }

    private interface Question {
        Object of(OnetCatalog catalog);
    }

    private static final class SettableClock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        Instant now() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }
}
