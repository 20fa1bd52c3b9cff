package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.OnetCatalog;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a function makes of the active release, made anew once the release is another revision. Of several threads that
 * need it, one makes it, and holds no connection while it does. Thread-safe.
 */
public final class PerRevision<T> implements Supplier<T> {
    private final DatabaseCatalog active;
    private final KeptRevisions kept;
    private final Function<? super OnetCatalog, ? extends T> function;
    private final ReentrantLock making = new ReentrantLock();

    private volatile @Nullable Made<T> made;

    public PerRevision(
            DatabaseCatalog active, KeptRevisions kept, Function<? super OnetCatalog, ? extends T> function) {
        this.active = active;
        this.kept = kept;
        this.function = function;
    }

    @Override
    public T get() {
        Made<T> known = current();
        if (known != null) {
            return known.value();
        }
        // Inside the host's transaction it must not wait: another may be waiting, in its turn, for its connection.
        return active.isInHostTransaction() ? make() : makeInTurn();
    }

    private T makeInTurn() {
        making.lock();
        try {
            Made<T> known = current();
            return known == null ? make() : known.value();
        } finally {
            making.unlock();
        }
    }

    private @Nullable Made<T> current() {
        Made<T> known = made;
        return known != null && known.generation() == kept.generation() && active.isAt(known.revision()) ? known : null;
    }

    private T make() {
        int generation = kept.generation();
        SnapshotCatalog snapshot = active.snapshot();
        T value = Objects.requireNonNull(function.apply(snapshot), "the function returned null");
        made = new Made<>(snapshot.revision(), generation, value);
        return value;
    }

    private record Made<T>(Revision revision, int generation, T value) {}
}
