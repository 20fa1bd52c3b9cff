package io.github.onet4j.testing;

import io.github.onet4j.testing.WebServicesStub.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The routes that both generations of O*NET Web Services have. What is not known of the services is decided here: an
 * unknown table is answered with 404, rows behind the last one with an empty page.
 */
abstract sealed class Service permits ServiceV2, ServiceV19 {
    private final URI address;

    /**
     * @param address the service's root, with a slash at its end
     */
    Service(URI address) {
        this.address = address;
    }

    /** Returns the reply to wrong credentials or to a form that this generation lacks; empty if all is well. */
    abstract Optional<Reply> refusal(Request request);

    abstract JsonObject about(WebTables tables);

    abstract Object list(List<JsonObject> tables);

    abstract JsonObject info(JsonObject table, WebTable of);

    abstract JsonObject rows(Page page, WebTable of);

    abstract JsonObject hits(Page page, String keyword);

    abstract JsonObject hit(OccupationSearch.Hit hit, String address);

    abstract String missing(String parameter);

    abstract JsonObject overview(JsonObject occupation, List<String> reportedTitles);

    abstract Reply unknownOccupation(String code);

    final URI address() {
        return address;
    }

    final URI address(String path) {
        return address.resolve(path);
    }

    /**
     * @param edits applied to an answer that is a page
     */
    final Reply answer(Question question, WebTables tables, UnaryOperator<Page> edits) {
        try {
            return route(question, tables, edits);
        } catch (Unprocessable e) {
            return Reply.error(422, String.valueOf(e.getMessage()));
        }
    }

    private Reply route(Question question, WebTables tables, UnaryOperator<Page> edits) {
        String path = path(question);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (path.substring(0, path.length() - name.length())) {
            case "" ->
                switch (name) {
                    case "about" -> Reply.json(200, about(tables));
                    case "database" ->
                        Reply.json(
                                200,
                                list(tables.tables().stream().map(this::listed).toList()));
                    default -> Reply.html(404);
                };
            case "database/info/" ->
                tables.find(name)
                        .map(table -> Reply.json(200, info(described(table), table)))
                        .orElseGet(() -> Reply.html(404));
            case "database/rows/" ->
                tables.find(name)
                        .map(table -> Reply.json(200, rows(edits.apply(table.page(question)), table)))
                        .orElseGet(() -> Reply.html(404));
            case "online/" -> name.equals("search") ? search(question, tables, edits) : Reply.html(404);
            case "online/occupations/" -> occupation(name, tables);
            default -> Reply.html(404);
        };
    }

    /** The path below the root, without a slash at its end; empty if it is not below the root. */
    private String path(Question question) {
        String path = question.address().getPath();
        if (!path.startsWith(address.getPath())) {
            return "";
        }
        String below = path.substring(address.getPath().length());
        return below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
    }

    private JsonObject listed(WebTable table) {
        return named(table)
                .put("info", address("database/info/" + table.id()).toString())
                .put("rows", address("database/rows/" + table.id()).toString());
    }

    private JsonObject described(WebTable table) {
        return named(table)
                .put("rows", address("database/rows/" + table.id()).toString())
                .put(
                        "column",
                        table.columns().stream().map(WebColumn::description).toList());
    }

    private static JsonObject named(WebTable table) {
        return new JsonObject()
                .put("table_id", table.id())
                .put("title", table.title())
                .put("description", table.title() + " of the O*NET® database.");
    }

    private Reply search(Question question, WebTables tables, UnaryOperator<Page> edits) {
        String keyword = question.value("keyword")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Unprocessable(missing("keyword")));
        Page page = Page.of(question, new OccupationSearch(tables).search(keyword), this::hit);
        return Reply.json(200, hits(edits.apply(page), keyword));
    }

    private JsonObject hit(OccupationSearch.Hit hit) {
        return hit(hit, address("online/occupations/" + hit.code() + "/").toString());
    }

    private Reply occupation(String code, WebTables tables) {
        return tables.rows("occupation_data").stream()
                .filter(row -> code.equals(row.get("onetsoc_code")))
                .findFirst()
                .map(row -> Reply.json(200, overview(overview(row), reportedTitles(code, tables))))
                .orElseGet(() -> unknownOccupation(code));
    }

    private static JsonObject overview(Map<String, String> occupation) {
        return new JsonObject()
                .put("code", occupation.get("onetsoc_code"))
                .put("title", occupation.get("title"))
                .put("description", occupation.get("description"));
    }

    private static List<String> reportedTitles(String code, WebTables tables) {
        return tables.rows("sample_of_reported_titles").stream()
                .filter(row -> code.equals(row.get("onetsoc_code")))
                .map(row -> row.getOrDefault("reported_job_title", ""))
                .toList();
    }
}
