package io.github.onet4j.examples.service;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.jooq.Onet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Builds the service's {@link Onet} on first use: building connects, and the service must start while its database is
 * unavailable. The next request retries after a failure.
 */
final class LazyOnet {
    private final Supplier<Onet> build;
    private volatile @Nullable Onet onet;

    LazyOnet(Supplier<Onet> build) {
        this.build = build;
    }

    /** As {@link Onet#perRelease}, for who is built before the database is known. */
    <T> Supplier<T> perRelease(Function<? super OnetCatalog, ? extends T> function) {
        SingletonSupplier<Supplier<T>> kept = SingletonSupplier.of(() -> get().perRelease(function));
        return () -> kept.obtain().get();
    }

    /** Concurrent requests may build two equal ones, of which one is dropped. */
    Onet get() {
        Onet built = onet;
        if (built == null) {
            built = build.get();
            onet = built;
        }
        return built;
    }
}
