package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one {@link Onet} of the service, made when it is first asked for: building it connects, and the service must start while
 * its database is away. What fails is tried again by the next request.
 */
final class LazyOnet {
    private final Supplier<Onet> build;
    private volatile @Nullable Onet onet;

    LazyOnet(Supplier<Onet> build) {
        this.build = build;
    }

    /** Two requests at once may build two; they are equal, and one is dropped. */
    Onet get() {
        Onet built = onet;
        if (built == null) {
            built = build.get();
            onet = built;
        }
        return built;
    }
}
