package io.github.onet4j.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What two releases list, such as occupations, and how the lists differ. Immutable.
 *
 * @param <T> what is listed, for example {@link io.github.onet4j.Occupation}
 */
public final class Changes<T> {
    private final Presence presence;
    private final List<T> added;
    private final List<T> removed;
    private final List<Change<T>> changed;
    private final int unchanged;
    private final String attribution;

    private Changes(
            Presence presence,
            List<T> added,
            List<T> removed,
            List<Change<T>> changed,
            int unchanged,
            String attribution) {
        this.presence = presence;
        this.added = List.copyOf(added);
        this.removed = List.copyOf(removed);
        this.changed = List.copyOf(changed);
        this.unchanged = unchanged;
        this.attribution = attribution;
    }

    /** Compares what two releases list by code or id. */
    static <K extends Comparable<K>, T> Changes<T> of(
            NavigableMap<K, T> earlier, NavigableMap<K, T> later, BiPredicate<T, T> isSame, String attribution) {
        Presence presence = Presence.of(!earlier.isEmpty(), !later.isEmpty());
        List<T> added = new ArrayList<>();
        List<T> removed = new ArrayList<>();
        List<Change<T>> changed = new ArrayList<>();
        int unchanged = 0;
        if (presence == Presence.BOTH) {
            for (var entry : later.entrySet()) {
                T before = earlier.get(entry.getKey());
                if (before == null) {
                    added.add(entry.getValue());
                } else if (isSame.test(before, entry.getValue())) {
                    unchanged++;
                } else {
                    changed.add(new Change<>(before, entry.getValue()));
                }
            }
            earlier.forEach((key, value) -> {
                if (!later.containsKey(key)) {
                    removed.add(value);
                }
            });
        }
        return new Changes<>(presence, added, removed, changed, unchanged, attribution);
    }

    /**
     * Tells which of the releases has the list at all. What only one has was not added or removed piece by piece: all
     * lists of changes are empty then.
     *
     * @return the releases whose list is not empty
     */
    public Presence presence() {
        return presence;
    }

    /**
     * Returns what only the later release lists.
     *
     * @return the later release's, by code or id
     */
    public List<T> added() {
        return added;
    }

    /**
     * Returns what only the earlier release lists.
     *
     * @return the earlier release's, by code or id
     */
    public List<T> removed() {
        return removed;
    }

    /**
     * Returns what both releases list, and not alike. The method that returned these changes says what makes the
     * difference.
     *
     * @return the changes, by code or id
     */
    public List<Change<T>> changed() {
        return changed;
    }

    /**
     * Returns the number of those that both releases list alike.
     *
     * @return the number, 0 or more
     */
    public int unchanged() {
        return unchanged;
    }

    /**
     * Returns the credit that the license of the data asks for. Show it wherever you show these changes.
     *
     * @return the attribution of both releases
     */
    public String attribution() {
        return attribution;
    }

    /** {@return {@link #presence}, for serializers} */
    public Presence getPresence() {
        return presence;
    }

    /** {@return {@link #added}, for serializers} */
    public List<T> getAdded() {
        return added;
    }

    /** {@return {@link #removed}, for serializers} */
    public List<T> getRemoved() {
        return removed;
    }

    /** {@return {@link #changed}, for serializers} */
    public List<Change<T>> getChanged() {
        return changed;
    }

    /** {@return {@link #unchanged}, for serializers} */
    public int getUnchanged() {
        return unchanged;
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Changes<?> that
                && presence == that.presence
                && added.equals(that.added)
                && removed.equals(that.removed)
                && changed.equals(that.changed)
                && unchanged == that.unchanged
                && attribution.equals(that.attribution);
    }

    @Override
    public int hashCode() {
        return Objects.hash(presence, added, removed, changed, unchanged, attribution);
    }

    /** Returns one line, such as {@code 15 added, 0 removed, 2 changed, 879 unchanged}. */
    @Override
    public String toString() {
        return presence == Presence.BOTH
                ? added.size() + " added, " + removed.size() + " removed, " + changed.size() + " changed, " + unchanged
                        + " unchanged"
                : presence.toString();
    }
}
