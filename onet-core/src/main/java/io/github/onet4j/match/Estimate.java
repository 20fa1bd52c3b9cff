package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.Origin;
import io.github.onet4j.ReleaseInfo;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The estimated ratings of an occupation in a domain. Each is μ + Σ weight · (rating − μ) over the occupations that it
 * is made of, where μ is the mean of their ratings.
 *
 * @param release the release
 * @param occupation the occupation
 * @param domain the domain
 * @param elements the elements of the domain, by id
 * @param madeOf the rated occupations with their weights, the largest weight first, equal ones by code
 * @param missing the evidence that the occupation, or the whole release, has none of
 * @param origins the origins of the ratings of those occupations
 * @param oldestRating the month of the oldest of their levels, or null if none has a date
 * @param newestRating the month of the newest of their levels, or null if none has a date
 */
public record Estimate(
        ReleaseInfo release,
        Occupation occupation,
        Domain domain,
        List<EstimatedElement> elements,
        List<OccupationWeight> madeOf,
        Set<Evidence> missing,
        Set<Origin> origins,
        @Nullable YearMonth oldestRating,
        @Nullable YearMonth newestRating) {
    /** Refuses null, except where it has a meaning, and copies the collections. */
    public Estimate {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(domain, "domain");
        elements = List.copyOf(Objects.requireNonNull(elements, "elements"));
        madeOf = List.copyOf(Objects.requireNonNull(madeOf, "madeOf"));
        Set<Evidence> inOrder = EnumSet.noneOf(Evidence.class);
        inOrder.addAll(Objects.requireNonNull(missing, "missing"));
        missing = Collections.unmodifiableSet(inOrder);
        origins = Collections.unmodifiableSet(new LinkedHashSet<>(Objects.requireNonNull(origins, "origins")));
    }

    /**
     * Returns the sum of the weights.
     *
     * @return about 1 where the occupation is like others, less where it is not, so that it is estimated near the mean
     */
    public double sumOfWeights() {
        return madeOf.stream().mapToDouble(OccupationWeight::weight).sum();
    }

    /**
     * Returns the credit to show with the estimate.
     *
     * @return see {@link ReleaseInfo#attribution}
     */
    public String attribution() {
        return release.attribution();
    }

    /** {@return {@link #sumOfWeights}, for serializers} */
    public double getSumOfWeights() {
        return sumOfWeights();
    }

    /** {@return {@link #oldestRating} as text, or null, for serializers} */
    public @Nullable String getOldestRating() {
        return oldestRating == null ? null : oldestRating.toString();
    }

    /** {@return {@link #newestRating} as text, or null, for serializers} */
    public @Nullable String getNewestRating() {
        return newestRating == null ? null : newestRating.toString();
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }
}
