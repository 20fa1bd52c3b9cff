package io.github.onet4j.compare;

import java.util.Objects;

/**
 * Something that both releases have, and not alike.
 *
 * @param earlier what the earlier release says
 * @param later what the later release says
 * @param <T> for example {@link io.github.onet4j.JobZone}
 */
public record Change<T>(T earlier, T later) {
    /** Refuses null. */
    public Change {
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(later, "later");
    }
}
