package io.github.onet4j.compare;

import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rating in two releases.
 *
 * @param occupation the occupation, as the later release has it if it has it
 * @param element the element, as the later release has it if it has it
 * @param key the scale, and the category if the scale has categories
 * @param kind how the two ratings differ
 * @param earlier the earlier release's rating; null if the kind is {@link Kind#NEWLY_RATED}
 * @param later the later release's rating; null if the kind is {@link Kind#DROPPED}
 */
public record RatingChange(
        Occupation occupation,
        Element element,
        RatingKey key,
        Kind kind,
        @Nullable Rating earlier,
        @Nullable Rating later) {
    /** Refuses null where it is not allowed. */
    public RatingChange {
        Objects.requireNonNull(occupation, "occupation");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * How a rating differs between two releases. Not looked at is the origin, which differs always. The kinds hold of
     * what the rows say: O*NET does not publish why a row changed.
     */
    public enum Kind {
        /** Only the later release has it. */
        NEWLY_RATED,
        /** Only the earlier release has it. */
        DROPPED,
        /** The date differs, or one of the two has none: somebody rated anew, whether or not the value changed. */
        RE_RATED,
        /**
         * The date is the same, and the value, the number of raters, a flag, the source, the standard error or a bound
         * is another: a correction, or a change of method or layout, and not of {@link #PRECISION} alone.
         */
        RESTATED,
        /**
         * Date, value and all else are the same, but the standard error or a bound is given with two decimals in one
         * release and with more in the other, as before and after release 28.2.
         */
        PRECISION,
        /** All is the same. */
        CARRIED;

        private static final double SHORT_DECIMALS = 100;
        private static final double HALF_OF_LAST_DECIMAL = 0.005;

        /** Binary fractions are off by less, and two published figures of four decimals by more. */
        private static final double NOISE = 1e-9;

        /** Tells how two ratings differ, of which one is null where its release has none. */
        static Kind of(@Nullable Rating earlier, @Nullable Rating later) {
            if (earlier == null || later == null) {
                return later == null ? DROPPED : NEWLY_RATED;
            }
            if (!Objects.equals(earlier.date(), later.date())) {
                return RE_RATED;
            }
            boolean isSame = earlier.value() == later.value()
                    && Objects.equals(earlier.n(), later.n())
                    && Objects.equals(earlier.recommendSuppress(), later.recommendSuppress())
                    && Objects.equals(earlier.notRelevant(), later.notRelevant())
                    && Objects.equals(earlier.domainSource(), later.domainSource());
            if (!isSame) {
                return RESTATED;
            }
            if (hasSameSpread(earlier, later)) {
                return CARRIED;
            }
            boolean differsByDecimals = areDecimalsOf(earlier.standardError(), later.standardError())
                    && areDecimalsOf(earlier.lowerBound(), later.lowerBound())
                    && areDecimalsOf(earlier.upperBound(), later.upperBound());
            return differsByDecimals ? PRECISION : RESTATED;
        }

        private static boolean hasSameSpread(Rating earlier, Rating later) {
            return Objects.equals(earlier.standardError(), later.standardError())
                    && Objects.equals(earlier.lowerBound(), later.lowerBound())
                    && Objects.equals(earlier.upperBound(), later.upperBound());
        }

        /**
         * Tells whether two figures are the same but for decimals: they are equal, or one has at most two decimals and
         * is the other rounded to two. At a half, 0.125, both 0.12 and 0.13 will do. Two is fixed, for the decimals of
         * 0.50 are not seen in the double 0.5.
         */
        private static boolean areDecimalsOf(@Nullable Double one, @Nullable Double other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            return one.equals(other)
                    || ((isShort(one) || isShort(other)) && Math.abs(one - other) <= HALF_OF_LAST_DECIMAL + NOISE);
        }

        private static boolean isShort(double figure) {
            return Math.abs(figure * SHORT_DECIMALS - Math.rint(figure * SHORT_DECIMALS)) < NOISE * SHORT_DECIMALS;
        }
    }
}
