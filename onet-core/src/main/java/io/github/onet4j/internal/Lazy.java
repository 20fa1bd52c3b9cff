package io.github.onet4j.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first needed and then kept. A failure is not kept. Thread-safe. */
public final class Lazy<T> {
    private final Supplier<T> computation;
    private @Nullable T value;

    public Lazy(Supplier<T> computation) {
        this.computation = computation;
    }

    /** Returns the value; of several threads that need it at once, one computes it. */
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = computation.get();
            value = known;
        }
        return known;
    }
}
