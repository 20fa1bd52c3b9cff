package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One side of a gap: an occupation, or a person. Immutable. */
public final class GapSide {
    private final String name;
    private final @Nullable OnetSocCode code;
    private final Coverage coverage;
    private final List<Occupation> estimatedFrom;
    private final @Nullable Double estimateError;
    private final List<Occupation> importanceFrom;
    private final @Nullable YearMonth oldestRating;
    private final @Nullable YearMonth newestRating;
    private final Set<Origin> origins;

    GapSide(
            String name,
            @Nullable OnetSocCode code,
            Coverage coverage,
            List<Occupation> estimatedFrom,
            @Nullable Double estimateError,
            List<Occupation> importanceFrom,
            @Nullable YearMonth oldestRating,
            @Nullable YearMonth newestRating,
            Set<Origin> origins) {
        this.name = name;
        this.code = code;
        this.coverage = coverage;
        this.estimatedFrom = List.copyOf(estimatedFrom);
        this.estimateError = estimateError;
        this.importanceFrom = List.copyOf(importanceFrom);
        this.oldestRating = oldestRating;
        this.newestRating = newestRating;
        this.origins = Collections.unmodifiableSet(new LinkedHashSet<>(origins));
    }

    /**
     * Returns the name.
     *
     * @return the occupation's title, or the person's name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the occupation's code.
     *
     * @return the code, or nothing for a person
     */
    public Optional<OnetSocCode> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Returns how much of the domain O*NET rates, also where the levels are a language model's.
     *
     * @return the coverage; {@link Coverage#UNRATED} of an estimated side
     */
    public Coverage coverage() {
        return coverage;
    }

    /**
     * Returns the occupations that count most in the estimate of this one.
     *
     * @return ten at most, the largest weight first; {@link io.github.onet4j.match.Estimates} has all, with their
     *     weights. Empty unless this side is unrated and an estimate was asked for
     */
    public List<Occupation> estimatedFrom() {
        return estimatedFrom;
    }

    /**
     * Returns the standard error of the estimated levels as one figure. Each level has a standard error of its own.
     *
     * @return the root mean square over the elements, on the scale of levels; empty unless this side is estimated
     */
    public OptionalDouble estimateStandardError() {
        return estimateError == null ? OptionalDouble.empty() : OptionalDouble.of(estimateError);
    }

    /**
     * Returns the occupations that count most in the estimate of this one's importance.
     *
     * @return ten at most, the largest weight first; empty if importance is O*NET's own, or unknown
     */
    public List<Occupation> importanceFrom() {
        return importanceFrom;
    }

    /**
     * Tells whether the levels of this side are an estimate.
     *
     * @return true if {@link #estimatedFrom} names occupations
     */
    public boolean isEstimated() {
        return !estimatedFrom.isEmpty();
    }

    /**
     * Returns the month of the oldest level rating.
     *
     * @return the month, or nothing if no rating has a date
     */
    public Optional<YearMonth> oldestRating() {
        return Optional.ofNullable(oldestRating);
    }

    /**
     * Returns the month of the newest level rating.
     *
     * @return the month, or nothing if no rating has a date
     */
    public Optional<YearMonth> newestRating() {
        return Optional.ofNullable(newestRating);
    }

    /**
     * Returns the origins of the ratings of importance and level; of an estimated side, those of the occupations that
     * it is estimated from.
     *
     * @return the origins; {@link Origin.Kind#ASSESSED}, with the model, where the levels are a language model's;
     *     empty for a person
     */
    public Set<Origin> origins() {
        return origins;
    }

    /** {@return {@link #name}, for serializers} */
    public String getName() {
        return name;
    }

    /** {@return {@link #code} as text, or null, for serializers} */
    public @Nullable String getCode() {
        return code == null ? null : code.value();
    }

    /** {@return {@link #coverage}, for serializers} */
    public Coverage getCoverage() {
        return coverage;
    }

    /** {@return {@link #estimatedFrom}, for serializers} */
    public List<Occupation> getEstimatedFrom() {
        return estimatedFrom;
    }

    /** {@return {@link #estimateStandardError} or null, for serializers} */
    public @Nullable Double getEstimateStandardError() {
        return estimateError;
    }

    /** {@return {@link #importanceFrom}, for serializers} */
    public List<Occupation> getImportanceFrom() {
        return importanceFrom;
    }

    /** {@return {@link #oldestRating} as text, or null, for serializers} */
    public @Nullable String getOldestRating() {
        return oldestRating == null ? null : oldestRating.toString();
    }

    /** {@return {@link #newestRating} as text, or null, for serializers} */
    public @Nullable String getNewestRating() {
        return newestRating == null ? null : newestRating.toString();
    }

    /** {@return {@link #origins}, for serializers} */
    public Set<Origin> getOrigins() {
        return origins;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GapSide that
                && name.equals(that.name)
                && Objects.equals(code, that.code)
                && coverage == that.coverage
                && estimatedFrom.equals(that.estimatedFrom)
                && Objects.equals(estimateError, that.estimateError)
                && importanceFrom.equals(that.importanceFrom)
                && Objects.equals(oldestRating, that.oldestRating)
                && Objects.equals(newestRating, that.newestRating)
                && origins.equals(that.origins);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name,
                code,
                coverage,
                estimatedFrom,
                estimateError,
                importanceFrom,
                oldestRating,
                newestRating,
                origins);
    }

    /** Returns name and code, for example {@code Chief Executives (11-1011.00)}. */
    @Override
    public String toString() {
        return (code == null ? name : name + " (" + code + ")") + (isEstimated() ? ", estimated" : "");
    }
}
