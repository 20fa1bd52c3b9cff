package io.github.onet4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServicesStubTest {
    private static final String SKILLS = "database/rows/essential_skills";
    private static final String OF_CHIEF_EXECUTIVES = SKILLS + "?filter=onetsoc_code.eq.11-1011.00";
    private static final String ONE_RATING =
            "?filter=onetsoc_code.eq.11-1011.00&filter=element_id.eq.2.A.1.a&filter=scale_id.eq.LV";
    private static final String THE_RATING = """
            {"onetsoc_code":"11-1011.00","title":"Chief Executives","element_id":"2.A.1.a",\
            "element_name":"Reading Comprehension","scale_id":"LV","scale_name":"Level","data_value":4.75,"n":8,\
            "standard_error":0.1637,"lower_ci_bound":4.4291,"upper_ci_bound":5.0709,"recommend_suppress":"N",\
            "not_relevant":"N","date_updated":"2023-08-01","domain_source":"Analyst"}""";

    private final WebServicesStub stub = WebServicesStub.v2(MiniRelease.csv(), "a-key");
    private final WebServicesStub old = WebServicesStub.v1_9(MiniRelease.singleSkillsText(), "üser", "pässword");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void closeBoth() {
        stub.close();
        old.close();
    }

    @Test
    void saysItsVersion() {
        assertThat(get("about").body())
                .isEqualTo("{\"api_version\":\"2.0\",\"taxonomy\":{\"name\":\"O*NET-SOC 2019\"},"
                        + "\"database\":{\"name\":\"O*NET 31.0\"}}");
        assertThat(getOld("about/").body())
                .isEqualTo("{\"taxonomy\":\"O*NET-SOC 2019\",\"database\":\"O*NET 29.3\",\"api_version\":\"1.9\"}");
    }

    @Test
    void listsTheTablesOfItsRelease() {
        String id = "\"table_id\":\"essential_skills\",\"title\":\"Essential Skills\",";

        assertThat(get("database").body())
                .startsWith("[{\"table_id\":\"abilities\"")
                .contains(id, "\"rows\":\"" + stub.address() + SKILLS + "\"", "O*NET®")
                .contains("\"title\":\"Sample of Reported Titles\"")
                .doesNotContain("\"table_id\":\"skills\"");
        assertThat(getOld("database").body())
                .startsWith("{\"table\":[{\"table_id\":\"abilities\"")
                .contains("\"table_id\":\"skills\"", "\"info\":\"" + old.address() + "database/info/skills\"")
                .doesNotContain(id);
    }

    @Test
    void describesColumns() {
        assertThat(get("database/info/essential_skills").body())
                .contains("\"column_id\":\"onetsoc_code\",\"title\":\"O*NET-SOC Code\"")
                .contains("\"column_id\":\"scale_name\"")
                .containsPattern("\"column_id\":\"data_value\"[^}]*\"type\":\"Number\"[^}]*\"optional\":false")
                .containsPattern("\"column_id\":\"not_relevant\"[^}]*\"optional\":true")
                .containsPattern("\"column_id\":\"date_updated\"[^}]*\"type\":\"Date\"");
        assertThat(getOld("database/info/skills").body()).contains("\"column\":[{\"column_id\":\"onetsoc_code\"");
    }

    @ParameterizedTest
    @MethodSource
    void answersRowsInTheWebLayoutWhateverTheLayoutOfTheRelease(MiniRelease release) {
        stub.release(release);

        assertThat(get(SKILLS + ONE_RATING).body())
                .isEqualTo("{\"start\":1,\"end\":1,\"total\":1,\"row\":[" + THE_RATING + "]}");
    }

    static List<MiniRelease> answersRowsInTheWebLayoutWhateverTheLayoutOfTheRelease() {
        return List.of(MiniRelease.csv(), MiniRelease.text());
    }

    @Test
    void wrapsRowsAsTheOldServicesDo() {
        assertThat(getOld("database/rows/skills" + ONE_RATING).body())
                .isEqualTo("{\"info\":\"" + old.address() + "database/info/skills\",\"start\":1,\"end\":1,\"total\":1,"
                        + "\"link\":[],\"table_id\":\"skills\",\"row\":[" + THE_RATING + "]}");
    }

    @Test
    void writesMissingValuesAsNullAndOddOnesAsTheyAre() {
        stub.release(MiniRelease.csv()
                .withCell("essential_skills.csv", 2, "Data Value", "x")
                .withCell("essential_skills.csv", 2, "N", "")
                .withCell("essential_skills.csv", 2, "Date", "soon"));

        assertThat(get(SKILLS + "?end=1").body())
                .contains("\"data_value\":\"x\",\"n\":null,", "\"not_relevant\":null,\"date_updated\":\"soon\"");
    }

    @Test
    void writesNumbersWithoutTrailingZeros() {
        assertThat(get(SKILLS + "?filter=onetsoc_code.eq.15-1211.00&end=1").body())
                .contains("\"data_value\":4,\"n\":8,\"standard_error\":0.1637,");
    }

    @Test
    void leavesTheNameOfWhatIsNotInAReferenceMissing() {
        stub.release(MiniRelease.text().withRow("Job Zones.txt", "99-9999.00", "4", "08/2023", "Analyst"));

        assertThat(get("database/rows/job_zones?filter=onetsoc_code.eq.99-9999.00")
                        .body())
                .contains("\"onetsoc_code\":\"99-9999.00\",\"title\":null,\"job_zone\":4,");
    }

    @Test
    void pagesByTwentyRowsUnlessAskedOtherwise() {
        assertThat(get("database/rows/transferable_skills").body())
                .startsWith("{\"start\":1,\"end\":20,\"total\":31,\"next\":\"" + stub.address()
                        + "database/rows/transferable_skills?start=21&end=40\",\"row\":[");
        assertThat(get("database/rows/transferable_skills?start=21").body())
                .startsWith("{\"start\":21,\"end\":31,\"total\":31,\"prev\":\"" + stub.address()
                        + "database/rows/transferable_skills?start=1&end=20\",\"row\":[");
    }

    @Test
    void hasNoRowsBehindTheLast() {
        assertThat(get("database/rows/occupation_data?start=9&end=10").body())
                .isEqualTo("{\"start\":9,\"end\":8,\"total\":8,\"prev\":\"" + stub.address()
                        + "database/rows/occupation_data?start=7&end=8\",\"row\":[]}");
    }

    @Test
    void followingNextYieldsEachRowOnce() {
        String all = get(OF_CHIEF_EXECUTIVES).body();
        String first = get(OF_CHIEF_EXECUTIVES + "&start=1&end=3").body();
        String next = found("\"next\":\"([^\"]+)\"", first).get(0);

        assertThat(next).isEqualTo(stub.address() + OF_CHIEF_EXECUTIVES + "&start=4&end=6");
        assertThat(rows(first) + "," + rows(get(next).body())).isEqualTo(rows(all));
        assertThat(getOld("database/rows/skills?start=3&end=4").body())
                .contains("\"link\":[{\"href\":\"" + old.address() + "database/rows/skills?start=5&end=6\","
                        + "\"rel\":\"next\"},{\"href\":\"" + old.address()
                        + "database/rows/skills?start=1&end=2\",\"rel\":\"prev\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "occupation_data, filter=title.contains.LIGHT, 53-3033.00",
        "occupation_data, filter=title.eq.data%20scientists, 15-2051.00",
        "occupation_data, filter=title.startswith.Computer+P, 15-1251.00",
        "occupation_data, filter=onetsoc_code.startswith.15-&filter=title.ne.Data+Scientists&sort=title&end=2,"
                + " 15-2051.01 15-2051.02",
        "occupation_data, sort=onetsoc_code.descending&end=2, 53-3033.00 15-2051.02",
        "job_zones, filter=job_zone.lt.3, 53-3033.00",
        "job_zones, filter=job_zone.gt.4, 11-1011.00",
        "job_zones, filter=job_zone.le.2.0, 53-3033.00",
        "job_zones, filter=job_zone.ge.5, 11-1011.00",
        "job_zones, filter=job_zone.eq.5, 11-1011.00",
        "work_styles, filter=scale_id.eq.DR&sort=data_value, 15-1252.00 11-1011.00 53-3033.00",
        "work_styles, filter=scale_id.eq.DR&sort=data_value.descending, 53-3033.00 11-1011.00 15-1252.00",
        "job_titles, filter=short_title.ne.x, 11-1011.00",
    })
    void filtersAndSorts(String table, String query, String codes) {
        assertThat(codes(get("database/rows/" + table + "?" + query).body())).containsExactly(codes.split(" ", -1));
    }

    @Test
    void answersNoRowsWithAnEmptyPage() {
        assertThat(get(SKILLS + "?filter=onetsoc_code.eq.15-1252.00&start=21&end=40")
                        .body())
                .isEqualTo("{\"start\":1,\"end\":0,\"total\":0,\"row\":[]}");
        assertThat(get("online/search?keyword=astronaut").body())
                .isEqualTo("{\"start\":1,\"end\":0,\"total\":0,\"occupation\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?start=1&end=2001",
                "?start=0&end=4",
                "?start=3&end=2",
                "?start=x",
                "?filter=onetsoc_code",
                "?filter=code.eq.1",
                "?filter=onetsoc_code.lt.1",
                "?filter=data_value.contains.1",
                "?filter=data_value.eq.x",
                "?sort=code",
            })
    void refusesAParameterThatItCannotUse(String query) {
        HttpResponse<String> answer = get(SKILLS + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).startsWith("{\"error\":\"");
    }

    @Test
    void answersTwoThousandRowsAtOnce() {
        assertThat(get(SKILLS + "?start=1&end=2000").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesASearchWithoutAKeyword() {
        assertThat(get("online/search").body()).isEqualTo("{\"error\":\"must have required property 'keyword'\"}");
        assertThat(getOld("online/search").body())
                .isEqualTo("{\"error\":\"The required parameter \\\"keyword\\\" was not provided.\"}");
        assertThat(getOld("online/search").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "15-1252.00, 15-1252.00",
        "SOFTWARE, 15-1252.00",
        "scientists data, 15-2051.00",
        "c%2B%2B+developer, 15-1252.00",
        "data+analyst, 15-1211.00 15-2051.01",
        "programmers, 15-1251.00",
    })
    void findsOccupationsByCodeAndTitles(String keyword, String codes) {
        String query = "online/search?keyword=" + keyword.replace(" ", "%20");

        assertThat(found("\"code\":\"([^\"]+)\"", get(query).body())).containsExactly(codes.split(" ", -1));
    }

    @Test
    void wrapsHitsAsEachGenerationDoes() {
        assertThat(get("online/search?keyword=data+analyst&start=1&end=1").body())
                .isEqualTo("{\"start\":1,\"end\":1,\"total\":2,\"next\":\"" + stub.address()
                        + "online/search?keyword=data+analyst&start=2&end=2\",\"occupation\":[{\"href\":\""
                        + stub.address() + "online/occupations/15-1211.00/\",\"code\":\"15-1211.00\","
                        + "\"title\":\"Computer Systems Analysts\",\"tags\":{}}]}");
        assertThat(getOld("online/search?keyword=chief").body())
                .isEqualTo("{\"keyword\":\"chief\",\"start\":1,\"end\":1,\"total\":1,\"link\":[],\"occupation\":["
                        + "{\"href\":\"" + old.address() + "online/occupations/11-1011.00/\",\"relevance_score\":80,"
                        + "\"code\":\"11-1011.00\",\"title\":\"Chief Executives\","
                        + "\"tags\":{\"bright_outlook\":false,\"green\":false}}]}");
    }

    @Test
    void describesAnOccupation() {
        assertThat(get("online/occupations/11-1011.00/").body())
                .isEqualTo("{\"code\":\"11-1011.00\",\"title\":\"Chief Executives\",\"description\":\"Set the policy of"
                        + " an organization (\\\"the tone at the top\\\"), and direct its work.\","
                        + "\"sample_of_reported_titles\":[\"Chief Executive Officer\"]}");
        assertThat(get("online/occupations/99-9999.00").statusCode()).isEqualTo(404);
        assertThat(getOld("online/occupations/99-9999.00").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "database/rows",
                "database/rows/skills",
                "database/info/skills",
                "online/nothing",
                "a/b/about"
            })
    void hasNothingElse(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void hasNothingOutsideTheOldRoot() {
        assertThat(getOld(old.address().resolve("/about").toString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWrongCredentials() {
        HttpResponse<String> wrongKey = send(request(stub.address() + "about", "X-API-Key", "b-key"));
        HttpResponse<String> wrongPassword =
                send(request(old.address() + "about", "Authorization", "Basic " + base64("üser:x")));

        assertThat(wrongKey.statusCode()).isEqualTo(403);
        assertThat(wrongKey.body()).contains("<title>403 Forbidden</title>", "nginx");
        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(wrongPassword.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Basic ");
    }

    @Test
    void theOldServicesAnswerXmlToWhoDoesNotAskForJson() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(old.address().resolve("about"))
                .header("Authorization", "Basic " + base64("üser:pässword"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<?xml");
    }

    @Test
    void refusesWhatIsNoGet() {
        HttpRequest post = HttpRequest.newBuilder(stub.address().resolve("about"))
                .header("X-API-Key", "a-key")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(send(post).statusCode()).isEqualTo(405);
    }

    @Test
    void remembersRequestsInOrder() {
        get("about");
        get(OF_CHIEF_EXECUTIVES);
        send(request(stub.address() + "about", "X-API-Key", "b-key"));

        assertThat(stub.requests())
                .extracting(request -> request.address().toString())
                .containsExactly("/about", "/" + OF_CHIEF_EXECUTIVES, "/about");
        assertThat(stub.requests("rows/essential")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.headers().get("x-api-KEY")).containsExactly("a-key");
        });
    }

    @Test
    void movesToAnotherRelease() {
        stub.release(MiniRelease.singleSkillsText());

        assertThat(get("about").body()).contains("O*NET 29.3");
        assertThat(get(SKILLS).statusCode()).isEqualTo(404);
        assertThat(get("database/rows/skills").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAReleaseWithALineThatHasNoValues() {
        MiniRelease release = MiniRelease.csv().withLine("job_zones.csv", "a line");

        assertThatThrownBy(() -> stub.release(release)).hasMessageContaining("job_zones.csv");
    }

    @Test
    void failsAsOftenAsAskedAndOnlyWhereAsked() {
        stub.on("rows/essential_skills").times(2).status(503);

        assertThat(get("about").statusCode()).isEqualTo(200);
        assertThat(statuses(SKILLS, 3)).containsExactly(503, 503, 200);
    }

    @Test
    void failsFromNowOnUntilItRecovers() {
        stub.on("").always().status(500);

        assertThat(statuses("about", 3)).containsExactly(500, 500, 500);
        stub.recover();
        assertThat(get("about").statusCode()).isEqualTo(200);
    }

    @Test
    void usesUpTheFaultThatWasSetFirst() {
        stub.on("about").status(503);
        stub.on("about").status(502);

        assertThat(statuses("about", 3)).containsExactly(503, 502, 200);
    }

    @Test
    void answersWithStatusHeadersAndBodyOfChoice() {
        stub.on("about").status(429, Map.of("Retry-After", "1"));
        stub.on("about").status(429, Map.of("Content-Type", "text/plain"), "sl®w");
        stub.on("about").error(422, "a \"word\"");

        HttpResponse<String> first = get("about");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("1");
        assertThat(first.body()).contains("<title>429 Too Many Requests</title>");
        HttpResponse<String> second = get("about");
        assertThat(second.headers().allValues("Content-Type")).containsExactly("text/plain");
        assertThat(second.body()).isEqualTo("sl®w");
        HttpResponse<String> third = get("about");
        assertThat(third.statusCode()).isEqualTo(422);
        assertThat(third.body()).isEqualTo("{\"error\":\"a \\\"word\\\"\"}");
    }

    @Test
    void answersWithoutABody() {
        stub.on("about").status(503, Map.of(), "");

        HttpResponse<String> answer = get("about");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
        assertThat(get("about").statusCode()).isEqualTo(200);
    }

    @Test
    void redirects() {
        URI elsewhere = URI.create("http://127.0.0.2:1/about");
        stub.on("about").redirect(elsewhere);

        HttpResponse<String> answer = get("about");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(elsewhere.toString());
    }

    @Test
    void sendsWhatIsNoJson() {
        stub.on("about").notJson();

        HttpResponse<String> answer = get("about");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void sendsHalfOfTheJson() {
        String whole = get("about").body();
        stub.on("about").cutJson();

        assertThat(get("about").body()).isEqualTo(whole.substring(0, whole.length() / 2));
    }

    @Test
    void breaksOffInTheMiddleOfABody() {
        stub.on("about").cutBody();
        stub.on("about").cutChunks();

        assertThatThrownBy(() -> client.send(v2("about"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("fixed content-length");
        assertThatThrownBy(() -> client.send(v2("about"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("chunked transfer encoding");
        assertThat(get("about").statusCode()).isEqualTo(200);
    }

    @Test
    void editsAPage() {
        String before = get(OF_CHIEF_EXECUTIVES + "&end=2").body();
        stub.on("start=3").total(99);
        stub.on("start=3").rowOf("53-3033.00");
        stub.on("end=2").rowMissing();
        stub.on("end=2").next(URI.create("http://127.0.0.2/x"));

        assertThat(get(OF_CHIEF_EXECUTIVES + "&start=3&end=4").body())
                .startsWith("{\"start\":3,\"end\":4,\"total\":99,")
                .satisfies(page -> assertThat(codes(page)).containsExactly("11-1011.00", "53-3033.00"));
        String shorter = get(OF_CHIEF_EXECUTIVES + "&end=2").body();
        assertThat(shorter).startsWith("{\"start\":1,\"end\":2,\"total\":4,\"next\":\"http://127.0.0.2/x\",");
        assertThat(codes(shorter)).containsExactly("11-1011.00");
        assertThat(get(OF_CHIEF_EXECUTIVES + "&end=2").body()).isEqualTo(before);
    }

    @Test
    void editsAnOldPage() {
        old.on("skills").next(URI.create("http://127.0.0.2/x"));

        assertThat(getOld("database/rows/skills?start=1&end=2000").body())
                .contains("\"link\":[{\"href\":\"http://127.0.0.2/x\",\"rel\":\"next\"}]");
    }

    @Test
    void keepsAChangeToAPageForAnAnswerThatIsOne() {
        stub.on(SKILLS).total(99);
        stub.on(SKILLS).status(503);

        assertThat(get(SKILLS).statusCode()).isEqualTo(503);
        assertThat(get(SKILLS).body()).contains("\"total\":99");
    }

    @Test
    void ignoresFiltersWhenAsked() {
        stub.on(SKILLS).filtersIgnored();

        assertThat(get(OF_CHIEF_EXECUTIVES).body())
                .contains("\"total\":22,", "?filter=onetsoc_code.eq.11-1011.00&start=21&end=40");
        assertThat(get(OF_CHIEF_EXECUTIVES).body()).contains("\"total\":4,");
    }

    @Test
    void editsABody() {
        stub.on("about").body(body -> body.replace("31.0", "31.1®"));

        assertThat(get("about").body()).contains("O*NET 31.1®");
    }

    @Test
    void addsFaultsUp() {
        stub.on("about").status(503);
        stub.on("about").cutBody();
        HeldRequest held = stub.on("about").held();

        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(v2("about"), BodyHandlers.ofInputStream());
        held.awaitArrival();
        assertThat(answer).isNotDone();
        held.letGo();
        HttpResponse<InputStream> broken = join(answer);
        assertThat(broken.statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> broken.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void holdsARequestWhileOthersAreAnswered() {
        HeldRequest held = stub.on("about").held();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(v2("about"), BodyHandlers.ofString());
        held.awaitArrival();

        assertThat(get("about").statusCode()).isEqualTo(200);
        assertThat(stub.requests("about")).hasSize(2);
        stub.release(MiniRelease.csv().version("31.1", "December 2026"));
        assertThat(answer).isNotDone();

        held.letGo();
        assertThat(join(answer).body()).contains("O*NET 31.1");
    }

    @Test
    void awaitsAllRequestsThatAreToBeHeld() {
        HeldRequest held = stub.on("about").times(3).held();
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> client.sendAsync(v2("about"), BodyHandlers.ofString()))
                .limit(3)
                .toList();

        held.awaitArrival();
        assertThat(stub.requests()).hasSize(3);
        stub.letGo();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(join(answer).statusCode()).isEqualTo(200));
    }

    @Test
    void holdsTheRestOfABody() throws IOException {
        HeldRequest held = stub.on("about").heldInBody();

        HttpResponse<InputStream> answer = join(client.sendAsync(v2("about"), BodyHandlers.ofInputStream()));
        held.awaitArrival();
        assertThat(answer.statusCode()).isEqualTo(200);
        String firstHalf = new String(answer.body().readNBytes(20), UTF_8);
        assertThat(get("about").body()).startsWith(firstHalf);

        stub.letGo();
        String rest = new String(answer.body().readAllBytes(), UTF_8);
        assertThat(firstHalf + rest).isEqualTo(get("about").body());
    }

    @Test
    void runsAHookBeforeItAnswers() {
        stub.on("about").meanwhile(() -> stub.release(MiniRelease.csv().version("31.1", "December 2026")));

        assertThat(get("about").body()).contains("O*NET 31.1");
    }

    @Test
    void endsWhileRequestsAreHeld() {
        HeldRequest before = stub.on("about").held();
        HeldRequest inBody = stub.on("database").heldInBody();
        CompletableFuture<HttpResponse<String>> one = client.sendAsync(v2("about"), BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> other = client.sendAsync(v2("database"), BodyHandlers.ofString());
        before.awaitArrival();
        inBody.awaitArrival();

        stub.close();

        assertThat(Stream.of(one, other))
                .allSatisfy(answer -> assertThat(ended(answer)).isTrue());
        stub.close();
    }

    @Test
    void refusesConnectionsWhileStoppedAndComesBackAtTheSameAddress() {
        get("about");
        stub.stop();
        HttpClient another = HttpClient.newHttpClient();
        assertThatThrownBy(() -> another.send(v2("about"), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);

        stub.start();
        assertThat(get("about").statusCode()).isEqualTo(200);
        assertThat(stub.requests()).hasSize(2);
        assertThatThrownBy(stub::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToFailNotEvenOnce() {
        assertThatThrownBy(() -> stub.on("about").times(0)).hasMessageContaining("at least 1");
    }

    private HttpResponse<String> get(String path) {
        return send(v2(path));
    }

    private HttpResponse<String> getOld(String path) {
        return send(
                request(old.address().resolve(path).toString(), "Authorization", "Basic " + base64("üser:pässword")));
    }

    private HttpRequest v2(String path) {
        return request(stub.address().resolve(path).toString(), "X-API-Key", "a-key");
    }

    private List<Integer> statuses(String path, int times) {
        return Stream.generate(() -> get(path).statusCode()).limit(times).toList();
    }

    private HttpResponse<String> send(HttpRequest request) {
        return join(client.sendAsync(request, BodyHandlers.ofString()));
    }

    private static HttpRequest request(String address, String header, String value) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/json")
                .header(header, value)
                .build();
    }

    /** Bounded, so that a stub that hangs fails the test. */
    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Returns whether an answer, or an error in its place, arrives. */
    private static boolean ended(CompletableFuture<?> answer) throws Exception {
        try {
            answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause() instanceof IOException;
        }
        return true;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static List<String> codes(String body) {
        return found("\"onetsoc_code\":\"([^\"]+)\"", body);
    }

    private static String rows(String body) {
        return found("\"row\":\\[(.*)\\]\\}$", body).get(0);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
