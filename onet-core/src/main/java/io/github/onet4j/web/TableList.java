package io.github.onet4j.web;

import io.github.onet4j.internal.web.ApiVersion;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceAnswer;
import io.github.onet4j.internal.web.ServiceAnswer.Table;
import io.github.onet4j.internal.web.ServiceInfo;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tables that the service listed last, kept as long as its version of O*NET stays the same. Thread-safe. */
final class TableList {
    private final Exchange exchange;
    private final ApiVersion generation;

    /** Null until they are first needed, and after a change of the version. */
    private volatile @Nullable List<Table> knownTables;

    private volatile @Nullable String knownVersion;

    TableList(Exchange exchange, ApiVersion generation) {
        this.exchange = exchange;
        this.generation = generation;
    }

    /** Asks for the service's version. */
    ServiceInfo about() {
        ServiceInfo info = exchange.get("about", answer -> answer.about(generation));
        if (!Objects.equals(info.databaseVersion(), knownVersion)) {
            knownVersion = info.databaseVersion();
            knownTables = null;
        }
        return info;
    }

    /**
     * Asks for the service's version and requires an answer: data of an unknown version could not be told from the
     * next one's.
     */
    String requireVersion() {
        String version = about().databaseVersion();
        if (version == null) {
            throw WebServicesException.of(
                    Reason.UNREADABLE,
                    exchange.address("about"),
                    "O*NET Web Services do not tell which version of O*NET they have");
        }
        return version;
    }

    /** Returns the version that the service had when it was last asked; null before, or if it did not tell. */
    @Nullable
    String knownVersion() {
        return knownVersion;
    }

    /** Returns true if the service lists the tables that hold a table of a release. */
    boolean has(ReleaseTable table) {
        List<Table> known = knownTables;
        return !queries(table, known == null ? refresh() : known).isEmpty();
    }

    List<RowQuery> queries(ReleaseTable table) {
        List<Table> known = knownTables;
        List<RowQuery> queries = known == null ? List.of() : queries(table, known);
        if (queries.isEmpty()) {
            // The list may be that of an earlier release.
            List<Table> listed = refresh();
            queries = queries(table, listed);
            if (queries.isEmpty()) {
                throw notAvailable(exchange.address("database"), table.ids().toString(), listed);
            }
        }
        return queries;
    }

    /** Asks for the list again, and fails if a table is not in it. */
    void requireListed(String tableId, URI asked) {
        List<Table> listed = refresh();
        if (listed.stream().noneMatch(table -> table.id().equals(tableId))) {
            throw notAvailable(asked, tableId, listed);
        }
    }

    private List<Table> refresh() {
        List<Table> listed = exchange.get("database", ServiceAnswer::tables);
        knownTables = listed;
        return listed;
    }

    /** Returns queries in the newest layout whose tables are all listed; none if there is no such layout. */
    private static List<RowQuery> queries(ReleaseTable table, List<Table> listed) {
        for (int layout = table.ids().size() - 1; layout >= 0; layout--) {
            List<RowQuery> queries =
                    queries(table.ids().get(layout), table.fileTitles().get(layout), listed);
            if (queries.size() == table.ids().get(layout).size()) {
                return queries;
            }
        }
        return List.of();
    }

    private static List<RowQuery> queries(List<String> ids, List<String> titles, List<Table> listed) {
        List<RowQuery> queries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            String title = titles.get(i);
            // By title too: a table with a long name may have a shorter id.
            listed.stream()
                    .filter(table -> table.id().equals(id) || table.title().equalsIgnoreCase(title))
                    .findFirst()
                    .ifPresent(table -> queries.add(RowQuery.of(table.id())));
        }
        return queries;
    }

    private static WebServicesException notAvailable(URI address, String wanted, List<Table> listed) {
        return WebServicesException.of(
                Reason.TABLE_NOT_AVAILABLE,
                address,
                "O*NET Web Services have no table " + wanted + " now; they have "
                        + listed.stream().map(Table::id).toList());
    }
}
