package io.github.onet4j.gap;

import io.github.onet4j.Element;
import io.github.onet4j.Rating;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One element compared between the two sides of a {@link SkillGap}. Immutable. */
public final class ElementGap {
    /** The importance that O*NET's scale calls important. */
    private static final double IMPORTANT = 3;

    private final Element element;
    private final Rating from;
    private final Rating to;
    private final @Nullable Rating importance;
    private final NotRelevantPolicy notRelevant;
    private final double difference;
    private final @Nullable Grade grade;
    private final @Nullable Double share;

    ElementGap(
            Element element,
            Rating from,
            Rating to,
            @Nullable Rating importance,
            NotRelevantPolicy notRelevant,
            double difference,
            @Nullable Grade grade,
            @Nullable Double share) {
        this.element = element;
        this.from = from;
        this.to = to;
        this.importance = importance;
        this.notRelevant = notRelevant;
        this.difference = difference;
        this.grade = grade;
        this.share = share;
    }

    /**
     * Returns the element.
     *
     * @return the element
     */
    public Element element() {
        return element;
    }

    /**
     * Returns the source's level rating, as the release has it or a language model assigned it, which its origin tells.
     *
     * @return the rating
     */
    public Rating from() {
        return from;
    }

    /**
     * Returns the target's level rating, as the release has it or a language model assigned it, which its origin tells.
     *
     * @return the rating
     */
    public Rating to() {
        return to;
    }

    /**
     * Returns the target's importance rating.
     *
     * @return the rating, 1 to 5, or nothing if there is none
     */
    public Optional<Rating> importance() {
        return Optional.ofNullable(importance);
    }

    /**
     * Returns how this gap treats a level flagged Not Relevant.
     *
     * @return the policy
     */
    public NotRelevantPolicy notRelevant() {
        return notRelevant;
    }

    /**
     * Returns the target's level less the source's. A level that counts as absent is 0 here.
     *
     * @return the difference, −7 to 7, to four decimals
     */
    public double difference() {
        return difference;
    }

    /**
     * Returns how sure the difference is.
     *
     * @return the grade, or nothing if the levels are equal
     */
    public Optional<Grade> grade() {
        return Optional.ofNullable(grade);
    }

    /**
     * Returns the part of the whole shortfall that this element makes up.
     *
     * @return the share, 0 to 1, or nothing if it cannot be computed: the target does not have the element, its
     *     importance is unknown, or readiness is undefined
     */
    public OptionalDouble share() {
        return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    boolean isMustHave() {
        return grade == Grade.CLEAR && importance != null && importance.value() >= IMPORTANT;
    }

    /** Returns the share, or −1 if it cannot be computed. */
    double shareForOrder() {
        return share == null ? -1 : share;
    }

    /**
     * Returns the source's level that counts in this gap.
     *
     * @return the level, 0 to 7; 0 where it is rated 0, or counts as absent
     */
    public double fromLevel() {
        return GapArithmetic.effectiveLevel(from, notRelevant);
    }

    /**
     * Returns the target's level that counts in this gap.
     *
     * @return the level, 0 to 7; 0 where it is rated 0, or counts as absent
     */
    public double toLevel() {
        return GapArithmetic.effectiveLevel(to, notRelevant);
    }

    /**
     * Says in words where the two levels lie, by the official level anchors that bracket them. Where both lie between
     * the same two, it says so once, with the distance. Where the release has no anchors for the element, the figures
     * stand alone.
     *
     * @return one line, for example {@code from below 2 "Take a customer's order" to between 4 "…" and 6 "…"}
     */
    public String inWords() {
        return anchoredLevels().inWords();
    }

    AnchoredLevels anchoredLevels() {
        return new AnchoredLevels(element.levelAnchors(), fromLevel(), toLevel());
    }

    static String number(double level) {
        return level == Math.rint(level) ? String.valueOf((int) level) : String.format(Locale.ROOT, "%.2f", level);
    }

    /** {@return {@link #element}, for serializers} */
    public Element getElement() {
        return element;
    }

    /** {@return {@link #from}, for serializers} */
    public Rating getFrom() {
        return from;
    }

    /** {@return {@link #to}, for serializers} */
    public Rating getTo() {
        return to;
    }

    /** {@return {@link #importance} or null, for serializers} */
    public @Nullable Rating getImportance() {
        return importance;
    }

    /** {@return {@link #notRelevant}, for serializers} */
    public NotRelevantPolicy getNotRelevant() {
        return notRelevant;
    }

    /** {@return {@link #difference}, for serializers} */
    public double getDifference() {
        return difference;
    }

    /** {@return {@link #grade} or null, for serializers} */
    public @Nullable Grade getGrade() {
        return grade;
    }

    /** {@return {@link #share} or null, for serializers} */
    public @Nullable Double getShare() {
        return share;
    }

    /** {@return {@link #fromLevel}, for serializers} */
    public double getFromLevel() {
        return fromLevel();
    }

    /** {@return {@link #toLevel}, for serializers} */
    public double getToLevel() {
        return toLevel();
    }

    /** {@return {@link #inWords}, for serializers} */
    public String getInWords() {
        return inWords();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ElementGap that
                && element.equals(that.element)
                && from.equals(that.from)
                && to.equals(that.to)
                && Objects.equals(importance, that.importance)
                && notRelevant == that.notRelevant
                && Double.compare(difference, that.difference) == 0
                && grade == that.grade
                && Objects.equals(share, that.share);
    }

    @Override
    public int hashCode() {
        return Objects.hash(element, from, to, importance, notRelevant, difference, grade, share);
    }

    /** Returns one line, for example {@code Programming (2.B.3.e): from 1 to 4.88, CLEAR}. */
    @Override
    public String toString() {
        return element + ": from " + number(fromLevel()) + " to " + number(toLevel())
                + (grade == null ? "" : ", " + grade);
    }
}
