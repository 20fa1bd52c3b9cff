package io.github.onet4j;

import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The job zone of an occupation (Job Zones): how much preparation it needs.
 *
 * <p>Release 30.2 assigned the zones anew, by a framework of four zones in which 2 stands for 1 and 2 together. A
 * difference between zones of releases on either side of it is no change of the work.
 *
 * @param occupation the occupation
 * @param zone the zone, 1 for little or no preparation to 5 for extensive preparation; 2 to 5 from release 30.2 on
 * @param date the month the zone was last updated in, or null where the row leaves it out
 * @param domainSource the source of the zone, for example {@code Analyst}, or null where the row leaves it out
 */
public record JobZone(
        Occupation occupation,
        int zone,
        @Nullable YearMonth date,
        @Nullable String domainSource) {
    /** Refuses null. */
    public JobZone {
        Objects.requireNonNull(occupation, "occupation");
    }

    /** {@return {@link #date} as text, or null, for serializers} */
    public @Nullable String getDate() {
        return date == null ? null : date.toString();
    }
}
