package io.github.onet4j.examples.service;

import static io.github.onet4j.examples.service.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.onet4j.examples.service.Client.Answer;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract of the service on each database, with the sample release loaded. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
abstract class ServiceContract implements GeneratedClientContract {
    static final String GEMINI_KEY = "gemini-key-4711";
    static final GeminiStub GEMINI = GeminiStub.start(GEMINI_KEY);

    private static final String PAIR = "?from_occupation=15-1251.00&to_occupation=15-1211.00";
    private static final List<String> GAP_PARAMETERS =
            List.of("from_occupation", "to_occupation", "from", "to", "domain", "unrated", "include_llm_descriptions");
    private static final String READINESS = "/api/v1/person/readiness";
    private static final String RANKING = "/api/v1/person/occupations";
    private static final String PERSON = json("{'target':'15-1211.00','held':[{'code':'15-1251.00','years':6}],"
            + "'known':[{'element_id':'2.A.1.a','level':4.5,'standard_deviation':0.3}],"
            + "'self_assessed':[{'element_id':'2.B.3.k','level':2}]}");
    private static final Duration NO_HANG = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Onet onet;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Client client;

    @Override
    public int port() {
        return port;
    }

    abstract Relay relay();

    abstract String engine();

    /** Keeps the service's own timeouts, except for shorter ones where a test waits for them. */
    static void configure(DynamicPropertyRegistry properties, ServiceDatabase database, String socketTimeout) {
        database.configure(properties, "socketTimeout=" + socketTimeout);
        properties.add("spring.datasource.hikari.connection-timeout", () -> "1000");
        properties.add("spring.datasource.hikari.validation-timeout", () -> "500");
        properties.add("onet4j.gemini.api-key", () -> GEMINI_KEY);
        properties.add("onet4j.gemini.model", () -> "gemini-of-the-test");
        properties.add("onet4j.gemini.base-url", GEMINI::address);
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @Test
    void aSkillGapNamesBothOccupationsAndTheMissingSkills() {
        JsonNode gap = client.get("/api/v1/skill-gap" + PAIR).json();

        assertThat(gap.at("/from_occupation/code").asString()).isEqualTo("15-1251.00");
        assertThat(gap.at("/from_occupation/title").asString()).isEqualTo("Computer Programmers");
        assertThat(gap.at("/to_occupation/title").asString()).isEqualTo("Computer Systems Analysts");
        assertThat(texts(gap.at("/missing_skills")))
                .containsExactly("Equipment Selection", "Repairing", "Equipment Maintenance");
        assertThat(gap.has("missing_skill_descriptions")).isFalse();
        assertThat(gap.at("/attribution").asString()).contains("O*NET 29.3", "CC BY 4.0");
    }

    @Test
    void aSkillGapByLevelHasBothLevels() {
        JsonNode gap = client.get("/api/v1/skill-gap-by-lvl" + PAIR).json();

        JsonNode first = gap.at("/skill_gaps/0");
        assertThat(names(first))
                .containsExactly("element_id", "skill_name", "from_proficiency_level", "to_proficiency_level");
        assertThat(first.at("/element_id").asString()).isEqualTo("2.B.3.k");
        assertThat(first.at("/skill_name").asString()).isEqualTo("Troubleshooting");
        assertThat(first.at("/from_proficiency_level").asDouble()).isEqualTo(1.62);
        assertThat(first.at("/to_proficiency_level").asDouble()).isEqualTo(3.88);
        assertThat(gap.at("/attribution").asString()).contains("O*NET 29.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=15-1251.00&to=15-1211.00",
                "?from_occupation=15-1251&to=15-1211",
                "?from=15-1251&from_occupation=15-1251.00&to_occupation=15-1211.00&to="
            })
    void bothSpellingsOfTheParametersMeanTheSame(String query) {
        assertThat(client.get("/api/v1/skill-gap-by-lvl" + query).json())
                .isEqualTo(client.get("/api/v1/skill-gap-by-lvl" + PAIR).json());
    }

    @Test
    void aSkillThatTheSourceHasNoLevelOfIsUnknownAndNoGap() {
        String query = "?from=53-3032.00&to=15-1251.00";

        JsonNode byLevel = client.get("/api/v1/skill-gap-by-lvl" + query).json().at("/skill_gaps");
        JsonNode analysis = client.get("/api/v1/skill-gap-analysis" + query).json();

        assertThat(byLevel.valueStream())
                .isNotEmpty()
                .noneSatisfy(gap -> assertThat(gap.get("element_id").asString()).isEqualTo("2.B.3.e"));
        assertThat(analysis.at("/unknown").valueStream())
                .anySatisfy(name -> assertThat(name.asString()).isEqualTo("Programming"));
        assertThat(analysis.at("/readiness").isNull()).as("never a lone number").isTrue();
        assertThat(analysis.at("/readiness_at_least").asDouble())
                .isLessThan(analysis.at("/readiness_at_most").asDouble());
    }

    @Test
    void anAnalysisSaysAllThereIs() {
        JsonNode analysis = client.get("/api/v1/skill-gap-analysis" + PAIR).json();

        assertThat(analysis.at("/from_occupation/coverage").asString()).isEqualTo("RATED");
        assertThat(analysis.at("/from_occupation/oldest_rating").asString()).isEqualTo("2018-08");
        assertThat(analysis.at("/to_occupation/newest_rating").asString()).isEqualTo("2023-08");
        assertThat(analysis.at("/to_occupation/origins/0/kind").asString()).isEqualTo("RELEASE");
        assertThat(analysis.at("/to_occupation/origins/0/version").asString()).isEqualTo("29.3");
        assertThat(analysis.at("/domain").asString()).isEqualTo("SKILLS");
        assertThat(analysis.at("/readiness").asDouble()).isBetween(0.83, 0.84);
        assertThat(analysis.at("/release/version").asString()).isEqualTo("29.3");
        assertThat(analysis.at("/release/date").asString()).isEqualTo("2025-05");
        assertThat(analysis.at("/release/sha256").asString()).hasSize(64);
        assertThat(analysis.at("/gaps").size()
                        + analysis.at("/matched").size()
                        + analysis.at("/surplus").size())
                .isEqualTo(35);
        double shares = analysis.at("/gaps")
                .valueStream()
                .mapToDouble(gap -> gap.get("share").asDouble())
                .sum();
        assertThat(shares + analysis.at("/readiness").asDouble()).isBetween(0.9999, 1.0001);
        JsonNode first = analysis.at("/gaps/0");
        assertThat(names(first))
                .containsExactly(
                        "element_id",
                        "skill_name",
                        "from_proficiency_level",
                        "to_proficiency_level",
                        "from_standard_error",
                        "to_standard_error",
                        "importance",
                        "difference",
                        "grade",
                        "share",
                        "in_words");
        assertThat(first.at("/grade").asString()).isEqualTo("CLEAR");
        assertThat(first.at("/difference").asDouble()).isEqualTo(2.26);
        assertThat(first.at("/in_words").asString()).startsWith("from below 2 ");
        assertThat(analysis.at("/surplus/0/share").isNull()).isFalse();
        assertThat(analysis.at("/attribution").asString()).contains("O*NET 29.3");
    }

    @Test
    void descriptionsAreTheModelsWhereItWritesThem() {
        ObjectNode gap =
                (ObjectNode) client.get("/api/v1/skill-gap-by-lvl" + PAIR).json();
        GEMINI.next(GeminiReply.text(modelsReply(gap)));

        JsonNode described = client.get("/api/v1/skill-gap-by-lvl" + PAIR + "&include_llm_descriptions=true")
                .json();

        assertThat(described.at("/skill_gaps").valueStream()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.get("described_by").asString()).isEqualTo("MODEL");
            assertThat(each.get("model").asString()).isEqualTo("gemini-of-the-test");
            assertThat(each.get("description").asString())
                    .isEqualTo("Practise " + each.get("skill_name").asString() + " every day.");
        });
        assertThat(withoutDescriptions(described)).isEqualTo(gap);
    }

    @ParameterizedTest
    @CsvSource({"skill-gap, /missing_skill_descriptions", "skill-gap-by-lvl, /skill_gaps", "skill-gap-analysis, /gaps"})
    void whereTheModelFailsDescriptionsComeFromFiguresAndAnchors(String question, String list) {
        GEMINI.next(GeminiReply.invalidKey());

        Answer described = client.get("/api/v1/" + question + PAIR + "&include_llm_descriptions=true");

        assertThat(described.status()).isEqualTo(200);
        assertThat(described.json().at(list).valueStream()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.get("described_by").asString()).isEqualTo("ANCHORS");
            assertThat(each.has("model")).isFalse();
            assertThat(each.get("description").asString())
                    .contains(each.get("skill_name").asString(), "Computer Systems Analysts");
        });
    }

    @Test
    void theModelIsNotAskedUnlessDescriptionsAre() {
        int before = GEMINI.requests().size();

        client.get("/api/v1/skill-gap-by-lvl" + PAIR);
        client.get("/api/v1/skill-gap-by-lvl" + PAIR + "&include_llm_descriptions=false");

        assertThat(GEMINI.requests()).hasSize(before);
    }

    @Test
    void occupationsAreFoundByTitle() {
        JsonNode found =
                client.get("/api/v1/occupations?query=programmer&limit=2").json();

        assertThat(found.at("/occupations")).hasSize(2);
        assertThat(names(found.at("/occupations/0"))).containsExactly("code", "title", "matched_title", "similar");
        assertThat(found.at("/occupations/0/code").asString()).isEqualTo("15-1251.00");
        assertThat(found.at("/occupations/0/matched_title").asString()).isEqualTo("Programmer");
        assertThat(found.at("/occupations/0/similar").asBoolean()).isFalse();
        assertThat(found.at("/attribution").asString()).contains("O*NET 29.3");
    }

    @Test
    void anOccupationWithOnlyASimilarTitleIsMarked() {
        JsonNode found =
                client.get("/api/v1/occupations?query=progamer&limit=1").json();

        assertThat(found.at("/occupations/0/code").asString()).isEqualTo("15-1251.00");
        assertThat(found.at("/occupations/0/similar").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?query=", "?limit=3"})
    void withoutAQueryAllOccupationsAreListedByCode(String query) {
        JsonNode all = client.get("/api/v1/occupations" + query).json();

        assertThat(all.at("/occupations")
                        .valueStream()
                        .map(each -> each.get("code").asString()))
                .hasSize(28)
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({"15-1251.00, RATED", "15-1251, RATED", "15-2051.00, UNRATED", "53-3032.00, PARTIAL"})
    void anOccupationSaysHowMuchOfItIsRated(String code, String coverage) {
        JsonNode occupation = client.get("/api/v1/occupations/" + code).json();

        assertThat(names(occupation)).containsExactly("code", "title", "description", "coverage", "attribution");
        assertThat(occupation.at("/coverage/SKILLS").asString()).isEqualTo(coverage);
        assertThat(occupation.at("/description").asString()).isNotBlank();
    }

    @Test
    void releasesAreListed() {
        JsonNode releases = client.get("/api/v1/releases").json();

        assertThat(releases.at("/releases")).hasSize(1);
        assertThat(names(releases.at("/releases/0")))
                .containsExactly("version", "date", "sha256", "loaded_at", "active");
        assertThat(releases.at("/releases/0/active").asBoolean()).isTrue();
        assertThat(releases.at("/attribution").asString()).contains("O*NET 29.3");
    }

    @Test
    void diagnosticsSayWhatIsInTheDatabaseButNotWhereItIs() {
        Answer diagnostics = client.get("/api/v1/db-diagnostics");

        assertThat(diagnostics.json().at("/engine").asString()).isEqualTo(engine());
        assertThat(diagnostics.json().at("/version").asString()).isNotBlank();
        assertThat(diagnostics.json().at("/schema_state").asString()).isEqualTo("UP_TO_DATE");
        assertThat(diagnostics.json().at("/differences")).isEmpty();
        assertThat(diagnostics.json().at("/tables").valueStream())
                .anySatisfy(table -> {
                    assertThat(table.get("name").asString()).isEqualTo("onet_occupation");
                    assertThat(table.get("rows").asInt()).isEqualTo(28);
                })
                .noneMatch(table -> table.get("name").asString().equals("onet_active_skill"));
        assertThat(diagnostics.text()).doesNotContain("jdbc", "127.0.0.1", pool.getUsername());
    }

    @ParameterizedTest
    @CsvSource({
        "skill-gap?from=nonsense&to=15-1211.00, from",
        "skill-gap-by-lvl?from_occupation=15-1251.00&to_occupation=151211, to_occupation",
        "skill-gap-analysis?from=15-1251.00, to_occupation",
        "skill-gap, from_occupation",
        "skill-gap?from=15-1251.00&from_occupation=15-1211.00&to=15-1211.00, from_occupation",
        "skill-gap?from=15-1251.00&to=15-1211.00&include_llm_descriptions=perhaps, include_llm_descriptions",
        "occupations?query=cook&limit=0, limit",
        "occupations?query=cook&limit=101, limit",
        "occupations?query=cook&limit=many, limit",
        "occupations/cook, code"
    })
    void aRequestThatCanNotBeMeantIsRefusedByTheNameOfItsParameter(String request, String parameter) {
        Answer refused = client.get("/api/v1/" + request);

        assertProblem(refused, 400);
        assertThat(refused.json().at("/parameter").asString()).isEqualTo(parameter);
        assertThat(refused.json().at("/detail").asString()).contains(parameter);
    }

    @Test
    void aQueryThatCanNotBeReadIsRefused() {
        // Java's URI refuses such a percent sign, so a plain socket sends it.
        for (String target : List.of("/api/v1/skill-gap?from=%zz&to=15-1211.00", "/api/v1/skill-gap?from=[]|")) {
            assertThat(RawRequest.get(port, target))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Content-Type: application/problem+json", "\"status\":400")
                    .doesNotContain("xception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skill-gap?from=15-1299.99&to=15-1211.00",
                "skill-gap-by-lvl?from=15-1211.00&to=15-1299.99",
                "skill-gap-analysis?from=15-1211.00&to=15-1299.99",
                "occupations/15-1299.99"
            })
    void anUnknownOccupationIsNotFoundButThoseLikeItAre(String question) {
        Answer unknown = client.get("/api/v1/" + question);

        assertProblem(unknown, 404);
        assertThat(unknown.json().at("/code").asString()).isEqualTo("15-1299.99");
        assertThat(unknown.json().at("/same_minor_group").valueStream())
                .anySatisfy(each -> assertThat(each.get("title").asString()).isEqualTo("Computer Programmers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skill-gap", "skill-gap-by-lvl", "skill-gap-analysis"})
    void anUnratedOccupationIsAConflictThatNamesRatedOnes(String question) {
        Answer unrated = client.get("/api/v1/" + question + "?from=15-1251.00&to=15-1252.00");

        assertProblem(unrated, 409);
        assertThat(unrated.json().at("/code").asString()).isEqualTo("15-1252.00");
        assertThat(unrated.json().at("/detail").asString()).contains("Software Developers", "29.3");
        assertThat(unrated.json().at("/rated_alternatives").valueStream())
                .as("without the other side of the question")
                .isNotEmpty()
                .noneSatisfy(each -> assertThat(each.get("code").asString()).isEqualTo("15-1251.00"))
                .allSatisfy(each -> assertThat(each.get("title").asString()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"skill-gap", "skill-gap-by-lvl", "skill-gap-analysis"})
    void anUnratedOccupationIsEstimatedOnRequestAndSaidToBe(String question) {
        JsonNode refusal =
                client.get("/api/v1/" + question + "?from=15-1251&to=15-1252").json();
        assertThat(refusal.at("/parameter").asString()).isEqualTo("unrated");
        assertThat(refusal.at("/detail").asString()).contains("It can be estimated from those that are rated.");

        Answer estimated = client.get(refusal.at("/estimate").asString());

        assertThat(estimated.status()).isEqualTo(200);
        JsonNode estimate = estimated.json().at("/to_occupation/estimate");
        assertThat(estimate.at("/occupations")
                        .valueStream()
                        .map(each -> each.get("code").asString()))
                .as("without the other side of the question")
                .contains("15-1253.00")
                .doesNotContain("15-1251.00");
        assertThat(estimate.at("/standard_error").asDouble()).isBetween(0.1, 1.0);
        assertThat(estimated.json().at("/from_occupation").has("estimate")).isFalse();
    }

    @Test
    void aLinkToAnEstimateKeepsTheRestOfTheQuestion() {
        String query = "?to=15-1252&from_occupation=15-1251.00&include_llm_descriptions=false&unrated=";

        assertThat(client.get("/api/v1/skill-gap" + query)
                        .json()
                        .at("/estimate")
                        .asString())
                .isEqualTo("/api/v1/skill-gap" + query + "ESTIMATE");
    }

    @Test
    void theLevelsOfAnEstimateHaveItsErrorSoThatDifferencesAreGraded() {
        JsonNode analysis = client.get("/api/v1/skill-gap-analysis?from=15-1251&to=15-1252&unrated=ESTIMATE")
                .json();

        assertThat(analysis.at("/gaps").valueStream()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.at("/to_standard_error").asDouble()).isPositive();
            assertThat(gap.at("/grade").asString()).isIn("CLEAR", "TENTATIVE");
        });
    }

    @Test
    void anEstimateThatCanNotBeMadeIsNotOfferedAndSaidToBeImpossibleIfAskedFor(@TempDir Path folder)
            throws IOException {
        StoredRelease whole = onet.requireRelease("29.3");
        onet.load(OnetRelease.open(withRatingsOf("15-1251.00", folder)));
        try {
            Answer refused = client.get("/api/v1/skill-gap?from=15-1251.00&to=15-2051.00");
            assertProblem(refused, 409);
            assertThat(refused.json().has("estimate")).isFalse();
            assertThat(refused.json().has("parameter")).isFalse();

            Answer impossible = client.get("/api/v1/skill-gap?from=15-1251.00&to=15-2051.00&unrated=ESTIMATE");
            assertProblem(impossible, 409);
            assertThat(impossible.json().at("/detail").asString()).contains("Data Scientists", "can't be estimated");
            assertThat(impossible.json().at("/rated_alternatives"))
                    .as("only the other side is rated")
                    .isEmpty();
        } finally {
            onet.activate(whole);
            onet.prune(0);
        }
    }

    /** The sample with the ratings of one occupation only. */
    private static Path withRatingsOf(String code, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(ServiceDatabase.SAMPLE)) {
            for (Path file : files.toList()) {
                boolean hasRatings = file.getFileName().toString().endsWith("Skills.txt");
                List<String> lines = Files.readAllLines(file);
                Files.write(
                        folder.resolve(file.getFileName()),
                        lines.stream()
                                .filter(line -> !hasRatings || line.equals(lines.get(0)) || line.startsWith(code))
                                .toList());
            }
        }
        return folder;
    }

    @Test
    void aDomainThatTheReleaseLacksIsAConflictWithoutAlternatives() {
        Answer lacking = client.get("/api/v1/skill-gap" + PAIR + "&domain=ABILITIES");

        assertProblem(lacking, 409);
        assertThat(lacking.json().at("/detail").asString())
                .isEqualTo("O*NET 29.3 as loaded has no ratings of abilities at all, since their file is missing."
                        + " Load a release that has it.");
        assertThat(lacking.json().has("estimate")).isFalse();
        assertThat(lacking.json().at("/rated_alternatives")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "domain=WORK_STYLES, domain, 'SKILLS, KNOWLEDGE, ABILITIES, WORK_ACTIVITIES'",
        "domain=skills, domain, 'SKILLS, KNOWLEDGE, ABILITIES, WORK_ACTIVITIES'",
        "unrated=estimate, unrated, 'REFUSE, ESTIMATE'"
    })
    void aValueThatIsNoneOfTheKnownOnesIsRefusedWithThose(String choice, String parameter, String values) {
        for (String question : List.of("skill-gap", "skill-gap-by-lvl", "skill-gap-analysis")) {
            Answer refused = client.get("/api/v1/" + question + PAIR + "&" + choice);

            assertProblem(refused, 400);
            assertThat(refused.json().at("/parameter").asString()).isEqualTo(parameter);
            assertThat(refused.json().at("/detail").asString()).contains(values);
        }
    }

    @Test
    void everyEndpointRefusesAParameterThatItDoesNotKnow() {
        Map<String, List<String>> known = Map.of(
                "skill-gap" + PAIR,
                GAP_PARAMETERS,
                "skill-gap-by-lvl" + PAIR,
                GAP_PARAMETERS,
                "skill-gap-analysis" + PAIR,
                GAP_PARAMETERS,
                "occupations?query=cook",
                List.of("query", "limit"),
                "occupations/15-1251.00?",
                List.of(),
                "releases?",
                List.of(),
                "db-diagnostics?",
                List.of());

        known.forEach((request, parameters) -> {
            Answer refused = client.get("/api/v1/" + request + "&domian=SKILLS");
            assertProblem(refused, 400);
            assertThat(refused.json().at("/parameter").asString()).isEqualTo("domian");
            assertThat(refused.json().at("/detail").asString())
                    .contains("domian")
                    .endsWith(parameters.isEmpty() ? "none." : String.join(", ", parameters) + ".");
            assertThat(texts(refused.json().at("/known_parameters"))).isEqualTo(parameters);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {READINESS, RANKING})
    void aPersonInTheAddressIsRefused(String path) {
        Answer refused = client.post(path + "?target=15-1211.00", PERSON);

        assertProblem(refused, 400);
        assertThat(refused.json().at("/parameter").asString()).isEqualTo("target");
        assertThat(refused.json().at("/known_parameters")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "skill-gap?from=15-1251.00&to=15-1211.00&to=15-1252.00, to",
        "occupations?query=cook&query=cook, query",
        "occupations?limit=1&limit=2, limit"
    })
    void aParameterThatIsGivenTwiceIsRefused(String request, String parameter) {
        Answer refused = client.get("/api/v1/" + request);

        assertProblem(refused, 400);
        assertThat(refused.json().at("/parameter").asString()).isEqualTo(parameter);
        assertThat(refused.json().at("/detail").asString()).contains(parameter, "2 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text/html", "application/xml;q=0.5"})
    void aFormatOtherThanJsonIsAProblemInJson(String accept) {
        Answer refused = client.get("/api/v1/releases", "Accept", accept);

        assertProblem(refused, 406);
        assertThat(refused.json().at("/detail").asString()).contains("Accept", "application/json");
        assertThat(refused.json().at("/instance").asString()).isEqualTo("/api/v1/releases");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /nothing, 404",
        "GET, /error, 404",
        "POST, /api/v1/skill-gap, 405",
        "DELETE, /api/v1/releases, 405",
        "GET, /api/v1/person/readiness, 405"
    })
    void whatThereIsNotIsAProblemToo(String method, String path, int status) {
        assertProblem(client.send(method, path), status);
        assertProblem(client.send(method, path, "Accept", "text/html"), status);
    }

    @Test
    void theClosestOccupationsHaveContributionsThatAddUp() {
        JsonNode answer =
                client.get("/api/v1/occupations/15-1251/closest?limit=3").json();

        assertThat(answer.at("/occupation/title").asString()).isEqualTo("Computer Programmers");
        assertThat(answer.at("/closest")
                        .valueStream()
                        .map(each -> each.get("title").asString()))
                .containsExactly(
                        "Software Quality Assurance Analysts and Testers",
                        "Computer Systems Analysts",
                        "Software Developers");
        assertThat(answer.at("/closest").valueStream()).allSatisfy(each -> {
            double sum = each.get("contributions")
                    .valueStream()
                    .mapToDouble(JsonNode::asDouble)
                    .sum();
            assertThat(each.get("score").asDouble()).isCloseTo(sum, within(1e-9));
            assertThat(each.get("probability").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(texts(answer.at("/closest/2/expected"))).as("not rated").containsExactly("KNOWLEDGE");
        assertThat(texts(answer.at("/missing"))).as("the sample has no tasks").containsExactly("WORK");
        assertThat(answer.at("/attribution").asString()).contains("O*NET 29.3", "CC BY 4.0");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/occupations/99-9999.00/closest, 404, code",
        "/api/v1/occupations/programmer/closest, 400, parameter",
        "/api/v1/occupations/15-1251.00/closest?limit=0, 400, parameter",
        "/api/v1/occupations/15-1251.00/closest?limit=101, 400, parameter",
    })
    void theClosestOccupationsOfNothingAreRefused(String path, int status, String property) {
        Answer answer = client.get(path);

        assertProblem(answer, status);
        assertThat(answer.json().has(property)).isTrue();
    }

    @Test
    void aPersonsReadinessIsAnIntervalWithTheNextQuestion() {
        JsonNode answer = client.post(READINESS, PERSON).json();

        assertThat(names(answer))
                .containsExactly(
                        "target",
                        "domain",
                        "readiness",
                        "elements",
                        "next_question",
                        "held_without_ratings",
                        "release",
                        "attribution");
        assertThat(answer.at("/target/title").asString()).isEqualTo("Computer Systems Analysts");
        assertThat(answer.at("/domain").asString()).isEqualTo("SKILLS");
        double mean = answer.at("/readiness/mean").asDouble();
        assertThat(answer.at("/readiness/low").asDouble()).isBetween(0.5, mean - 0.03);
        assertThat(answer.at("/readiness/high").asDouble()).isBetween(mean + 0.03, 1.0);
        assertThat(answer.at("/readiness/standard_deviation").asDouble()).isPositive();
        assertThat(names(answer.at("/elements/0")))
                .containsExactly(
                        "element_id",
                        "skill_name",
                        "needed_level",
                        "expected_level",
                        "standard_deviation",
                        "probability",
                        "share",
                        "status");
        double shares = answer.at("/elements")
                .valueStream()
                .mapToDouble(each -> each.get("share").asDouble())
                .sum();
        assertThat(shares).isCloseTo(1 - mean, within(1e-9));
        assertThat(answer.at("/elements")
                        .valueStream()
                        .map(each -> each.get("status").asString()))
                .contains("GAP", "UNKNOWN")
                .isSubsetOf("MET", "GAP", "UNKNOWN");
        JsonNode question = answer.at("/next_question");
        assertThat(names(question)).containsExactly("element_id", "skill_name", "text", "choices", "narrowing");
        assertThat(question.at("/text").asString())
                .startsWith(question.at("/skill_name").asString())
                .endsWith("Which of these comes closest to what you can do?");
        assertThat(question.at("/choices/0/level").asDouble()).isZero();
        assertThat(question.at("/choices/0/text").asString()).isEqualTo("none of this");
        assertThat(answer.at("/release/version").asString()).isEqualTo("29.3");
        assertThat(answer.at("/attribution").asString()).contains("O*NET 29.3", "CC BY 4.0");
    }

    @Test
    void anAnswerNarrowsTheIntervalAndIsNotAskedAgain() {
        JsonNode before = client.post(READINESS, json("{'target':'15-1211','held':[{'code':'15-1251'}]}"))
                .json();
        String asked = before.at("/next_question/element_id").asString();
        JsonNode after = client.post(
                        READINESS,
                        json("{'target':'15-1211','held':[{'code':'15-1251'}],"
                                + "'self_assessed':[{'element_id':'%s','level':3}]}".formatted(asked)))
                .json();

        double expected = before.at("/next_question/narrowing").asDouble();
        assertThat(width(before) - width(after)).as("what was promised").isCloseTo(expected, within(expected / 2));
        assertThat(after.at("/next_question/element_id").asString()).isNotEqualTo(asked);
    }

    @Test
    void aSkippedQuestionIsNotAskedAgainAndTellsNothing() {
        JsonNode before = client.post(READINESS, json("{'target':'15-1211'}")).json();
        String asked = before.at("/next_question/element_id").asString();
        JsonNode after = client.post(READINESS, json("{'target':'15-1211','skipped':['%s']}".formatted(asked)))
                .json();

        assertThat(after.at("/readiness")).isEqualTo(before.at("/readiness"));
        assertThat(after.at("/next_question/element_id").asString()).isNotEqualTo(asked);
        assertThat(after.at("/next_question/narrowing").asDouble())
                .isLessThanOrEqualTo(before.at("/next_question/narrowing").asDouble());
    }

    @Test
    void whoHasAnsweredEverythingIsAskedNothing() {
        JsonNode elements =
                client.post(READINESS, json("{'target':'15-1211'}")).json().at("/elements");
        String answers = elements.valueStream()
                .map(each -> "{'element_id':'%s','level':7}"
                        .formatted(each.get("element_id").asString()))
                .collect(Collectors.joining(","));

        JsonNode answer = client.post(
                        READINESS, json("{'target':'15-1211','domain':'SKILLS','self_assessed':[" + answers + "]}"))
                .json();

        assertThat(answer.at("/next_question").isNull()).isTrue();
        assertThat(answer.at("/readiness/mean").asDouble()).isGreaterThan(0.99);
        assertThat(answer.at("/elements/0/status").asString()).isEqualTo("MET");
    }

    @Test
    void anUnratedOccupationInAHistoryIsSaidToTellNothing() {
        JsonNode answer = client.post(READINESS, json("{'target':'15-1211','held':[{'code':'15-1252','years':2}]}"))
                .json();
        JsonNode unknown = client.post(READINESS, json("{'target':'15-1211'}")).json();

        assertThat(answer.at("/held_without_ratings/0/title").asString()).isEqualTo("Software Developers");
        assertThat(answer.at("/readiness")).isEqualTo(unknown.at("/readiness"));
    }

    @Test
    void occupationsForAPersonShareRanksAndEndWhereARankEnds() {
        JsonNode answer = client.post(
                        RANKING,
                        json("{'held':[{'code':'15-1251','years':6}],"
                                + "'self_assessed':[{'element_id':'2.B.3.k','level':2}],"
                                + "'limit':1}"))
                .json();

        assertThat(names(answer))
                .containsExactly("domain", "occupations", "held_without_ratings", "release", "attribution");
        assertThat(names(answer.at("/occupations/0"))).containsExactly("rank", "code", "title", "distance");
        assertThat(answer.at("/occupations").valueStream())
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(each.get("rank").asInt()).isEqualTo(1))
                .noneSatisfy(each -> assertThat(each.get("code").asString()).isEqualTo("15-1251.00"));
        assertThat(answer.at("/occupations")
                        .valueStream()
                        .map(each -> each.get("distance").asDouble()))
                .isSorted();
        JsonNode more = client.post(RANKING, json("{'held':[{'code':'15-1251','years':6}]}"))
                .json();
        assertThat(more.at("/occupations")
                        .valueStream()
                        .map(each -> each.get("rank").asInt()))
                .hasSizeGreaterThanOrEqualTo(20)
                .isSorted();
    }

    @Test
    void aPersonIsEstimatedInTheDomainThatIsAskedFor() {
        JsonNode answer = client.post(READINESS, json("{'target':'15-1211','domain':'KNOWLEDGE'}"))
                .json();

        assertThat(answer.at("/domain").asString()).isEqualTo("KNOWLEDGE");
        assertThat(answer.at("/next_question/element_id").asString()).startsWith("2.C.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'target':'15-1211','heId':[]}; heId; domain, held, known, self_assessed, skipped, target",
                "{'target':'15-1211','held':[{'code':'15-1251','yeers':6}]}; held[0].yeers; code, years",
                "{'domain':'SKILLS'}; target; is missing",
                "{'target':'programmer'}; target; is not an O*NET-SOC code",
                "{'target':['15-1211']}; target; is not a text",
                "{'target':'15-1211','domain':'STYLES'}; domain; SKILLS, KNOWLEDGE, ABILITIES, WORK_ACTIVITIES",
                "{'target':'15-1211','held':{'code':'15-1251'}}; held; is not a list",
                "{'target':'15-1211','held':['15-1251']}; held[0]; is not a JSON object",
                "{'target':'15-1211','held':[{'years':6}]}; held[0].code; is missing",
                "{'target':'15-1211','held':[null]}; held[0]; is missing",
                "{'target':'15-1211','held':[{'code':'cook'}]}; held[0].code; is not an O*NET-SOC code",
                "{'target':'15-1211','held':[{'code':'15-1251','years':0}]}; held[0].years; is not above 0",
                "{'target':'15-1211','held':[{'code':'15-1251','years':1e999}]}; held[0].years; is not above 0",
                "{'target':'15-1211','held':[{'code':'15-1251'},{'code':'15-1251.00'}]}; held[1]; the same as",
                "{'target':'15-1211','known':[{'element_id':'2.A.1.a','level':3}]};"
                        + " known[0].standard_deviation; missing",
                "{'target':'15-1211','known':[{'element_id':'2.A.1.a','level':3,'standard_deviation':0}]};"
                        + " known[0].standard_deviation; is not from 0.01 to 7",
                "{'target':'15-1211','self_assessed':[{'element_id':'2.A.1.a','level':7.5}]};"
                        + " self_assessed[0].level; is not from 0 to 7",
                "{'target':'15-1211','self_assessed':[{'element_id':'2.A.1.a','level':'3'}]};"
                        + " self_assessed[0].level; is not a number",
                "{'target':'15-1211','self_assessed':[{'element_id':'2.A.1.a','level':null}]};"
                        + " self_assessed[0].level; is missing",
                "{'target':'15-1211','self_assessed':[{'element_id':'2.C.1.a','level':3}]};"
                        + " self_assessed[0].element_id; the id of none of the skills in O*NET 29.3",
                "{'target':'15-1211','self_assessed':[{'element_id':'2.A.1.a','level':3},"
                        + "{'element_id':'2.A.1.a','level':4}]}; self_assessed[1]; the same as",
                "{'target':'15-1211','skipped':['Programming']}; skipped[0]; the id of none of the skills",
            })
    void aBodyThatCanNotBeMeantIsRefusedByThePlaceInIt(String body, String place, String detail) {
        Answer refused = client.post(READINESS, json(body));

        assertProblem(refused, 400);
        assertThat(refused.json().at("/parameter").asString()).isEqualTo(place);
        assertThat(refused.json().at("/detail").asString()).contains(place, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'limit':0}; limit; is not from 1 to 100",
                "{'limit':101}; limit; is not from 1 to 100",
                "{'limit':2.5}; limit; is not a whole number",
                "{'target':'15-1211'}; target; domain, held, known, limit, self_assessed"
            })
    void aRankingThatCanNotBeMeantIsRefusedByThePlaceInTheBody(String body, String place, String detail) {
        Answer refused = client.post(RANKING, json(body));

        assertProblem(refused, 400);
        assertThat(refused.json().at("/parameter").asString()).isEqualTo(place);
        assertThat(refused.json().at("/detail").asString()).contains(place, detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[4711]",
                "'MyName'",
                "MyName",
                "{'target':MyName}",
                "{'target':'15-1211'",
                "{'target':'15-1211','target':'15-1251'}",
                "{'target':'15-1211'} MyName"
            })
    void aBodyThatIsNoSuchJsonIsRefusedWithoutAWordOfIt(String body) {
        Answer refused = client.post(READINESS, json(body));

        assertProblem(refused, 400);
        assertThat(refused.json().at("/detail").asString()).startsWith("The body ");
        assertThat(refused.text()).doesNotContain("MyName", "4711", "15-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {READINESS, RANKING})
    void aBodyHasALimitWhetherOrNotItsLengthIsStated(String path) {
        String large = json("{'target':'15-1211'}") + " ".repeat(64 * 1024);

        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofString(large),
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))) {
            Answer refused = client.post(path, body, "Content-Type", "application/json");

            assertProblem(refused, 413);
            assertThat(refused.json().at("/detail").asString()).isEqualTo("The body is larger than 64 KiB.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        Answer refused =
                client.post(READINESS, HttpRequest.BodyPublishers.ofString("target=15-1211"), "Content-Type", type);

        assertProblem(refused, 415);
        assertThat(refused.json().at("/detail").asString()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'target':'15-1299.99'}",
                "{'target':'15-1211','held':[{'code':'15-1251'},{'code':'15-1299.99'}]}"
            })
    void anOccupationOfAPersonThatIsUnknownIsNotFoundButThoseLikeItAre(String body) {
        Answer unknown = client.post(READINESS, json(body));

        assertProblem(unknown, 404);
        assertThat(unknown.json().at("/code").asString()).isEqualTo("15-1299.99");
        assertThat(unknown.json().at("/same_minor_group").valueStream())
                .anySatisfy(each -> assertThat(each.get("title").asString()).isEqualTo("Computer Programmers"));
    }

    @ParameterizedTest
    @CsvSource({"15-1252.00, Software Developers", "53-3032.00, Heavy and Tractor-Trailer Truck Drivers"})
    void aTargetThatIsNotRatedInFullIsAConflictThatNamesRatedOnes(String code, String title) {
        Answer unrated = client.post(READINESS, json("{'target':'%s'}".formatted(code)));

        assertProblem(unrated, 409);
        assertThat(unrated.json().at("/code").asString()).isEqualTo(code);
        assertThat(unrated.json().at("/detail").asString()).startsWith(title).contains("29.3");
        assertThat(unrated.json().at("/rated_alternatives").valueStream())
                .allSatisfy(each -> assertThat(client.post(
                                        READINESS,
                                        json("{'target':'%s'}"
                                                .formatted(each.get("code").asString())))
                                .status())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {READINESS, RANKING})
    void aDomainThatTheReleaseLacksIsAConflictForPersonsToo(String path) {
        String target = path.equals(READINESS) ? "'target':'15-1211'," : "";

        Answer lacking = client.post(path, json("{" + target + "'domain':'ABILITIES'}"));

        assertProblem(lacking, 409);
        assertThat(lacking.json().at("/detail").asString())
                .isEqualTo("O*NET 29.3 as loaded has no ratings of abilities at all, since their file is missing."
                        + " Load a release that has it.");
    }

    @Test
    void thePersonsOfTheServiceFollowTheReleaseInTheDatabase() {
        JsonNode before = client.post(READINESS, json("{'target':'29-1141'}")).json();
        JdbcTemplate database = new JdbcTemplate(pool);
        String level = "element_id = '2.A.1.a' and scale_id = 'LV' and onetsoc_code = '29-1141.00'";
        Double rated = database.queryForObject("select data_value from onet_rating where " + level, Double.class);
        database.update("update onet_rating set data_value = 1 where " + level);
        onet.refresh();
        try {
            JsonNode after =
                    client.post(READINESS, json("{'target':'29-1141'}")).json();
            assertThat(after.at("/readiness")).isNotEqualTo(before.at("/readiness"));
        } finally {
            database.update("update onet_rating set data_value = ? where " + level, rated);
            onet.refresh();
        }
    }

    @Test
    void nothingOfAPersonIsLogged(CapturedOutput log) {
        client.post(
                READINESS,
                json("{'target':'15-1211','held':[{'code':'29-2061','years':31.25}],"
                        + "'known':[{'element_id':'2.A.1.f','level':4.1875,'standard_deviation':0.3}]}"));
        client.post(RANKING, json("{'held':[{'code':'29-2061','years':31.25}]}"));
        for (String body : List.of(
                "{'target':'15-1211','MyName':1}",
                "{'target':'15-1211','held':[{'code':'MyName'}]}",
                "{'target':'15-1211','held':[{'code':'29-2061','years':'MyName'}]}",
                "{'target':'15-1211','held':[{'code':'29-9999.99'}]}",
                "{'target':'29-2061','domain':'ABILITIES'}",
                "{'target':'15-1252'}",
                "{'target':'15-1211','known':[{'element_id':'2.A.1.f','level':31.25,'standard_deviation':0.3}]}",
                "MyName",
                "{'target':MyName}")) {
            assertThat(client.post(READINESS, json(body)).status()).isGreaterThanOrEqualTo(400);
        }
        client.post(READINESS, HttpRequest.BodyPublishers.ofString("MyName=31.25"), "Content-Type", "text/plain");
        client.post(READINESS, json("{'target':'15-1211'}") + "MyName".repeat(20_000));
        // The line is logged after the answer is sent; the next request's line follows it.
        client.get("/api/v1/releases");

        assertThat(log).containsPattern("access +: POST /api/v1/person/readiness 200 \\d+ ms");
        assertThat(log).containsPattern("access +: POST /api/v1/person/readiness 413 \\d+ ms");
        assertThat(log).doesNotContain("MyName", "29-2061", "29-9999", "31.25", "4.1875", "2.A.1.f", "15-1211");
    }

    private static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }

    private static double width(JsonNode answer) {
        return answer.at("/readiness/high").asDouble()
                - answer.at("/readiness/low").asDouble();
    }

    @Test
    void thePathsStandBesideTheDirectWay() {
        JsonNode answer = client.get("/api/v1/paths?from=31-1131&to=29-1141").json();

        assertThat(answer.at("/from_occupation/title").asString()).isEqualTo("Nursing Assistants");
        assertThat(answer.at("/direct/steps").size()).isEqualTo(1);
        assertThat(answer.at("/direct/hardest_step").asDouble()).isCloseTo(.289, within(.0005));
        assertThat(answer.at("/paths").size()).isEqualTo(2);
        JsonNode overOne = answer.at("/paths/1");
        assertThat(overOne.at("/hardest_step").asDouble()).isCloseTo(.232, within(.0005));
        assertThat(overOne.at("/against_direct").asDouble()).isCloseTo(.232 - .289, within(.001));
        assertThat(overOne.at("/steps/0/to/title").asString())
                .isEqualTo("Licensed Practical and Licensed Vocational Nurses");
        assertThat(overOne.at("/steps/0/job_zone").asInt()).isEqualTo(3);
        assertThat(overOne.at("/steps/0/elements/0/name").asString()).isEqualTo("Psychology");
        assertThat(answer.at("/no_path_reason").isNull()).isTrue();
        assertThat(answer.at("/attribution").asString()).contains("O*NET 29.3", "CC BY 4.0");
    }

    @Test
    void whereThereIsNoPathTheReasonIsSaidAndTheDirectWayTellsItsBrokenRules() {
        JsonNode answer =
                client.get("/api/v1/paths?from=41-2031&to=29-1141&max_stops=1").json();

        assertThat(answer.at("/paths").size()).isZero();
        assertThat(answer.at("/no_path_reason").asString()).isNotBlank();
        assertThat(texts(answer.at("/direct/steps/0/broken"))).containsExactlyInAnyOrder("CLOSENESS", "JOB_ZONE");
    }

    @ParameterizedTest
    @CsvSource({
        "from=31-1131.00&to=99-9999.00, 404, code",
        "from=31-1131.00&to=nurse, 400, parameter",
        "from=31-1131.00&to=31-1131.00, 400, parameter",
        "from=31-1131.00&to=29-1141.00&max_stops=4, 400, parameter",
        "from=15-1251.00&to=15-1252.00, 409, rated_alternatives",
    })
    void pathsThatCanNotBeAreRefused(String query, int status, String property) {
        Answer answer = client.get("/api/v1/paths?" + query);

        assertProblem(answer, status);
        assertThat(answer.json().has(property)).isTrue();
    }

    @Test
    void aPathWithoutItsEndsIsRefused() {
        assertProblem(client.get("/api/v1/paths?from=31-1131.00"), 400);
    }

    @Test
    void theServiceIsAliveAndReady() {
        JsonNode ready = client.get("/readiness").json();

        assertThat(client.get("/health").json().at("/status").asString()).isEqualTo("UP");
        assertThat(ready.at("/status").asString()).isEqualTo("UP");
        assertThat(ready.at("/components/onet/details/release").asString()).isEqualTo("29.3");
    }

    @Test
    void theOpenApiDocumentDescribesEveryEndpoint() {
        JsonNode document = client.get("/v3/api-docs").json();

        Set<String> endpoints = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .collect(Collectors.toSet());
        assertThat(endpoints).hasSize(11);
        assertThat(names(document.at("/paths"))).containsExactlyInAnyOrderElementsOf(endpoints);
        List<JsonNode> operations = document.at("/paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
        assertThat(operations).hasSameSizeAs(endpoints).allSatisfy(operation -> {
            assertThat(operation.at("/summary").asString()).isNotBlank();
            assertThat(operation
                            .at("/responses/200/content/application~1json/schema")
                            .isMissingNode())
                    .isFalse();
            assertThat(names(operation.at("/responses")))
                    .contains("400", "406", "500", "503")
                    .doesNotContain("401");
            assertThat(operation.at("/parameters").valueStream())
                    .allSatisfy(parameter ->
                            assertThat(parameter.at("/description").asString()).isNotBlank());
        });
        JsonNode gap = document.at("/paths/~1api~1v1~1skill-gap/get");
        assertThat(names(gap.at("/responses"))).containsExactly("200", "400", "404", "406", "409", "500", "503");
        assertThat(gap.at("/parameters")
                        .valueStream()
                        .map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(GAP_PARAMETERS);
        assertThat(names(document.at("/components/schemas/SkillGapAnswer/properties")))
                .containsExactlyInAnyOrder(
                        "from_occupation",
                        "to_occupation",
                        "domain",
                        "missing_skills",
                        "missing_skill_descriptions",
                        "attribution");
        assertThat(client.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "readiness, ReadinessRequest, 'target,domain,held,known,self_assessed,skipped', target",
        "occupations, RankingRequest, 'domain,held,known,self_assessed,limit', ''"
    })
    void theOpenApiDocumentDescribesTheBodies(String path, String schema, String properties, String required) {
        JsonNode document = client.get("/v3/api-docs").json();

        JsonNode operation = document.at("/paths/~1api~1v1~1person~1" + path + "/post");
        assertThat(names(operation.at("/responses")))
                .containsExactly("200", "400", "404", "406", "409", "413", "415", "500", "503");
        assertThat(operation
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/" + schema);
        assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
        JsonNode body = document.at("/components/schemas/" + schema);
        assertThat(names(body.at("/properties"))).containsExactlyInAnyOrder(properties.split(","));
        assertThat(String.join(",", texts(body.at("/required")))).isEqualTo(required);
        assertThat(body.at("/properties").valueStream())
                .allSatisfy(property ->
                        assertThat(property.at("/description").asString()).isNotBlank());
        assertThat(texts(document.at("/components/schemas/KnownLevel/required")))
                .containsExactlyInAnyOrder("element_id", "level", "standard_deviation");
    }

    @Test
    void theOpenApiDocumentDescribesEveryProperty() {
        JsonNode schemas = client.get("/v3/api-docs").json().at("/components/schemas");

        assertThat(schemas.propertyStream().filter(schema -> schema.getValue().has("properties")))
                .allSatisfy(schema -> {
                    assertThat(schema.getValue().path("description").asString()).isNotBlank();
                    assertThat(schema.getValue().get("properties").valueStream())
                            .allSatisfy(property -> assertThat(
                                            property.path("description").asString())
                                    .isNotBlank());
                });
    }

    @Test
    void theOpenApiDocumentAsksForNoKeyIfThereIsNone() {
        JsonNode document = client.get("/v3/api-docs").json();

        assertThat(document.at("/components").has("securitySchemes")).isFalse();
        assertThat(document.has("security")).isFalse();
    }

    @Test
    void theOpenApiDocumentInTheRepositoryIsTheServedOne() throws IOException {
        ObjectNode document = (ObjectNode) client.get("/v3/api-docs").json();
        document.remove("servers");
        JsonMapper mapper = new JsonMapper();
        Path served = Path.of("target/openapi.json");
        Files.writeString(served, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");

        assertThat(mapper.readTree(Path.of("openapi.json").toFile()))
                .as("If the difference is meant, copy %s over openapi.json.", served)
                .isEqualTo(document);
    }

    @Test
    void theExamplesOfTheOpenApiDocumentWork() {
        JsonNode document = client.get("/v3/api-docs").json();
        List<Answer> answers = document.at("/paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .flatMap(operation ->
                                answersToExamples(document, path.getKey(), operation.getKey(), operation.getValue())))
                .toList();

        assertThat(answers)
                .hasSizeGreaterThan(15)
                .allSatisfy(answer -> assertThat(answer.status())
                        .as(answer.response().request() + " " + answer.text())
                        .isEqualTo(200));
    }

    /** Requests what the description names, and what Swagger's page fills in. */
    private Stream<Answer> answersToExamples(JsonNode document, String path, String method, JsonNode operation) {
        if (method.equals("post")) {
            String body = operation
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asString();
            return Stream.of(client.post(
                    path, document.at(body.substring(1) + "/example").toString()));
        }
        UriComponentsBuilder filledIn = UriComponentsBuilder.fromPath(path);
        Map<String, String> variables = new HashMap<>();
        for (JsonNode parameter : operation.path("parameters").values()) {
            String name = parameter.get("name").asString();
            if (parameter.has("example")) {
                String example = parameter.get("example").asString();
                if (parameter.get("in").asString().equals("path")) {
                    variables.put(name, example);
                } else {
                    filledIn.queryParam(name, example);
                }
            }
        }
        Stream<String> named = Pattern.compile("`(/api/[^`]+)`")
                .matcher(operation.path("description").asString(""))
                .results()
                .map(match -> match.group(1));
        return Stream.concat(named, Stream.of(filledIn.build(variables).toString()))
                .map(client::get);
    }

    @Test
    void theAccessLogHasNeitherQueryNorKey(CapturedOutput log) {
        client.get("/api/v1/occupations?query=SecretQuery", ApiKeyFilter.HEADER, "SecretKey");
        // The line is logged after the answer is sent; the next request's line follows it.
        client.get("/api/v1/releases");

        assertThat(log).containsPattern("access +: GET /api/v1/occupations 200 \\d+ ms");
        assertThat(log).doesNotContain("SecretQuery", "SecretKey", GEMINI_KEY);
    }

    @Test
    void analysesAreCounted() {
        double succeeded = count("succeeded");
        double refused = count("refused");

        client.get("/api/v1/skill-gap" + PAIR);
        client.get("/api/v1/skill-gap" + PAIR + "&include_llm_descriptions=true");
        client.get("/api/v1/skill-gap?from=15-1251.00&to=15-1252.00");

        assertThat(count("succeeded") - succeeded).isEqualTo(2);
        assertThat(count("refused") - refused).isEqualTo(1);
    }

    @Test
    void securityHeadersStandOnEveryAnswer() {
        for (String path : List.of("/api/v1/releases", "/api/v1/nothing", "/health", "/swagger-ui/index.html")) {
            Answer answer = client.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
        assertThat(client.get("/health").header("Content-Security-Policy")).doesNotContain("unsafe");
    }

    @Test
    void pagesOfOtherOriginsAreNotLetInUnlessConfigured() {
        Answer answer = client.get("/api/v1/releases", "Origin", "https://elsewhere.example");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aDatabaseThatGoesAwayIsAProblemUntilItComesBack() {
        client.get("/api/v1/releases");
        relay().cut();
        try {
            assertAway();
        } finally {
            relay().restore();
        }
        assertBack();
    }

    @Test
    void aDatabaseThatGoesSilentIsAProblemUntilItSpeaksAgain() {
        client.get("/api/v1/releases");
        relay().silence();
        try {
            assertAway();
        } finally {
            relay().speak();
        }
        assertBack();
    }

    private void assertAway() {
        List<CompletableFuture<Answer>> asked = IntStream.range(0, 24)
                .mapToObj(each -> client.ask("/api/v1/skill-gap-by-lvl" + PAIR))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join)).allSatisfy(answer -> {
            assertProblem(answer, 503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(texts(answer.json().at("/codes"))).containsExactly("15-1251.00", "15-1211.00");
        });
        assertThat(texts(client.get("/api/v1/occupations/15-1251").json().at("/codes")))
                .containsExactly("15-1251.00");
        Answer diagnostics = client.get("/api/v1/db-diagnostics");
        assertProblem(diagnostics, 503);
        assertThat(diagnostics.json().has("codes")).isFalse();
        Answer readiness = client.get("/readiness");
        assertThat(readiness.status()).isEqualTo(503);
        assertThat(readiness.json().at("/components/onet/details/problem").asString())
                .isEqualTo("The database can't be reached.");
        assertThat(client.get("/health").status()).isEqualTo(200);
    }

    private void assertBack() {
        Answer answer = await().atMost(NO_HANG)
                .until(() -> client.get("/api/v1/skill-gap-by-lvl" + PAIR), each -> each.status() != 503);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.get("/readiness").status()).isEqualTo(200);
        HikariPoolMXBean state = Objects.requireNonNull(pool.getHikariPoolMXBean());
        assertThat(state.getActiveConnections()).isZero();
        assertThat(state.getThreadsAwaitingConnection()).isZero();
        assertThat(state.getTotalConnections()).isBetween(1, pool.getMaximumPoolSize());
    }

    private double count(String outcome) {
        Answer metric = client.get("/actuator/metrics/onet.analysis?tag=outcome:" + outcome);
        return metric.status() == 404
                ? 0
                : metric.json().at("/measurements/0/value").asDouble();
    }

    private static String modelsReply(JsonNode gap) {
        ObjectNode reply = new JsonMapper().createObjectNode();
        ObjectNode analysis = reply.putObject("skill_gap_analysis");
        analysis.put("from_occupation", gap.at("/from_occupation/title").asString());
        analysis.put("to_occupation", gap.at("/to_occupation/title").asString());
        ArrayNode gaps = analysis.putArray("skill_gaps");
        gap.at("/skill_gaps")
                .valueStream()
                .forEach(each -> gaps.add(((ObjectNode) each.deepCopy())
                        .put(
                                "gap_description",
                                "Practise " + each.get("skill_name").asString() + " every day.")));
        return reply.toString();
    }

    private static JsonNode withoutDescriptions(JsonNode described) {
        described
                .at("/skill_gaps")
                .valueStream()
                .forEach(each -> ((ObjectNode) each).remove(List.of("description", "described_by", "model")));
        return described;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
