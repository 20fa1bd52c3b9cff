package io.github.onet4j.examples.service;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.load.StoredRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports the active release or, if there is none, the problem and its solution. */
@Component
class OnetHealthIndicator implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(OnetHealthIndicator.class);

    private final LazyOnet onet;

    OnetHealthIndicator(LazyOnet onet) {
        this.onet = onet;
    }

    @Override
    public Health health() {
        try {
            return onet.get().releases().stream()
                    .filter(StoredRelease::active)
                    .findFirst()
                    .map(active -> Health.up()
                            .withDetail("release", active.info().version())
                            .build())
                    .orElseGet(() -> down(Unavailability.NO_RELEASE));
        } catch (OnetException e) {
            LOG.warn("not ready: {}", e.getMessage());
            return Unavailability.of(e)
                    .map(OnetHealthIndicator::down)
                    .orElseGet(() -> Health.down()
                            .withDetail("problem", "The database can't be used. The log says why.")
                            .build());
        }
    }

    private static Health down(Unavailability reason) {
        return Health.down()
                .withDetail("problem", reason.what())
                .withDetail("fix", reason.fix())
                .build();
    }
}
