package com.example.driver;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** A driver with bugs: it throws what none should. It is in a package of its own, as every driver. */
public final class ConfusedDriver {
    private static final List<Supplier<RuntimeException>> EXCEPTIONS =
            List.of(ConfusedDriver::illegalState, ConfusedDriver::illegalArgument, ConfusedDriver::nullPointer);

    private ConfusedDriver() {}

    /** Returns one of several exceptions. */
    public static RuntimeException exception(int number) {
        return EXCEPTIONS.get(number % EXCEPTIONS.size()).get();
    }

    public static IllegalStateException illegalState() {
        return new IllegalStateException("the driver is confused");
    }

    public static IllegalArgumentException illegalArgument() {
        return new IllegalArgumentException("the driver passes itself something wrong");
    }

    /** Has the frames of the JDK on top. */
    public static NullPointerException nullPointer() {
        try {
            Objects.requireNonNull(null, "the driver has lost something");
            throw new IllegalStateException("null is null");
        } catch (NullPointerException e) {
            return e;
        }
    }

    public static Error error() {
        return new NoClassDefFoundError("the driver lacks a class");
    }
}
