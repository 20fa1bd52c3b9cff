package io.github.onet4j.testing;

import io.github.onet4j.testing.WebServicesStub.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * O*NET Web Services 1.9 in JSON. Who does not ask for JSON gets XML, of which there is only an empty document here.
 * The form of the list of tables is not known; here it is {@code {"table": […]}}.
 */
final class ServiceV19 extends Service {
    private final String authorization;

    ServiceV19(URI host, String username, String password) {
        super(host.resolve("/v1.9/ws/"));
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Override
    Optional<Reply> refusal(Request request) {
        if (!request.has("Authorization", authorization)) {
            return Optional.of(Reply.html(401).with(Map.of("WWW-Authenticate", "Basic realm=\"O*NET Web Services\"")));
        }
        return request.accepts("application/json") ? Optional.empty() : Optional.of(xml());
    }

    @Override
    JsonObject about(WebTables tables) {
        return new JsonObject()
                .put("taxonomy", "O*NET-SOC 2019")
                .put("database", "O*NET " + tables.version())
                .put("api_version", "1.9");
    }

    @Override
    Object list(List<JsonObject> tables) {
        return new JsonObject().put("table", tables);
    }

    @Override
    JsonObject info(JsonObject table, WebTable of) {
        return table;
    }

    @Override
    JsonObject rows(Page page, WebTable of) {
        return envelope(
                        new JsonObject()
                                .put("info", address("database/info/" + of.id()).toString()),
                        page)
                .put("table_id", of.id())
                .put("row", page.rows());
    }

    @Override
    JsonObject hits(Page page, String keyword) {
        return envelope(new JsonObject().put("keyword", keyword), page).put("occupation", page.rows());
    }

    @Override
    JsonObject hit(OccupationSearch.Hit hit, String address) {
        return new JsonObject()
                .put("href", address)
                .put("relevance_score", hit.relevance())
                .put("code", hit.code())
                .put("title", hit.title())
                .put("tags", new JsonObject().put("bright_outlook", false).put("green", false));
    }

    @Override
    String missing(String parameter) {
        return "The required parameter \"" + parameter + "\" was not provided.";
    }

    @Override
    JsonObject overview(JsonObject occupation, List<String> reportedTitles) {
        return occupation.put("sample_of_reported_job_titles", new JsonObject().put("title", reportedTitles));
    }

    @Override
    Reply unknownOccupation(String code) {
        return Reply.error(422, "There is no occupation " + code + ".");
    }

    private static JsonObject envelope(JsonObject envelope, Page page) {
        List<JsonObject> links = new ArrayList<>();
        page.next().ifPresent(next -> links.add(link(next, "next")));
        page.previous().ifPresent(previous -> links.add(link(previous, "prev")));
        return envelope.put("start", page.start())
                .put("end", page.end())
                .put("total", page.total())
                .put("link", links);
    }

    private static JsonObject link(URI address, String relation) {
        return new JsonObject().put("href", address.toString()).put("rel", relation);
    }

    private static Reply xml() {
        return new Reply(
                200, Map.of("Content-Type", "text/xml"), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document/>\n");
    }
}
