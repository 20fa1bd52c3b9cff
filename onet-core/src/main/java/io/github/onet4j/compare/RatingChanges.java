package io.github.onet4j.compare;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the ratings of two releases differ in one domain. Immutable. */
public final class RatingChanges {
    private final Domain domain;
    private final Presence presence;
    private final Map<RatingChange.Kind, Integer> counts;
    private final List<RatingChange> changes;
    private final List<Occupation> newlyRated;
    private final List<Occupation> noLongerRated;
    private final String attribution;

    RatingChanges(
            Domain domain,
            Presence presence,
            Map<RatingChange.Kind, Integer> counts,
            List<RatingChange> changes,
            List<Occupation> newlyRated,
            List<Occupation> noLongerRated,
            String attribution) {
        this.domain = domain;
        this.presence = presence;
        this.counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        this.changes = List.copyOf(changes);
        this.newlyRated = List.copyOf(newlyRated);
        this.noLongerRated = List.copyOf(noLongerRated);
        this.attribution = attribution;
    }

    /**
     * Returns the domain.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Tells which of the releases has ratings in the domain at all. The ratings of a domain that only one has were not
     * dropped or newly rated one by one: all counts are 0 then, and all lists are empty.
     *
     * @return the releases that have the domain
     */
    public Presence presence() {
        return presence;
    }

    /**
     * Returns how many ratings there are of each kind.
     *
     * @return the numbers, with every kind among the keys, in their declared order
     */
    public Map<RatingChange.Kind, Integer> counts() {
        return counts;
    }

    /**
     * Returns how many ratings there are of a kind.
     *
     * @param kind the kind
     * @return the number, 0 or more
     */
    public int count(RatingChange.Kind kind) {
        Objects.requireNonNull(kind, "kind");
        return counts.getOrDefault(kind, 0);
    }

    /**
     * Returns the ratings that differ.
     *
     * @return all but the {@linkplain RatingChange.Kind#CARRIED carried} ones, by code, element id and key
     */
    public List<RatingChange> changes() {
        return changes;
    }

    /**
     * Returns the occupations that only the later release has a rating of in the domain.
     *
     * @return the occupations as the later release has them, by code
     */
    public List<Occupation> newlyRated() {
        return newlyRated;
    }

    /**
     * Returns the occupations that only the earlier release has a rating of in the domain.
     *
     * @return the occupations as the earlier release has them, by code
     */
    public List<Occupation> noLongerRated() {
        return noLongerRated;
    }

    /**
     * Returns the credit that the license of the data asks for. Show it wherever you show these changes.
     *
     * @return the attribution of both releases; where ratings came from O*NET Web Services, a sentence more that says
     *     so
     */
    public String attribution() {
        return attribution;
    }

    /** {@return {@link #domain}, for serializers} */
    public Domain getDomain() {
        return domain;
    }

    /** {@return {@link #presence}, for serializers} */
    public Presence getPresence() {
        return presence;
    }

    /** {@return {@link #counts}, for serializers} */
    public Map<RatingChange.Kind, Integer> getCounts() {
        return counts;
    }

    /** {@return {@link #changes}, for serializers} */
    public List<RatingChange> getChanges() {
        return changes;
    }

    /** {@return {@link #newlyRated}, for serializers} */
    public List<Occupation> getNewlyRated() {
        return newlyRated;
    }

    /** {@return {@link #noLongerRated}, for serializers} */
    public List<Occupation> getNoLongerRated() {
        return noLongerRated;
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatingChanges that
                && domain == that.domain
                && presence == that.presence
                && counts.equals(that.counts)
                && changes.equals(that.changes)
                && newlyRated.equals(that.newlyRated)
                && noLongerRated.equals(that.noLongerRated)
                && attribution.equals(that.attribution);
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, presence, counts, changes, newlyRated, noLongerRated, attribution);
    }

    /** Returns one line, such as {@code skills: {NEWLY_RATED=1050, DROPPED=0, RE_RATED=4410, …}}. */
    @Override
    public String toString() {
        return domain.label() + ": " + (presence == Presence.BOTH ? counts : presence);
    }
}
