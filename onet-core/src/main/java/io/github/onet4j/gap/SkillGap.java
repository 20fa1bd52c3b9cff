package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Origin;
import io.github.onet4j.ReleaseInfo;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gap between a source and a target in one domain. An element that both sides have a level of stands in one of
 * three lists, or in none if both levels are 0; an element that a side has no level of is
 * {@linkplain #unknown unknown}. Immutable.
 */
public final class SkillGap {
    private final ReleaseInfo release;
    private final Domain domain;
    private final GapSide from;
    private final GapSide to;
    private final @Nullable ReadinessBounds readinessBounds;
    private final List<ElementGap> gaps;
    private final List<ElementGap> matched;
    private final List<ElementGap> surplus;
    private final List<UnknownElement> unknown;

    /** The number of elements whose levels have a standard error on both sides. */
    private final int compared;

    SkillGap(
            ReleaseInfo release,
            Domain domain,
            GapSide from,
            GapSide to,
            @Nullable ReadinessBounds readinessBounds,
            List<ElementGap> gaps,
            List<ElementGap> matched,
            List<ElementGap> surplus,
            List<UnknownElement> unknown,
            int compared) {
        this.release = release;
        this.domain = domain;
        this.from = from;
        this.to = to;
        this.readinessBounds = readinessBounds;
        this.gaps = List.copyOf(gaps);
        this.matched = List.copyOf(matched);
        this.surplus = List.copyOf(surplus);
        this.unknown = List.copyOf(unknown);
        this.compared = compared;
    }

    /**
     * Returns the release that all of O*NET's figures come from.
     *
     * @return the release
     */
    public ReleaseInfo release() {
        return release;
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
     * Returns the source.
     *
     * @return the source
     */
    public GapSide from() {
        return from;
    }

    /**
     * Returns the target.
     *
     * @return the target
     */
    public GapSide to() {
        return to;
    }

    /**
     * Returns how much of what the target needs the source has, weighted by the target's importance: Σ w·min(LV₁, LV₂)
     * / Σ w·LV₂ with w = (IM₂ − 1) / 4, over the elements the target has. The formula is onet4j's own.
     *
     * @return the readiness, 0 to 1; empty where the denominator is 0, and where it depends on something
     *     {@linkplain #unknown unknown}: then {@link #readinessBounds} says between which figures it lies
     */
    public OptionalDouble readiness() {
        return readinessBounds != null && readinessBounds.isExact()
                ? OptionalDouble.of(readinessBounds.low())
                : OptionalDouble.empty();
    }

    /**
     * Returns the lowest and the highest {@link #readiness} that fit what is known. An unknown level may be anything
     * from 0 to 7, and an unknown importance anything from 1 to 5. So a person of whom nobody knows but one skill has
     * bounds far apart.
     *
     * @return the bounds, both the same where nothing unknown matters; empty where the denominator is 0 without the
     *     unknown elements
     */
    public Optional<ReadinessBounds> readinessBounds() {
        return Optional.ofNullable(readinessBounds);
    }

    /**
     * Returns the elements that the target has at a higher level than the source.
     *
     * @return the gaps, largest share first, ties by element id; with a target whose ratings are complete their shares
     *     add up to 1 less the upper bound of readiness
     */
    public List<ElementGap> gaps() {
        return gaps;
    }

    /**
     * Returns the gaps that matter first: those that are important for the target and certain. The others are nice to
     * have, or need another look.
     *
     * @return the gaps that are {@link Grade#CLEAR} and whose importance is at least 3, "important" on O*NET's scale;
     *     in the order of {@link #gaps}
     */
    public List<ElementGap> mustHave() {
        return gaps.stream().filter(ElementGap::isMustHave).toList();
    }

    /**
     * Returns the gaps and surpluses that stand out when all elements are judged together. A {@link Grade} is of one
     * element: of all that are compared, some are clear by chance. Here at most 5 % of the elements are expected to be
     * there by chance, by the procedure of Benjamini and Hochberg over the two-sided p of each difference. Two ratings
     * of the same occupation have an element here in 3 % of all cases, and a clear one in 41 %.
     *
     * @return the elements, gaps before surpluses, each in their order; empty if the two sides are not distinguishable,
     *     or if no level has a standard error
     */
    public List<ElementGap> distinguishable() {
        return FalseDiscoveryRate.accepted(
                Stream.concat(gaps.stream(), surplus.stream()).toList(), compared);
    }

    /**
     * Returns the elements that both sides have at the same level.
     *
     * @return the elements, by element id
     */
    public List<ElementGap> matched() {
        return matched;
    }

    /**
     * Returns the elements that the source has at a higher level than the target.
     *
     * @return the elements, largest difference first, ties by element id
     */
    public List<ElementGap> surplus() {
        return surplus;
    }

    /**
     * Returns the elements that a side has no level of: O*NET did not rate it, a language model assigned none, or a
     * person did not state one. They are neither gaps nor matches, whatever the other side's level is.
     *
     * @return the elements, largest {@linkplain UnknownElement#shareAtMost share at most} first, ties by element id;
     *     empty between two occupations that are rated in full
     */
    public List<UnknownElement> unknown() {
        return unknown;
    }

    /**
     * Returns the credit that the license of the data asks for. Show it wherever you show this gap.
     *
     * @return the attribution of the {@linkplain #release release}; where {@linkplain GapSide#origins ratings came}
     *     from O*NET Web Services, a sentence more that says so; and for each language model that assigned levels, one
     *     that names it
     */
    public String attribution() {
        return release.attribution() + retrieved() + assessed();
    }

    private String retrieved() {
        List<GapSide> retrieved = Stream.of(from, to)
                .filter(side ->
                        versions(side, Origin.Kind.WEB_SERVICES).findAny().isPresent())
                .toList();
        if (retrieved.isEmpty()) {
            return "";
        }
        String whose = retrieved.stream()
                .map(side -> side.isEstimated() ? "the occupations that stand in for " + side.name() : side.name())
                .distinct()
                .collect(Collectors.joining(" and of "));
        String versions = retrieved.stream()
                .flatMap(side -> versions(side, Origin.Kind.WEB_SERVICES))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and O*NET "));
        return " Ratings of " + whose
                + " were retrieved from O*NET Web Services (https://services.onetcenter.org/), of O*NET " + versions
                + ".";
    }

    private String assessed() {
        return Stream.of(from, to)
                .flatMap(side -> versions(side, Origin.Kind.ASSESSED))
                .distinct()
                .map(model -> " Levels of " + assessedBy(model) + " were assigned by the language model " + model
                        + " and are not O*NET's.")
                .collect(Collectors.joining());
    }

    private String assessedBy(String model) {
        return Stream.of(from, to)
                .filter(side -> versions(side, Origin.Kind.ASSESSED).anyMatch(model::equals))
                .map(GapSide::name)
                .distinct()
                .collect(Collectors.joining(" and of "));
    }

    private static Stream<String> versions(GapSide side, Origin.Kind kind) {
        return side.origins().stream().filter(origin -> origin.kind() == kind).map(Origin::version);
    }

    /** {@return {@link #release}, for serializers} */
    public ReleaseInfo getRelease() {
        return release;
    }

    /** {@return {@link #domain}, for serializers} */
    public Domain getDomain() {
        return domain;
    }

    /** {@return {@link #from}, for serializers} */
    public GapSide getFrom() {
        return from;
    }

    /** {@return {@link #to}, for serializers} */
    public GapSide getTo() {
        return to;
    }

    /** {@return {@link #readiness} or null, for serializers} */
    public @Nullable Double getReadiness() {
        return readinessBounds != null && readinessBounds.isExact() ? (Double) readinessBounds.low() : null;
    }

    /** {@return {@link #readinessBounds} or null, for serializers} */
    public @Nullable ReadinessBounds getReadinessBounds() {
        return readinessBounds;
    }

    /** {@return {@link #gaps}, for serializers} */
    public List<ElementGap> getGaps() {
        return gaps;
    }

    /** {@return the ids of the elements that are {@link #mustHave}, for serializers} */
    public List<String> getMustHave() {
        return ids(mustHave());
    }

    /** {@return the ids of the elements that are {@link #distinguishable}, for serializers} */
    public List<String> getDistinguishable() {
        return ids(distinguishable());
    }

    private static List<String> ids(List<ElementGap> gaps) {
        return gaps.stream().map(gap -> gap.element().id()).toList();
    }

    /** {@return {@link #matched}, for serializers} */
    public List<ElementGap> getMatched() {
        return matched;
    }

    /** {@return {@link #surplus}, for serializers} */
    public List<ElementGap> getSurplus() {
        return surplus;
    }

    /** {@return {@link #unknown}, for serializers} */
    public List<UnknownElement> getUnknown() {
        return unknown;
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SkillGap that
                && release.equals(that.release)
                && domain == that.domain
                && from.equals(that.from)
                && to.equals(that.to)
                && Objects.equals(readinessBounds, that.readinessBounds)
                && gaps.equals(that.gaps)
                && matched.equals(that.matched)
                && surplus.equals(that.surplus)
                && unknown.equals(that.unknown)
                && compared == that.compared;
    }

    @Override
    public int hashCode() {
        return Objects.hash(release, domain, from, to, readinessBounds, gaps, matched, surplus, unknown, compared);
    }

    /**
     * Returns one line, for example {@code Cooks (35-2014.00) to Bakers (51-3011.00): readiness 0.832, 30 gaps in
     * skills (O*NET 29.3)}.
     */
    @Override
    public String toString() {
        return from + " to " + to + ": readiness " + readinessInWords() + ", " + gaps.size()
                + (gaps.size() == 1 ? " gap" : " gaps")
                + (unknown.isEmpty() ? "" : " and " + unknown.size() + " unknown")
                + " in " + domain.label() + " (O*NET " + release.version() + ")";
    }

    private String readinessInWords() {
        if (readinessBounds == null) {
            return "undefined";
        }
        String low = String.format(Locale.ROOT, "%.3f", readinessBounds.low());
        return readinessBounds.isExact() ? low : low + String.format(Locale.ROOT, " to %.3f", readinessBounds.high());
    }
}
