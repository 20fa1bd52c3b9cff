package io.github.onet4j.web;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.JsonValue;
import io.github.onet4j.internal.OptionCheck;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceAnswer;
import java.util.ArrayList;
import java.util.List;

/** Searches occupations with the service's own search, part by part if it sends fewer hits than asked for. */
final class KeywordSearch {
    static final int MAX_HITS = 2000;

    private final Exchange exchange;

    KeywordSearch(Exchange exchange) {
        this.exchange = exchange;
    }

    List<SearchHit> search(String keyword, int limit) {
        OptionCheck.check(limit >= 1 && limit <= MAX_HITS, "limit", "between 1 and " + MAX_HITS, limit);
        if (keyword.isBlank()) {
            throw new IllegalArgumentException("keyword must not be blank");
        }
        List<SearchHit> hits = new ArrayList<>();
        int total = limit;
        while (hits.size() < Math.min(limit, total)) {
            String path = "online/search?keyword=" + RowQuery.encoded(keyword) + "&start=" + (hits.size() + 1) + "&end="
                    + limit;
            total = exchange.get(path, answer -> add(answer, hits));
        }
        return hits;
    }

    /** Adds the hits of an answer and returns the number of hits on all of them. */
    private static int add(ServiceAnswer answer, List<SearchHit> hits) {
        int total = answer.json().get("total").integer();
        JsonValue occupations = answer.json().get("occupation");
        List<JsonValue> found = occupations.list();
        if (found.isEmpty() && total > 0) {
            throw occupations.mustBe("a list of the " + total + " occupations");
        }
        found.forEach(hit -> hits.add(hit(hit)));
        return total;
    }

    private static SearchHit hit(JsonValue hit) {
        String code = hit.get("code").text();
        if (!OnetSocCode.isCode(code)) {
            throw hit.get("code").mustBe("an O*NET-SOC code");
        }
        return new SearchHit(OnetSocCode.parse(code), hit.get("title").text());
    }
}
