package io.github.onet4j.jooq;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Domain;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The number of statements of each answer. */
final class RoundTripTest extends OnEachEngine {
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    private static final Map<String, Consumer<OnetCatalog>> QUESTIONS = Map.ofEntries(
            entry("release", OnetCatalog::release),
            entry("findOccupation code", catalog -> catalog.findOccupation(PROGRAMMERS)),
            entry("occupations", OnetCatalog::occupations),
            entry("searchOccupations title limit", catalog -> catalog.searchOccupations("programmer", 5)),
            entry("profiles domain codes", catalog -> catalog.profiles(Domain.SKILLS, List.of(PROGRAMMERS))),
            entry("occupationsNeeding elementId minimumLevel", catalog -> catalog.occupationsNeeding("2.A.1.a", 1)),
            entry("relatedOccupations code", catalog -> catalog.relatedOccupations(PROGRAMMERS)),
            entry("tasks code", catalog -> catalog.tasks(PROGRAMMERS)),
            entry("technologies code", catalog -> catalog.technologies(PROGRAMMERS)),
            entry("jobZones", OnetCatalog::jobZones),
            entry("ratedOccupations domain", catalog -> catalog.ratedOccupations(Domain.SKILLS)),
            entry("domains", OnetCatalog::domains),
            entry("elements domain", catalog -> catalog.elements(Domain.SKILLS)),
            entry("scales", OnetCatalog::scales),
            entry("requireOccupation code", catalog -> catalog.requireOccupation(PROGRAMMERS)),
            entry("requireOccupation codeOrTitle", catalog -> catalog.requireOccupation("computer programmers")),
            entry("profile code domain", catalog -> catalog.profile(PROGRAMMERS, Domain.SKILLS)),
            entry("coverage code domain", catalog -> catalog.coverage(PROGRAMMERS, Domain.SKILLS)),
            entry("ratedAlternatives code domain", catalog -> catalog.ratedAlternatives(DEVELOPERS, Domain.SKILLS)));

    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    @Test
    void isOneForEachQuestionWhoseAnswerIsInMemory() {
        Onet onet = warm(MiniRelease.text());
        assertThat(QUESTIONS.keySet()).as("all questions but the texts").isEqualTo(questions());

        for (OnetCatalog catalog :
                List.of(onet.catalog(), onet.catalog(onet.releases().get(0)))) {
            QUESTIONS.values().forEach(question -> question.accept(catalog));
            assertThat(QUESTIONS.values()).allSatisfy(question -> assertCost(() -> question.accept(catalog), 1, 1));
        }
    }

    @Test
    void isOneForEachQuestionWithWebServicesWhileTheyAreNotNeeded() {
        onetWith(MiniRelease.text());
        try (WebServicesStub stub = WebServicesStub.v2(MiniRelease.text(), WithWebServices.KEY)) {
            OnetCatalog catalog = Onet.create(counting())
                    .webServices(WithWebServices.services(stub))
                    .build()
                    .catalog();
            QUESTIONS.values().forEach(question -> question.accept(catalog));

            assertThat(QUESTIONS.values()).allSatisfy(question -> assertCost(() -> question.accept(catalog), 1, 1));
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Test
    void hasLooksAtTheReleaseAndAtWhatTheServiceLacksBesideARefusal() {
        onetWith(MiniRelease.text());
        try (WebServicesStub stub = WebServicesStub.v2(MiniRelease.text(), WithWebServices.KEY)) {
            SkillGapAnalyzer analyzer = Onet.create(counting())
                    .webServices(WithWebServices.services(stub))
                    .build()
                    .skillGapAnalyzer();
            Runnable refused = () -> assertThatThrownBy(() -> analyzer.analyze("15-1252", "15-1211"))
                    .isInstanceOf(UnratedOccupationException.class);
            refused.run();

            assertCost(refused, 5, 5);
        }
    }

    @Test
    void isNoneForASnapshot() {
        OnetCatalog snapshot = warm(MiniRelease.text()).snapshot();

        assertThat(QUESTIONS.values()).allSatisfy(question -> assertCost(() -> question.accept(snapshot), 0, 0));
        assertCost(() -> SkillGapAnalyzer.of(snapshot).analyze("15-1251", "15-1211"), 0, 0);
    }

    @Test
    void isOneForASecondSnapshot() {
        Onet onet = warm(MiniRelease.text());
        onet.snapshot();

        assertCost(onet::snapshot, 1, 1);
    }

    @Test
    void isOneForEachAnalysisOfWhatIsInMemory() {
        SkillGapAnalyzer analyzer = warm(MiniRelease.text()).skillGapAnalyzer();
        Person person = new Person("me", Map.of("2.A.1.a", 3.0));
        GapOptions estimating = GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE);
        Map<String, Runnable> analyses = Map.of(
                "two occupations", () -> analyzer.analyze("15-1251", "15-1211"),
                "a person", () -> analyzer.analyze(person, "15-1211", GapOptions.DEFAULTS),
                "an estimate", () -> analyzer.analyze("15-1252", "15-1211", estimating),
                "an estimate of the target", () -> analyzer.analyze("15-1211", "15-1252", estimating),
                "in words", () -> analyzer.describe("15-1251", "15-1211"),
                "an unrated occupation",
                        () -> assertThatThrownBy(() -> analyzer.analyze("15-1252", "15-1211"))
                                .isInstanceOf(UnratedOccupationException.class),
                "an unrated target",
                        () -> assertThatThrownBy(() -> analyzer.analyze("15-1211", "15-1252"))
                                .isInstanceOf(UnratedOccupationException.class),
                "an unknown code",
                        () -> assertThatThrownBy(() -> analyzer.analyze("15-1211", "99-9999"))
                                .isInstanceOf(OccupationNotFoundException.class));
        analyses.values().forEach(Runnable::run);

        assertThat(analyses).allSatisfy((name, analysis) -> assertCost(analysis, 1, 1));
    }

    @Test
    void isOneForAnAnalysis() {
        Onet onet = warm(MiniRelease.text());

        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        onet.skillGapAnalyzer().analyze("11-1011", "53-3033", GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE));

        assertThat(statements)
                .hasSize(2)
                .filteredOn(sql -> sql.contains("onet_rating"))
                .as("of ratings that have not been read yet")
                .hasSize(1);
    }

    @Test
    void isOneForTheProfilesOfAllOccupations() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));
        List<OnetSocCode> codes = onet.catalog().occupations().stream()
                .map(occupation -> occupation.code())
                .toList();
        statements.clear();

        assertThat(onet.catalog().profiles(Domain.SKILLS, codes)).hasSize(308);

        assertThat(statements).hasSize(1);
    }

    @Test
    void doesNotGrowWithTheNumberOfRelatedOccupations() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));

        assertThat(onet.catalog().relatedOccupations(DEVELOPERS)).hasSize(304);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        onet.skillGapAnalyzer().analyze("15-1252", "15-1211", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
        assertThat(statements).as("of a whole release").hasSizeLessThanOrEqualTo(40);

        statements.clear();
        onet.skillGapAnalyzer().analyze("15-1252", "15-1211", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
        assertThat(statements).as("of one that is in memory").hasSize(1);

        statements.clear();
        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1252", "15-1211"))
                .isInstanceOf(UnratedOccupationException.class);
        assertThat(statements).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void doesNotGrowWithTheNumberOfMatches() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));

        assertThat(onet.catalog().searchOccupations("made up", 1000)).hasSize(300);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        assertThat(onet.catalog().searchOccupations("made", 1000)).hasSize(300);
        assertThat(statements).hasSize(1);

        statements.clear();
        assertThat(onet.catalog().occupationsNeeding("2.A.1.a", 0.1)).hasSize(6);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        assertThat(onet.catalog().ratedOccupations(Domain.SKILLS)).hasSize(6);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        assertThat(onet.catalog().jobZones()).hasSize(6);
        assertThat(statements).hasSizeLessThanOrEqualTo(3);

        statements.clear();
        onet.skillGapAnalyzer().analyze(new Person("me", Map.of("2.A.1.a", 3.0)), "15-1211", GapOptions.DEFAULTS);
        assertThat(statements).hasSize(1);
    }

    @Test
    void isBoundedForTheFirstQuestionAfterAnActivation() {
        Onet onet = warm(withRelated(MiniRelease.text(), 300));
        onet().load(open(MiniRelease.singleSkillsText()));

        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");

        assertThat(statements).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void doesNotGrowWithTheNumberOfRowsOfALoad() {
        Onet onet = warm(MiniRelease.text());
        onet.load(open(MiniRelease.singleSkillsText()));
        int few = statements.size();
        statements.clear();

        onet.load(open(withRelated(MiniRelease.singleSkillsText(), 300)));

        assertThat(statements).hasSize(few);
    }

    /**
     * Names the methods of a catalog, with their parameters: all but the texts, which are read whole, once for what is
     * made of them, and which only a snapshot keeps.
     */
    private static Set<String> questions() {
        return Stream.of(OnetCatalog.class.getMethods())
                .filter(method -> !method.getName().equals("texts"))
                .map(method -> method.getName() + " "
                        + Stream.of(method.getParameters())
                                .map(Parameter::getName)
                                .collect(Collectors.joining(" ")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private void assertCost(Runnable question, int expectedStatements, int expectedConnections) {
        statements.clear();
        connections.set(0);
        question.run();
        assertThat(statements).hasSize(expectedStatements);
        assertThat(connections).hasValue(expectedConnections);
    }

    private DataSource counting() {
        return HostDataSource.connecting(HostDataSource.noting(dataSource, statements), connection -> {
            connections.incrementAndGet();
            return connection;
        });
    }

    /** onet4j that has answered before; what it then asks is noted. */
    private Onet warm(MiniRelease release) {
        onetWith(release);
        Onet onet = Onet.create(counting()).build();
        onet.skillGapAnalyzer().analyze("15-1251", "15-1211");
        assertThat(statements).isNotEmpty();
        statements.clear();
        return onet;
    }

    private static MiniRelease withRelated(MiniRelease release, int count) {
        List<String> codes = IntStream.range(0, count)
                .mapToObj(i -> "99-" + (1000 + i) + ".00")
                .toList();
        MiniRelease wider = release;
        for (int i = 0; i < count; i++) {
            wider = wider.withRow("Occupation Data.txt", codes.get(i), "Made Up " + i, "Made up.")
                    .withRow(
                            "Related Occupations.txt", DEVELOPERS.value(), codes.get(i), "Supplemental", "" + (20 + i));
        }
        return wider;
    }
}
