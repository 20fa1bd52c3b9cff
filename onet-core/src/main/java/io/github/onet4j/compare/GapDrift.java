package io.github.onet4j.compare;

import io.github.onet4j.Domain;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.gap.NotRelevantPolicy;
import io.github.onet4j.gap.ReadinessBounds;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the readiness of one occupation for another moved between two releases, and which changes of ratings moved it.
 *
 * <p>Its figures are over the elements that both releases rate on both sides: what nobody rated in one release is
 * unknown there, not level 0. {@link #from} and {@link #to} name the elements left out for that, and
 * {@link #earlierAnalyzed} and {@link #laterAnalyzed} are the readiness with them.
 *
 * <p>The change is split by Shapley value. The causes are the sides and kinds of change, such as "the target was
 * re-rated"; each cause gets the mean, over all orders in which the causes can come, of what readiness changes by when
 * the cause comes. Within such a step, from met / needed = N₁/D₁ to N₂/D₂, the share of an element is ((n₂ − n₁) −
 * N₁/D₁ · (d₂ − d₁)) / D₂, where n and d are what it adds to met and needed. So the parts add up to the change. That a
 * sum adds up is no proof of a reason: why a rating changed, O*NET does not publish. Immutable.
 */
public final class GapDrift {
    /** What can be said of the readiness in two releases. */
    public enum Outcome {
        /** Both sides are rated in both releases, and readiness has a figure in each. */
        MEASURED,
        /** Both sides are rated in the later release only. */
        NEWLY_RATED,
        /** Both sides are rated in the earlier release only. */
        DROPPED,
        /** In neither release are both sides rated. */
        UNRATED,
        /**
         * Both sides are rated in both releases, but the target needs nothing of what both releases rate on both sides:
         * in one of the releases, or in a mixture of the two that the split goes through.
         */
        UNDEFINED
    }

    private final ReleaseInfo earlier;
    private final ReleaseInfo later;
    private final Domain domain;
    private final NotRelevantPolicy notRelevant;
    private final DriftSide from;
    private final DriftSide to;
    private final Outcome outcome;
    private final @Nullable Double earlierReadiness;
    private final @Nullable Double laterReadiness;
    private final @Nullable ReadinessBounds earlierAnalyzed;
    private final @Nullable ReadinessBounds laterAnalyzed;
    private final List<DriftPart> parts;
    private final String attribution;

    GapDrift(
            ReleaseInfo earlier,
            ReleaseInfo later,
            Domain domain,
            NotRelevantPolicy notRelevant,
            DriftSide from,
            DriftSide to,
            Outcome outcome,
            @Nullable Double earlierReadiness,
            @Nullable Double laterReadiness,
            @Nullable ReadinessBounds earlierAnalyzed,
            @Nullable ReadinessBounds laterAnalyzed,
            List<DriftPart> parts,
            String attribution) {
        this.earlier = earlier;
        this.later = later;
        this.domain = domain;
        this.notRelevant = notRelevant;
        this.from = from;
        this.to = to;
        this.outcome = outcome;
        this.earlierReadiness = earlierReadiness;
        this.laterReadiness = laterReadiness;
        this.earlierAnalyzed = earlierAnalyzed;
        this.laterAnalyzed = laterAnalyzed;
        this.parts = List.copyOf(parts);
        this.attribution = attribution;
    }

    /**
     * Returns the earlier release.
     *
     * @return the release
     */
    public ReleaseInfo earlier() {
        return earlier;
    }

    /**
     * Returns the later release.
     *
     * @return the release
     */
    public ReleaseInfo later() {
        return later;
    }

    /**
     * Returns the domain that was compared.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Returns how levels flagged Not Relevant were treated.
     *
     * @return the policy
     */
    public NotRelevantPolicy notRelevant() {
        return notRelevant;
    }

    /**
     * Returns the source.
     *
     * @return the source, and its elements that only one release rates
     */
    public DriftSide from() {
        return from;
    }

    /**
     * Returns the target.
     *
     * @return the target, and its elements that only one release rates
     */
    public DriftSide to() {
        return to;
    }

    /**
     * Returns what can be said.
     *
     * @return the outcome; only {@link Outcome#MEASURED} goes with figures and parts
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns readiness in the earlier release, over the elements that both releases rate on both sides.
     *
     * @return the readiness, 0 to 1; empty unless {@link Outcome#MEASURED}
     */
    public OptionalDouble earlierReadiness() {
        return optional(earlierReadiness);
    }

    /**
     * Returns readiness in the later release, over the elements that both releases rate on both sides.
     *
     * @return the readiness, 0 to 1; empty unless {@link Outcome#MEASURED}
     */
    public OptionalDouble laterReadiness() {
        return optional(laterReadiness);
    }

    /**
     * Returns the change of readiness: {@link #laterReadiness} less {@link #earlierReadiness}.
     *
     * @return the change, −1 to 1; empty unless {@link Outcome#MEASURED}
     */
    public OptionalDouble change() {
        return optional(getChange());
    }

    /**
     * Returns readiness as a {@link io.github.onet4j.gap.SkillGapAnalyzer} finds it in the earlier release alone, over
     * all elements. If no element is unrated in either release, both bounds are {@link #earlierReadiness}.
     *
     * @return the bounds; empty if a side is unrated in the earlier release, or the target needs nothing there
     */
    public Optional<ReadinessBounds> earlierAnalyzed() {
        return Optional.ofNullable(earlierAnalyzed);
    }

    /**
     * Returns readiness as a {@link io.github.onet4j.gap.SkillGapAnalyzer} finds it in the later release alone, over
     * all elements.
     *
     * @return the bounds; empty if a side is unrated in the later release, or the target needs nothing there
     */
    public Optional<ReadinessBounds> laterAnalyzed() {
        return Optional.ofNullable(laterAnalyzed);
    }

    /**
     * Returns the parts of the change: one for each side and element whose ratings were re-rated or restated. A rating
     * that was carried over, or changed in its decimals alone, causes nothing and has no part.
     *
     * @return the parts, largest first whatever the sign, ties by element id, the source before the target; they add up
     *     to {@link #change} within 1e-12
     */
    public List<DriftPart> parts() {
        return parts;
    }

    /**
     * Returns the drift in plain words: from which figure to which, for which causes, with the largest parts of each;
     * and what was left out.
     *
     * @return a sentence or two
     */
    public String text() {
        return new DriftText(this).text();
    }

    /**
     * Returns the credit that the license of the data asks for. Show it wherever you show this drift.
     *
     * @return the attribution of both releases; where ratings came from O*NET Web Services, a sentence more that says
     *     so
     */
    public String attribution() {
        return attribution;
    }

    /** {@return {@link #earlier}, for serializers} */
    public ReleaseInfo getEarlier() {
        return earlier;
    }

    /** {@return {@link #later}, for serializers} */
    public ReleaseInfo getLater() {
        return later;
    }

    /** {@return {@link #domain}, for serializers} */
    public Domain getDomain() {
        return domain;
    }

    /** {@return {@link #notRelevant}, for serializers} */
    public NotRelevantPolicy getNotRelevant() {
        return notRelevant;
    }

    /** {@return {@link #from}, for serializers} */
    public DriftSide getFrom() {
        return from;
    }

    /** {@return {@link #to}, for serializers} */
    public DriftSide getTo() {
        return to;
    }

    /** {@return {@link #outcome}, for serializers} */
    public Outcome getOutcome() {
        return outcome;
    }

    /** {@return {@link #earlierReadiness} or null, for serializers} */
    public @Nullable Double getEarlierReadiness() {
        return earlierReadiness;
    }

    /** {@return {@link #laterReadiness} or null, for serializers} */
    public @Nullable Double getLaterReadiness() {
        return laterReadiness;
    }

    /** {@return {@link #change} or null, for serializers} */
    public @Nullable Double getChange() {
        return earlierReadiness == null || laterReadiness == null ? null : (Double) (laterReadiness - earlierReadiness);
    }

    /** {@return {@link #earlierAnalyzed} or null, for serializers} */
    public @Nullable ReadinessBounds getEarlierAnalyzed() {
        return earlierAnalyzed;
    }

    /** {@return {@link #laterAnalyzed} or null, for serializers} */
    public @Nullable ReadinessBounds getLaterAnalyzed() {
        return laterAnalyzed;
    }

    /** {@return {@link #parts}, for serializers} */
    public List<DriftPart> getParts() {
        return parts;
    }

    /** {@return {@link #text}, for serializers} */
    public String getText() {
        return text();
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GapDrift that
                && earlier.equals(that.earlier)
                && later.equals(that.later)
                && domain == that.domain
                && notRelevant == that.notRelevant
                && from.equals(that.from)
                && to.equals(that.to)
                && outcome == that.outcome
                && Objects.equals(earlierReadiness, that.earlierReadiness)
                && Objects.equals(laterReadiness, that.laterReadiness)
                && Objects.equals(earlierAnalyzed, that.earlierAnalyzed)
                && Objects.equals(laterAnalyzed, that.laterAnalyzed)
                && parts.equals(that.parts)
                && attribution.equals(that.attribution);
    }

    @Override
    public int hashCode() {
        return Objects.hash(earlier, later, domain, notRelevant, from, to, outcome, parts, attribution);
    }

    /** Returns {@link #text}. */
    @Override
    public String toString() {
        return text();
    }
}
