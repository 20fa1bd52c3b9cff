package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.Scale;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.RowQuery.Operator;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does when the service does what it should; the same in both generations. */
@ParameterizedClass
@EnumSource(ApiVersion.class)
class OnetWebServicesTest extends StubbedService {
    private static final OnetSocCode CHIEF_EXECUTIVES = OnetSocCode.parse("11-1011");
    private static final OnetSocCode DEVELOPERS = OnetSocCode.parse("15-1252");

    private final OnetWebServices services = services();

    OnetWebServicesTest(ApiVersion generation) {
        super(generation);
    }

    @Test
    void itTellsTheVersionOfTheServiceAndOfItsData() {
        assertThat(services.about())
                .isEqualTo(new ServiceInfo(generation, generation.number(), mini.version(), "O*NET-SOC 2019"));
        assertThat(services.generation()).isEqualTo(generation);
        assertThat(services).hasToString("O*NET Web Services " + generation.number() + " at " + stub.address());
    }

    @Test
    void itShowsItsCredentialsInAHeaderAndAsksForJson() {
        services.rows(ofChiefExecutives());

        assertThat(stub.requests()).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.headers().get("Accept")).containsExactly("application/json");
            assertThat(request.headers().get("User-Agent")).containsExactly("java-onet4j (bot)");
            assertThat(request.headers().containsKey("Authorization")).isEqualTo(generation == ApiVersion.V1_9);
            assertThat(request.headers().containsKey("X-API-Key")).isEqualTo(generation == ApiVersion.V2);
            assertTellsNoSecret(request.address().toString());
        });
    }

    @Test
    void itListsTheTablesThatTheServiceHas() {
        List<WebTable> tables = services.tables();

        assertThat(tables).extracting(WebTable::id).containsAll(skillTables()).contains("occupation_data", titles());
        assertThat(tables.get(0))
                .isEqualTo(new WebTable("abilities", "Abilities", "Abilities of the O*NET® database."));
    }

    @Test
    void itTellsTheColumnsOfATable() {
        List<WebColumn> columns = services.columns(skills());

        assertThat(columns)
                .extracting(WebColumn::id)
                .containsExactly(
                        "onetsoc_code",
                        "title",
                        "element_id",
                        "element_name",
                        "scale_id",
                        "scale_name",
                        "data_value",
                        "n",
                        "standard_error",
                        "lower_ci_bound",
                        "upper_ci_bound",
                        "recommend_suppress",
                        "not_relevant",
                        "date_updated",
                        "domain_source");
        assertThat(columns.get(6))
                .isEqualTo(new WebColumn("data_value", "Data Value", "Data Value", "Number", "Float(8,4)", false));
        assertThat(columns.get(12).optional()).isTrue();
        assertThat(columns.get(13).type()).isEqualTo("Date");
    }

    @Test
    void aRowHasEachValueAsText() {
        List<WebRow> rows = services.rows(
                ofChiefExecutives().where("element_id", Operator.EQ, "2.A.1.a").where("scale_id", Operator.EQ, "im"));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.values().keySet())
                    .startsWith("onetsoc_code", "title", "element_id")
                    .hasSize(15);
            assertThat(row.text("title")).isEqualTo("Chief Executives");
            assertThat(row.text("data_value")).isEqualTo("4.12");
            assertThat(row.text("n")).isEqualTo("8");
            assertThat(row.text("not_relevant")).isNull();
            assertThat(row.text("date_updated")).isEqualTo("2023-08-01");
            assertThat(row.text("no_such_column")).isNull();
        });
    }

    @Test
    void rowsComeInTheOrderThatWasAskedFor() {
        RowQuery levels =
                RowQuery.of(skills()).where("scale_id", Operator.EQ, "LV").where("element_id", Operator.EQ, "2.A.1.b");

        assertThat(services.rows(levels.sortByDescending("data_value")))
                .extracting(row -> row.text("data_value"))
                .containsExactly("5", "4", "3.88", "3.25", "2.75");
        assertThat(services.rows(levels.sortBy("n").sortBy("data_value")))
                .extracting(row -> row.text("data_value"))
                .containsExactly("2.75", "3.25", "3.88", "4", "5");
    }

    @Test
    void aFilterComparesNumbersByValueAndTextWithoutCase() {
        RowQuery query = RowQuery.of(skills()).where("scale_id", Operator.NE, "im");

        assertThat(services.rows(query.where("data_value", Operator.GE, "4.750").where("data_value", Operator.LE, "5")))
                .extracting(row -> row.text("data_value"))
                .contains("4.75", "5")
                .doesNotContain("4.5", "5.12");
        assertThat(services.rows(RowQuery.of("occupation_data").where("title", Operator.STARTSWITH, "COMPUTER")))
                .hasSize(2);
        assertThat(services.rows(RowQuery.of(titles()).where(titleColumn(), Operator.CONTAINS, "c++ d")))
                .hasSize(1);
    }

    @Test
    void noRowsAreACompleteAnswer() {
        assertThat(services.rows(RowQuery.of(skills()).where("onetsoc_code", Operator.EQ, "99-9999.00")))
                .isEmpty();
    }

    @Test
    void pagesAreFollowedToTheEnd() {
        stub.release(withManyTitles());

        List<WebRow> rows = services.rows(RowQuery.of(titles()).where(titleColumn(), Operator.CONTAINS, "Title "));

        assertThat(rows)
                .extracting(row -> row.text(titleColumn()))
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).mapToObj(i -> "Title " + i).toList());
        assertThat(stub.requests("database/rows"))
                .extracting(request -> request.address().getRawQuery())
                .allSatisfy(query -> assertThat(query).startsWith("filter=" + titleColumn() + ".contains.Title%20"))
                .extracting(query -> query.replaceFirst(".*&start", "start"))
                .containsExactly("start=1&end=2000", "start=2001&end=4000", "start=4001&end=6000");
    }

    @Test
    void aReadingThatBrokeOffGoesOnBehindThePagesThatArrived() {
        stub.release(withManyTitles());
        RowQuery query = RowQuery.of(titles()).sortByDescending(titleColumn());
        List<WebPage> arrived = new ArrayList<>();
        stub.on("start=4001").always().status(503);
        assertThat(failure(() -> services.readPages(query, List.of(), arrived::add))
                        .reason())
                .isEqualTo(Reason.SERVICE_FAILED);
        assertThat(arrived).extracting(WebPage::lastRow).containsExactly(2000, 4000);
        stub.recover();
        int before = stub.requests().size();

        List<WebPage> kept =
                arrived.stream().map(page -> WebPage.parse(page.response())).toList();
        services.readPages(query, kept, arrived::add);

        assertThat(kept).isEqualTo(arrived.subList(0, 2));
        assertThat(stub.requests()).hasSize(before + 1);
        assertThat(arrived).extracting(WebPage::firstRow).containsExactly(1, 2001, 4001);
        assertThat(arrived.stream().flatMap(page -> page.rows().stream()).toList())
                .isEqualTo(services.rows(query));
        services.readPages(query, arrived, page -> {
            throw new AssertionError("nothing was missing");
        });
    }

    @Test
    void aSearchFindsOccupationsAsTheServiceRanksThem() {
        assertThat(services.search("computer programmers", 10))
                .containsExactly(new SearchHit(OnetSocCode.parse("15-1251"), "Computer Programmers"));
        assertThat(services.search("computer", 1)).hasSize(1);
        assertThat(services.search("15-1252.00", 5)).extracting(SearchHit::code).containsExactly(DEVELOPERS);
        assertThat(services.search("c++ & c#", 5)).isEmpty();
        assertThat(stub.requests("keyword=c%2B%2B%20%26%20c%23")).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> services.search(" ", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> services.search("cook", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> services.search("cook", 2001));
    }

    @Test
    void anOccupationIsFoundByItsCode() {
        assertThat(services.findOccupation(DEVELOPERS))
                .contains(new Occupation(DEVELOPERS, "Software Developers", "Design and build software."));
        assertThat(services.findOccupation(OnetSocCode.parse("99-9999"))).isEmpty();
    }

    @Test
    void ratingsSayAllThatTheRowsSayAndWhereTheyCameFrom() {
        List<RatedElement> ratings = services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS);

        assertThat(ratings)
                .extracting(rated -> rated.element().id())
                .containsExactly("2.A.1.a", "2.A.1.b", "2.B.1.b", "2.B.3.e", "2.B.4.e");
        assertThat(ratings.get(3).element().name()).isEqualTo("Programming");
        assertThat(ratings.get(3).level().orElseThrow())
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
        assertThat(services.ratings(DEVELOPERS, Domain.SKILLS)).isEmpty();
        assertThat(services.ratings(CHIEF_EXECUTIVES, Domain.WORK_STYLES))
                .singleElement()
                .satisfies(style -> assertThat(style.ratings()).isNotEmpty());
    }

    @Test
    void ratingsAreThoseOfTheReleaseOnDisk(@TempDir Path folder) {
        OnetCatalog file =
                OnetRelease.open(mini.writeZip(folder.resolve("mini.zip"))).catalog();
        for (Domain domain : Domain.values()) {
            for (Occupation occupation : file.occupations()) {
                assertThat(withoutOrigin(services.ratings(occupation.code(), domain)))
                        .as("%s of %s", domain, occupation)
                        .isEqualTo(withoutOrigin(
                                file.profile(occupation.code(), domain).elements()));
            }
        }
    }

    @Test
    void scalesComeById() {
        assertThat(services.scales())
                .containsExactly(
                        new Scale("DR", "Distinctiveness Rank", 0, 10),
                        new Scale("IM", "Importance", 1, 5),
                        new Scale("LV", "Level", 0, 7),
                        new Scale("WI", "Work Styles Impact", -3, 3));
    }

    @Test
    void queriesNameTheTablesThatTheServiceHas() {
        assertThat(services.queries(ReleaseTable.SKILLS))
                .extracting(RowQuery::tableId)
                .containsExactlyElementsOf(skillTables());
        assertThat(services.queries(ReleaseTable.JOB_TITLES))
                .extracting(RowQuery::tableId)
                .containsExactly(titles());
        services.queries(ReleaseTable.KNOWLEDGE);
        assertThat(stub.requests()).as("the list of tables is kept").hasSize(1);
    }

    @Test
    void aTableIsFoundByItsTitleWhereItsIdIsAnother() {
        stub.on("database").body(json -> json.replace("\"table_id\":\"scales_reference\"", "\"table_id\":\"scales\""));

        assertThat(services.queries(ReleaseTable.SCALES_REFERENCE))
                .extracting(RowQuery::tableId)
                .containsExactly("scales");
    }

    @Test
    void aNewVersionMakesTheListOfTablesOld() {
        services.queries(ReleaseTable.SKILLS);
        services.about();
        services.queries(ReleaseTable.SKILLS);
        stub.release(theOtherLayout());

        services.about();

        assertThat(services.queries(ReleaseTable.SKILLS))
                .extracting(RowQuery::tableId)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(skillTables());
    }

    @Test
    void tablesThatWereSplitOrJoinedSinceTheyWereListedAreFoundAgain() {
        assertThat(services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS)).hasSize(5);
        services.about();
        stub.on("about").always().body(json -> json.replaceAll("O\\*NET \\d+\\.\\d+", "O*NET " + mini.version()));
        stub.release(theOtherLayout());

        assertThat(services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS)).hasSize(5);
        assertThat(services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS))
                .isEqualTo(services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS));
    }

    @Test
    void aTableThatWasNotThereIsFoundWhenItIs() {
        stub.release(mini.withoutFile("Knowledge.txt"));
        assertThat(failure(() -> services.queries(ReleaseTable.KNOWLEDGE)).reason())
                .isEqualTo(Reason.TABLE_NOT_AVAILABLE);
        stub.release(mini);

        assertThat(services.queries(ReleaseTable.KNOWLEDGE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422})
    void aTableThatIsGoneIsRefusedWithThoseThatAreThere(int status) {
        services.queries(ReleaseTable.SKILLS);
        MiniRelease without = theOtherLayout();
        for (String file : generation == ApiVersion.V2
                ? List.of("Skills.txt")
                : List.of("Essential Skills.txt", "Transferable Skills.txt")) {
            without = without.withoutFile(file);
        }
        stub.release(without);
        stub.on("rows/" + skills()).always().error(status, "no such table");

        for (WebServicesException failure : List.of(
                failure(() -> services.rows(RowQuery.of(skills()))),
                failure(() -> services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS)))) {
            assertThat(failure.reason()).isEqualTo(Reason.TABLE_NOT_AVAILABLE);
            assertThat(failure).hasMessageContainingAll(skills(), "occupation_data", "knowledge", "scales_reference");
        }
    }

    @Test
    void whatTheServiceCallsACodeByAnotherNameIsReadAsOne() {
        stub.on("rows/" + skills()).body(json -> json.replace("onetsoc_code\":", "o_net_soc_code\":"));

        assertThat(services.rows(ofChiefExecutives())).hasSize(skillTables().size() == 2 ? 4 : 10);
    }

    @Test
    void numbersMayComeAsTexts() {
        stub.on("rows/" + skills())
                .times(2)
                .body(json -> json.replaceAll("(_value\":|\"n\":|_error\":)([0-9.]+)", "$1\"$2\""));

        assertThat(services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS))
                .isEqualTo(services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS));
    }

    @Test
    void manyThreadsShareOneClient() {
        List<List<RatedElement>> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> services.ratings(CHIEF_EXECUTIVES, Domain.SKILLS))
                .toList();

        assertThat(answers).hasSize(16).containsOnly(answers.get(0));
    }

    @Test
    void itWorksThroughTheHostsOwnClient() {
        OnetWebServices through = builder()
                .httpClient(HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build())
                .build();

        assertThat(through.about()).isEqualTo(services.about());
    }

    private static List<String> withoutOrigin(List<RatedElement> ratings) {
        return ratings.stream()
                .map(rated -> rated.element().id() + rated.ratings())
                .map(text -> text.replaceAll("origin=Origin\\[[^]]*]", ""))
                .toList();
    }

    private RowQuery ofChiefExecutives() {
        return RowQuery.of(skills()).where("onetsoc_code", Operator.EQ, CHIEF_EXECUTIVES.value());
    }
}
