package io.github.onet4j.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is asked for when it is first needed, and kept. Not kept if asking failed. Safe for many threads. */
final class Kept<T> {
    private final Supplier<T> question;
    private @Nullable T answer;

    Kept(Supplier<T> question) {
        this.question = question;
    }

    /** Returns the answer; of several threads that need it at once, one asks. */
    synchronized T get() {
        T known = answer;
        if (known == null) {
            known = question.get();
            answer = known;
        }
        return known;
    }
}
