package io.github.onet4j.gap;

import io.github.onet4j.Origin;
import io.github.onet4j.Rating;
import java.util.Locale;

/** A gap in sentences, out of its figures and the level anchors alone. */
final class AnchorDescription {
    private final SkillGap gap;
    private final ElementGap element;

    AnchorDescription(SkillGap gap, ElementGap element) {
        this.gap = gap;
        this.element = element;
    }

    String text() {
        return way() + " " + rise() + " " + certainty() + share();
    }

    private String way() {
        String sides = element.anchoredLevels().areOnOneStretch()
                ? gap.from().name() + " and " + gap.to().name() + " are "
                : "the way from " + gap.from().name() + " to " + gap.to().name() + " goes ";
        return "In " + element.element().name() + ", " + sides + element.inWords() + ".";
    }

    private String rise() {
        return String.format(
                Locale.ROOT,
                "On O*NET's level scale from 0 to 7 that is %s more, from %s to %s.",
                ElementGap.number(element.difference()),
                ElementGap.number(element.fromLevel()),
                ElementGap.number(element.toLevel()));
    }

    private String certainty() {
        Grade grade = element.grade().orElse(Grade.UNKNOWN_PRECISION);
        if (grade == Grade.CLEAR) {
            return "The difference is clear: it is larger than the spread of the raters' answers explains.";
        }
        if (grade == Grade.TENTATIVE) {
            return "The difference is tentative: the spread of the raters' answers may explain it, or a rating is not"
                    + " precise enough to be recommended.";
        }
        if (isAssessed(element.from()) || isAssessed(element.to())) {
            return "How sure the difference is can't be told, since a language model assigned a level.";
        }
        return "How sure the difference is can't be told, since the precision of a rating is not known.";
    }

    private static boolean isAssessed(Rating rating) {
        Origin origin = rating.origin();
        return origin != null && origin.kind() == Origin.Kind.ASSESSED;
    }

    private String share() {
        return element.share().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Closing it adds %.1f percentage points to the readiness for %s.",
                        100 * element.share().getAsDouble(),
                        gap.to().name());
    }
}
