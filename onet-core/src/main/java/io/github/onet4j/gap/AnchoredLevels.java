package io.github.onet4j.gap;

import io.github.onet4j.LevelAnchor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two levels of an element in words, by the level anchors around them. */
final class AnchoredLevels {
    private final List<LevelAnchor> anchors;
    private final double from;
    private final double to;

    AnchoredLevels(List<LevelAnchor> anchors, double from, double to) {
        this.anchors = anchors;
        this.from = from;
        this.to = to;
    }

    String inWords() {
        Stretch stretch = commonStretch();
        return stretch == null
                ? "from " + place(from) + " to " + place(to)
                : "both " + stretch.inWords() + ": " + distance(stretch);
    }

    /** Tells whether both levels lie inside one stretch of the scale, between the same anchors. */
    boolean areOnOneStretch() {
        return commonStretch() != null;
    }

    private @Nullable Stretch commonStretch() {
        Stretch stretch = stretch(from);
        return stretch != null && stretch.equals(stretch(to)) ? stretch : null;
    }

    private String place(double level) {
        if (level <= 0) {
            return "none";
        }
        if (anchors.isEmpty()) {
            return "level " + ElementGap.number(level);
        }
        for (LevelAnchor anchor : anchors) {
            if (anchor.level() == level) {
                return "the level of " + quote(anchor);
            }
        }
        return between(level).inWords();
    }

    /** The stretch of the scale that a level lies inside; null for a level of 0 or at an anchor. */
    private @Nullable Stretch stretch(double level) {
        boolean isInside = level > 0 && anchors.stream().noneMatch(anchor -> anchor.level() == level);
        return isInside && !anchors.isEmpty() ? between(level) : null;
    }

    private Stretch between(double level) {
        LevelAnchor below = null;
        for (LevelAnchor anchor : anchors) {
            if (anchor.level() > level) {
                return new Stretch(below, anchor);
            }
            below = anchor;
        }
        return new Stretch(below, null);
    }

    private String distance(Stretch stretch) {
        double distance = Math.abs(to - from);
        String figure = ElementGap.number(distance);
        // Two levels may differ by less than the two decimals that are shown.
        if (figure.equals("0") || figure.equals("0.00")) {
            return "at the same level";
        }
        return figure + (to > from ? " higher, " : " lower, ") + Part.nearest(distance / stretch.length())
                + " of the way " + stretch.way(to > from);
    }

    private static String quote(LevelAnchor anchor) {
        return ElementGap.number(anchor.level()) + " \"" + anchor.description() + "\"";
    }

    /** The part of the scale between two neighbouring anchors, or an anchor and an end of the scale, which is null. */
    private record Stretch(
            @Nullable LevelAnchor below, @Nullable LevelAnchor above) {
        String inWords() {
            if (below == null) {
                return "below " + quote(Objects.requireNonNull(above));
            }
            return above == null ? "above " + quote(below) : "between " + quote(below) + " and " + quote(above);
        }

        double length() {
            return (above == null ? GapArithmetic.HIGHEST_LEVEL : above.level()) - (below == null ? 0 : below.level());
        }

        String way(boolean up) {
            if (below == null) {
                return up ? "from none to it" : "from it to none";
            }
            if (above == null) {
                return up ? "from it to the top of the scale" : "from the top of the scale to it";
            }
            return up ? "from the one to the other" : "from the other to the one";
        }
    }

    /** The fractions that people say. */
    private enum Part {
        A_TENTH(0.1, "a tenth"),
        A_QUARTER(0.25, "a quarter"),
        A_THIRD(1 / 3.0, "a third"),
        HALF(0.5, "half"),
        TWO_THIRDS(2 / 3.0, "two thirds"),
        THREE_QUARTERS(0.75, "three quarters"),
        NEARLY_ALL(0.95, "nearly all");

        private final double fraction;
        private final String words;

        Part(double fraction, String words) {
            this.fraction = fraction;
            this.words = words;
        }

        static String nearest(double fraction) {
            Part nearest = A_TENTH;
            for (Part part : values()) {
                if (Math.abs(part.fraction - fraction) < Math.abs(nearest.fraction - fraction)) {
                    nearest = part;
                }
            }
            return nearest.words;
        }
    }
}
