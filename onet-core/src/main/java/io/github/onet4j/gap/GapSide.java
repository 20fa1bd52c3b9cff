package io.github.onet4j.gap;

import io.github.onet4j.Coverage;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a gap: an occupation, or a person.
 *
 * @param name the occupation's title, or the person's name
 * @param code the occupation's code; null for a person
 * @param coverage how much of the domain O*NET rates, also where the levels are a language model's; of an estimated side
 *     {@link Coverage#UNRATED}
 * @param estimatedFrom the occupations whose mean stands in for this one; empty unless it is unrated and an estimate was
 *     asked for
 * @param oldestRating the month of the oldest level rating; null where no rating has a date
 * @param newestRating the month of the newest level rating; null where no rating has a date
 * @param origins where its ratings of importance and level came from; of an estimated side, those of the occupations that it
 *     is estimated from; {@link Origin.Kind#ASSESSED}, with the model, where the levels are a language model's; empty for a
 *     person
 */
public record GapSide(
        String name,
        @Nullable OnetSocCode code,
        Coverage coverage,
        List<Occupation> estimatedFrom,
        @Nullable YearMonth oldestRating,
        @Nullable YearMonth newestRating,
        Set<Origin> origins) {
    /** Copies the list and the set. */
    public GapSide {
        estimatedFrom = List.copyOf(estimatedFrom);
        origins = Collections.unmodifiableSet(new LinkedHashSet<>(origins));
    }

    /**
     * Tells whether the levels of this side are an estimate.
     *
     * @return true if {@link #estimatedFrom} names occupations
     */
    public boolean isEstimated() {
        return !estimatedFrom.isEmpty();
    }
}
