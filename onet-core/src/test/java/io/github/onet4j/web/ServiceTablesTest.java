package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.internal.web.ApiVersion;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceInfo;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.internal.web.WebRow;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.WebServicesException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the service, their pages and their rows. */
class ServiceTablesTest extends StubbedService {
    private static final RowQuery CHIEF_EXECUTIVES_SKILLS =
            RowQuery.of("essential_skills").ofOccupation(CHIEF_EXECUTIVES);

    private final OnetWebServices services = services();
    private final TableClient tables = tables(services);

    @Test
    void theServiceTellsItsVersion() {
        assertThat(tables.about()).isEqualTo(new ServiceInfo(ApiVersion.V2, "31.0"));
    }

    @Test
    void aRowHasEachValueAsText() {
        List<WebRow> rows = rows(
                services, CHIEF_EXECUTIVES_SKILLS.where("element_id", "2.A.1.a").where("scale_id", "im"));

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
    void aFilterIgnoresCase() {
        assertThat(rows(services, RowQuery.of("job_titles").where("job_title", "c++ developer")))
                .hasSize(1);
        assertThat(rows(services, RowQuery.of("essential_skills").where("scale_id", "lv")))
                .extracting(row -> row.text("scale_id"))
                .containsOnly("LV");
    }

    @Test
    void noRowsAreACompleteAnswer() {
        assertThat(rows(services, RowQuery.of("essential_skills").where("onetsoc_code", "99-9999.00")))
                .isEmpty();
    }

    @Test
    void pagesAreFollowedToTheEnd() {
        stub.release(withManyTitles());

        List<WebRow> rows = rows(services, RowQuery.of("job_titles").where("onetsoc_code", "15-1251.00"));

        assertThat(rows)
                .extracting(row -> row.text("job_title"))
                .filteredOn(title -> title.startsWith("Title "))
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).mapToObj(i -> "Title " + i).toList());
        assertThat(stub.requests("database/rows"))
                .extracting(request -> request.address().getRawQuery())
                .allSatisfy(query -> assertThat(query).startsWith("filter=onetsoc_code.eq.15-1251.00&"))
                .extracting(query -> query.replaceFirst(".*&start", "start"))
                .containsExactly("start=1&end=2000", "start=2001&end=4000", "start=4001&end=6000");
    }

    @Test
    void anInterruptedReadingContinuesBehindThePagesThatArrived() {
        stub.release(withManyTitles());
        RowQuery query = RowQuery.of("job_titles");
        List<WebPage> arrived = new ArrayList<>();
        stub.on("start=4001").always().status(503);
        assertThat(failure(() -> tables.readPages(query, List.of(), arrived::add))
                        .reason())
                .isEqualTo(Reason.SERVICE_FAILED);
        assertThat(arrived).extracting(WebPage::lastRow).containsExactly(2000, 4000);
        stub.recover();
        int before = stub.requests().size();

        List<WebPage> kept =
                arrived.stream().map(page -> WebPage.parse(page.response())).toList();
        tables.readPages(query, kept, arrived::add);

        assertThat(kept).isEqualTo(arrived.subList(0, 2));
        assertThat(stub.requests()).hasSize(before + 1);
        assertThat(arrived).extracting(WebPage::firstRow).containsExactly(1, 2001, 4001);
        assertThat(arrived.stream().flatMap(page -> page.rows().stream()).toList())
                .isEqualTo(rows(services, query));
        tables.readPages(query, arrived, page -> {
            throw new AssertionError("nothing was missing");
        });
    }

    @Test
    void queriesNameTheTablesThatTheServiceHas() {
        assertThat(tables.queries(ReleaseTable.SKILLS))
                .extracting(RowQuery::tableId)
                .containsExactly("essential_skills", "transferable_skills");
        assertThat(tables.queries(ReleaseTable.JOB_TITLES))
                .extracting(RowQuery::tableId)
                .containsExactly("job_titles");
        assertThat(stub.requests()).as("the list of tables is kept").hasSize(1);
    }

    @Test
    void aTableIsFoundByItsTitleWhereItsIdIsAnother() {
        stub.on("database").body(json -> json.replace("\"table_id\":\"scales_reference\"", "\"table_id\":\"scales\""));

        assertThat(tables.queries(ReleaseTable.SCALES_REFERENCE))
                .extracting(RowQuery::tableId)
                .containsExactly("scales");
    }

    @Test
    void aNewVersionMakesTheListOfTablesOld() {
        tables.queries(ReleaseTable.SKILLS);
        tables.about();
        tables.queries(ReleaseTable.SKILLS);
        stub.release(MiniRelease.singleSkillsText());

        tables.about();

        assertThat(tables.queries(ReleaseTable.SKILLS))
                .extracting(RowQuery::tableId)
                .containsExactly("skills");
    }

    @Test
    void aTableThatWasNotThereIsFoundWhenItIs() {
        stub.release(mini.withoutFile("Knowledge.txt"));
        assertThat(failure(() -> tables.queries(ReleaseTable.KNOWLEDGE)).reason())
                .isEqualTo(Reason.TABLE_NOT_AVAILABLE);
        stub.release(mini);

        assertThat(tables.queries(ReleaseTable.KNOWLEDGE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422})
    void aTableThatIsGoneIsNamedWithThoseThatAreThere(int status) {
        tables.queries(ReleaseTable.SKILLS);
        stub.release(MiniRelease.singleSkillsText().withoutFile("Skills.txt"));
        stub.on("rows/essential_skills").always().error(status, "no such table");

        WebServicesException failure = failure(() -> rows(services, CHIEF_EXECUTIVES_SKILLS));

        assertThat(failure.reason()).isEqualTo(Reason.TABLE_NOT_AVAILABLE);
        assertThat(failure)
                .hasMessageContainingAll("essential_skills", "occupation_data", "knowledge", "scales_reference");
    }

    @Test
    void aCodeUnderTheNameThatTheServiceOnceUsedIsRead() {
        stub.on("rows/essential_skills").body(json -> json.replace("onetsoc_code\":", "o_net_soc_code\":"));

        assertThat(rows(services, CHIEF_EXECUTIVES_SKILLS)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Skills", "skills/../x", "skills?x=1", "ıd"})
    void anIdOfOtherCharactersIsRefused(String id) {
        for (Runnable query : List.<Runnable>of(
                () -> RowQuery.of(id), () -> RowQuery.of("skills").where(id, "1"))) {
            assertThatIllegalArgumentException().isThrownBy(query::run);
        }
    }

    @Test
    void aQueryShowsTableAndFilters() {
        assertThat(CHIEF_EXECUTIVES_SKILLS).hasToString("essential_skills[onetsoc_code.eq.11-1011.00]");
        assertThat(CHIEF_EXECUTIVES_SKILLS.parameters(1, 20))
                .isEqualTo("filter=onetsoc_code.eq.11-1011.00&start=1&end=20");
    }
}
