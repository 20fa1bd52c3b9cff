package io.github.onet4j.testing;

import io.github.onet4j.testing.WebServicesStub.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** O*NET Web Services 2.0. What it answers to an unknown occupation is not known; here it is 404. */
final class ServiceV2 extends Service {
    private final String apiKey;

    ServiceV2(URI host, String apiKey) {
        super(host.resolve("/"));
        this.apiKey = apiKey;
    }

    @Override
    Optional<Reply> refusal(Request request) {
        return request.has("X-API-Key", apiKey) ? Optional.empty() : Optional.of(Reply.html(403));
    }

    @Override
    JsonObject about(WebTables tables) {
        return new JsonObject()
                .put("api_version", "2.0")
                .put("taxonomy", new JsonObject().put("name", "O*NET-SOC 2019"))
                .put("database", new JsonObject().put("name", "O*NET " + tables.version()));
    }

    @Override
    Object list(List<JsonObject> tables) {
        return tables;
    }

    @Override
    JsonObject info(JsonObject table, WebTable of) {
        String file = "https://www.onetcenter.org/dl_files/database/" + of.id();
        return table.put("data_dictionary", "https://www.onetcenter.org/dictionary/" + of.id() + ".html")
                .put("download", new JsonObject().put("csv", file + ".csv").put("json", file + ".json"));
    }

    @Override
    JsonObject rows(Page page, WebTable of) {
        return envelope(page).put("row", page.rows());
    }

    @Override
    JsonObject hits(Page page, String keyword) {
        return envelope(page).put("occupation", page.rows());
    }

    @Override
    JsonObject hit(OccupationSearch.Hit hit, String address) {
        return new JsonObject()
                .put("href", address)
                .put("code", hit.code())
                .put("title", hit.title())
                .put("tags", new JsonObject());
    }

    @Override
    String missing(String parameter) {
        return "must have required property '" + parameter + "'";
    }

    @Override
    JsonObject overview(JsonObject occupation, List<String> reportedTitles) {
        return occupation.put("sample_of_reported_titles", reportedTitles);
    }

    @Override
    Reply unknownOccupation(String code) {
        return Reply.html(404);
    }

    private static JsonObject envelope(Page page) {
        JsonObject envelope = new JsonObject()
                .put("start", page.start())
                .put("end", page.end())
                .put("total", page.total());
        page.next().ifPresent(next -> envelope.put("next", next.toString()));
        page.previous().ifPresent(previous -> envelope.put("prev", previous.toString()));
        return envelope;
    }
}
