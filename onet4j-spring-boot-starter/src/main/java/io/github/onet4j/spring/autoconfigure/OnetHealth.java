package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.StoredRelease;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Looks for the active release and the tables. Quotes no exception, which may have SQL in it; the log does. */
final class OnetHealth {
    private static final Logger LOG = LoggerFactory.getLogger(OnetHealth.class);

    private final ObjectProvider<Onet> onet;

    /** Tables that were right once stay so: nobody drops them from under a running application. */
    private volatile boolean wasUpToDate;

    OnetHealth(ObjectProvider<Onet> onet) {
        this.onet = onet;
    }

    /** What is told, for Spring Boot 3.5 and 4 alike. */
    record Answer(String status, Map<String, Object> details) {}

    Answer answer() {
        try {
            return answer(onet.getObject());
        } catch (RuntimeException e) {
            LOG.warn("onet4j can't answer: {}", e.getMessage());
            return Trouble.of(e)
                    .map(OnetHealth::answer)
                    .orElseGet(() -> answer("DOWN", "The database can't be used. The log says why.", null));
        }
    }

    private Answer answer(Onet active) {
        Optional<StoredRelease> release =
                active.releases().stream().filter(StoredRelease::active).findFirst();
        if (release.isEmpty()) {
            return answer(Trouble.NO_RELEASE);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("release", release.get().info().version());
        details.put("schema", isUpToDate(active) ? "up to date" : "differs");
        return new Answer("UP", details);
    }

    private boolean isUpToDate(Onet active) {
        if (!wasUpToDate) {
            wasUpToDate = active.schema().differences().isEmpty();
        }
        return wasUpToDate;
    }

    private static Answer answer(Trouble trouble) {
        boolean waits = trouble == Trouble.NO_RELEASE || trouble == Trouble.NO_SCHEMA;
        return answer(waits ? "OUT_OF_SERVICE" : "DOWN", trouble.what(), trouble.fix());
    }

    private static Answer answer(String status, String problem, @Nullable String fix) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("problem", problem);
        if (fix != null) {
            details.put("fix", fix);
        }
        return new Answer(status, details);
    }
}
