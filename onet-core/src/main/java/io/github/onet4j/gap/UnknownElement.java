package io.github.onet4j.gap;

import io.github.onet4j.Element;
import io.github.onet4j.Rating;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An element of a {@link SkillGap} that one side, or neither, has a level of. Nobody knows whether it is a gap.
 * Immutable.
 */
public final class UnknownElement {
    private final Element element;
    private final @Nullable Rating from;
    private final @Nullable Rating to;
    private final @Nullable Rating importance;
    private final @Nullable Double shareAtMost;

    UnknownElement(
            Element element,
            @Nullable Rating from,
            @Nullable Rating to,
            @Nullable Rating importance,
            @Nullable Double shareAtMost) {
        this.element = element;
        this.from = from;
        this.to = to;
        this.importance = importance;
        this.shareAtMost = shareAtMost;
    }

    /**
     * Returns the element.
     *
     * @return the element
     */
    public Element element() {
        return element;
    }

    /**
     * Returns the source's level rating.
     *
     * @return the rating, or nothing if the source's level is unknown
     */
    public Optional<Rating> from() {
        return Optional.ofNullable(from);
    }

    /**
     * Returns the target's level rating.
     *
     * @return the rating, or nothing if the target's level is unknown
     */
    public Optional<Rating> to() {
        return Optional.ofNullable(to);
    }

    /**
     * Returns the target's importance rating.
     *
     * @return the rating, 1 to 5, or nothing if there is none
     */
    public Optional<Rating> importance() {
        return Optional.ofNullable(importance);
    }

    /**
     * Returns the share of the shortfall that the element makes up if the source lacks it altogether. The larger it is,
     * the more is won by finding out.
     *
     * @return the share, 0 to 1, or nothing if the target's level or importance is unknown, or its level is 0
     */
    public OptionalDouble shareAtMost() {
        return shareAtMost == null ? OptionalDouble.empty() : OptionalDouble.of(shareAtMost);
    }

    /** Returns the share, or −1 if it cannot be computed. */
    double shareForOrder() {
        return shareAtMost == null ? -1 : shareAtMost;
    }

    /** {@return {@link #element}, for serializers} */
    public Element getElement() {
        return element;
    }

    /** {@return {@link #from} or null, for serializers} */
    public @Nullable Rating getFrom() {
        return from;
    }

    /** {@return {@link #to} or null, for serializers} */
    public @Nullable Rating getTo() {
        return to;
    }

    /** {@return {@link #importance} or null, for serializers} */
    public @Nullable Rating getImportance() {
        return importance;
    }

    /** {@return {@link #shareAtMost} or null, for serializers} */
    public @Nullable Double getShareAtMost() {
        return shareAtMost;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownElement that
                && element.equals(that.element)
                && Objects.equals(from, that.from)
                && Objects.equals(to, that.to)
                && Objects.equals(importance, that.importance)
                && Objects.equals(shareAtMost, that.shareAtMost);
    }

    @Override
    public int hashCode() {
        return Objects.hash(element, from, to, importance, shareAtMost);
    }

    /** Returns one line, for example {@code Programming (2.B.3.e): from unknown to 4.88}. */
    @Override
    public String toString() {
        return element + ": from " + level(from) + " to " + level(to);
    }

    private static String level(@Nullable Rating rating) {
        return rating == null ? "unknown" : ElementGap.number(rating.value());
    }
}
