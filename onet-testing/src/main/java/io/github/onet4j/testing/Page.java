package io.github.onet4j.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of the rows of an answer.
 *
 * @param start the position of the first row, counted from 1
 * @param end the position of the last row; one less than {@code start} if there are none
 * @param total the number of rows on all pages
 * @param rows the rows on this page
 * @param next where the rows that follow are
 * @param previous where the rows in front are
 */
record Page(int start, int end, int total, List<JsonObject> rows, Optional<URI> next, Optional<URI> previous) {
    private static final int DEFAULT_ROWS = 20;
    private static final int MOST_ROWS = 2000;

    /** Cuts out of all rows those that the question asks for by {@code start} and {@code end}. */
    static <R> Page of(Question question, List<R> all, Function<R, JsonObject> json) {
        int start = question.value("start").map(Page::position).orElse(1);
        int asked = question.value("end").map(Page::position).orElse(start + DEFAULT_ROWS - 1);
        int size = asked - start + 1;
        if (size < 1 || size > MOST_ROWS) {
            throw new Unprocessable("start and end must span 1 to " + MOST_ROWS + " rows");
        }
        int first = all.isEmpty() ? 1 : start;
        int last = Math.max(first - 1, Math.min(asked, all.size()));
        List<JsonObject> rows = last < first
                ? List.of()
                : all.subList(first - 1, last).stream().map(json).toList();
        return new Page(
                first,
                last,
                all.size(),
                rows,
                last < all.size() && last >= first
                        ? Optional.of(question.addressOf(last + 1, last + size))
                        : Optional.empty(),
                first > 1 ? Optional.of(question.addressOf(Math.max(1, first - size), first - 1)) : Optional.empty());
    }

    Page withTotal(int changed) {
        return new Page(start, end, changed, rows, next, previous);
    }

    Page withNext(URI address) {
        return new Page(start, end, total, rows, Optional.of(address), previous);
    }

    /** Lacks its last row, and says nothing of it. */
    Page withoutLastRow() {
        return new Page(start, end, total, rows.subList(0, rows.size() - 1), next, previous);
    }

    /** Has another occupation's code in its last row. */
    Page withLastRowOf(String code) {
        List<JsonObject> changed = new ArrayList<>(rows);
        changed.set(rows.size() - 1, rows.get(rows.size() - 1).copy().put("onetsoc_code", code));
        return new Page(start, end, total, changed, next, previous);
    }

    private static int position(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new Unprocessable("start and end must be positive integers");
        }
        return Integer.parseInt(text);
    }
}
