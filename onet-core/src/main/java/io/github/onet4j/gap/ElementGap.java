package io.github.onet4j.gap;

import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Rating;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One element compared between the two sides of a {@link SkillGap}.
 *
 * @param element the element
 * @param from the source's level rating, as it stands in the release or as a language model assigned it, which its origin tells;
 *     null where there is none
 * @param to the target's level rating, likewise; null where there is none
 * @param importance the target's importance rating, 1 to 5; null where there is none
 * @param notRelevant what a level flagged Not Relevant means in this gap
 * @param difference the target's level less the source's, to four decimals; a level that is absent, or counts as absent, is 0
 *     here
 * @param grade how sure the difference is; null where the levels are equal
 * @param share the part of the whole shortfall that this element makes up, 0 to 1; null where it can't be computed: the target
 *     does not have the element, its importance is unknown, or readiness is undefined
 */
public record ElementGap(
        Element element,
        @Nullable Rating from,
        @Nullable Rating to,
        @Nullable Rating importance,
        NotRelevantPolicy notRelevant,
        double difference,
        @Nullable Grade grade,
        @Nullable Double share) {
    /**
     * Returns the source's level that counts in this gap.
     *
     * @return the level, 0 to 7; 0 where there is no rating, or where it counts as absent
     */
    public double fromLevel() {
        return GapArithmetic.effectiveLevel(from, notRelevant);
    }

    /**
     * Returns the target's level that counts in this gap.
     *
     * @return the level, 0 to 7; 0 where there is no rating, or where it counts as absent
     */
    public double toLevel() {
        return GapArithmetic.effectiveLevel(to, notRelevant);
    }

    /**
     * Says in words where the two levels lie, by the official level anchors that bracket them. Where the release has no
     * anchors for the element, the figures stand alone.
     *
     * @return one line, for example {@code from below 2 "Take a customer's order" to between 4 "…" and 6 "…"}
     */
    public String inWords() {
        return "from " + place(from) + " to " + place(to);
    }

    private String place(@Nullable Rating rating) {
        if (rating == null) {
            return "no rating";
        }
        double level = GapArithmetic.effectiveLevel(rating, notRelevant);
        if (level <= 0) {
            return "none";
        }
        List<LevelAnchor> anchors = element.levelAnchors();
        if (anchors.isEmpty()) {
            return "level " + number(level);
        }
        return bracket(level, anchors);
    }

    private static String bracket(double level, List<LevelAnchor> anchors) {
        LevelAnchor below = null;
        for (LevelAnchor anchor : anchors) {
            if (anchor.level() == level) {
                return "the level of " + quote(anchor);
            }
            if (anchor.level() > level) {
                return below == null ? "below " + quote(anchor) : "between " + quote(below) + " and " + quote(anchor);
            }
            below = anchor;
        }
        return "above " + quote(anchors.get(anchors.size() - 1));
    }

    private static String quote(LevelAnchor anchor) {
        return number(anchor.level()) + " \"" + anchor.description() + "\"";
    }

    static String number(double level) {
        return level == Math.rint(level) ? String.valueOf((int) level) : String.format(Locale.ROOT, "%.2f", level);
    }
}
