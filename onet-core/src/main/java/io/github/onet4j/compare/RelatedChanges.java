package io.github.onet4j.compare;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the lists of related occupations of two releases differ. Immutable. */
public final class RelatedChanges {
    private final Presence presence;
    private final List<RelatedChange> changes;
    private final int unchanged;
    private final String attribution;

    RelatedChanges(Presence presence, List<RelatedChange> changes, int unchanged, String attribution) {
        this.presence = presence;
        this.changes = List.copyOf(changes);
        this.unchanged = unchanged;
        this.attribution = attribution;
    }

    /**
     * Tells which of the releases relates occupations at all. If only one does, nothing was added or dropped: there are
     * no changes then.
     *
     * @return the releases that have a related occupation
     */
    public Presence presence() {
        return presence;
    }

    /**
     * Returns the occupations whose lists differ.
     *
     * @return the changes, by code
     */
    public List<RelatedChange> changes() {
        return changes;
    }

    /**
     * Returns the number of occupations whose lists have the same members in the same order.
     *
     * @return the number, without occupations that have no list in either release
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

    /** {@return {@link #changes}, for serializers} */
    public List<RelatedChange> getChanges() {
        return changes;
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
        return other instanceof RelatedChanges that
                && presence == that.presence
                && changes.equals(that.changes)
                && unchanged == that.unchanged
                && attribution.equals(that.attribution);
    }

    @Override
    public int hashCode() {
        return Objects.hash(presence, changes, unchanged, attribution);
    }

    /** Returns one line, such as {@code 912 changed, 11 unchanged}. */
    @Override
    public String toString() {
        return presence == Presence.BOTH
                ? changes.size() + " changed, " + unchanged + " unchanged"
                : presence.toString();
    }
}
