package io.github.onet4j.examples.service;

import static io.github.onet4j.examples.service.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.onet4j.examples.service.Client.Answer;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract of the service on each database, with the sample release loaded. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
abstract class ServiceContract {
    static final String GEMINI_KEY = "gemini-key-4711";
    static final GeminiStub GEMINI = GeminiStub.start(GEMINI_KEY);

    private static final String PAIR = "?from_occupation=15-1251.00&to_occupation=15-1211.00";
    private static final List<String> GAP_PARAMETERS =
            List.of("from_occupation", "to_occupation", "from", "to", "domain", "unrated", "include_llm_descriptions");
    private static final Duration NO_HANG = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    @Autowired
    HikariDataSource pool;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Client client;

    abstract Relay relay();

    abstract String engine();

    /** Keeps the service's own timeouts, except for shorter ones where a test waits for them. */
    static void configure(DynamicPropertyRegistry properties, ServiceDatabase database, String socketTimeout) {
        database.configure(properties, "socketTimeout=" + socketTimeout);
        properties.add("spring.datasource.hikari.connection-timeout", () -> "1000");
        properties.add("spring.datasource.hikari.validation-timeout", () -> "500");
        properties.add("onet.gemini.api-key", () -> GEMINI_KEY);
        properties.add("onet.gemini.model", () -> "gemini-of-the-test");
        properties.add("onet.gemini.base-url", GEMINI::address);
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
    void aDomainThatTheReleaseLacksIsAConflictWithoutAlternatives() {
        Answer lacking = client.get("/api/v1/skill-gap" + PAIR + "&domain=KNOWLEDGE");

        assertProblem(lacking, 409);
        assertThat(lacking.json().at("/detail").asString())
                .isEqualTo("O*NET 29.3 as loaded has no ratings of knowledge at all, since their file is missing."
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
        "DELETE, /api/v1/releases, 405"
    })
    void whatThereIsNotIsAProblemToo(String method, String path, int status) {
        assertProblem(client.send(method, path), status);
        assertProblem(client.send(method, path, "Accept", "text/html"), status);
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
        assertThat(endpoints).hasSize(7);
        assertThat(names(document.at("/paths"))).containsExactlyInAnyOrderElementsOf(endpoints);
        assertThat(document.at("/paths").valueStream()).allSatisfy(path -> {
            assertThat(path.at("/get/summary").asString()).isNotBlank();
            assertThat(path.at("/get/responses/200/content/application~1json/schema")
                            .isMissingNode())
                    .isFalse();
            assertThat(path.at("/get/responses/503/content/application~1problem+json/schema/$ref")
                            .asString())
                    .endsWith("/Problem");
            assertThat(path.at("/get/parameters").valueStream())
                    .allSatisfy(parameter ->
                            assertThat(parameter.at("/description").asString()).isNotBlank());
        });
        JsonNode gap = document.at("/paths/~1api~1v1~1skill-gap/get");
        assertThat(names(gap.at("/responses"))).contains("200", "400", "401", "404", "409", "503");
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
