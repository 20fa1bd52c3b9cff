package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;

import io.github.onet4j.Origin;
import io.github.onet4j.jooq.internal.database.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The origins of fetched ratings. The version of a fetch never changes, so each is read once. */
final class FetchOrigins {
    private final Map<Integer, Origin> known = new ConcurrentHashMap<>();

    /** The origin of a fetch, or null if it was not looked up yet. */
    @Nullable
    Origin find(int fetchId) {
        return known.get(fetchId);
    }

    /** Looks fetches up, all in one statement; afterwards every one of them is known. */
    void lookUp(Session session, Set<Integer> fetchIds) {
        session.dsl()
                .select(ONET_WEB_FETCH.FETCH_ID, ONET_WEB_FETCH.SERVICE_VERSION)
                .from(ONET_WEB_FETCH)
                .where(ONET_WEB_FETCH.FETCH_ID.in(fetchIds))
                .forEach(row -> known.put(row.value1(), origin(row.value2())));
        // A host may have deleted a fetch.
        fetchIds.forEach(fetchId -> known.computeIfAbsent(fetchId, id -> origin("unknown")));
    }

    private static Origin origin(String version) {
        return new Origin(Origin.Kind.WEB_SERVICES, version);
    }
}
