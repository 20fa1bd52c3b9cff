package io.github.onet4j.release;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a release file: its labels, the type of its values and their greatest length. Columns are found by label,
 * never by position, so a release may move them or add others.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists come from List.of and cannot change
public enum ReleaseColumn {
    /** The code of the occupation that the row is about. */
    ONETSOC_CODE(Type.CODE, 10, "O*NET-SOC Code"),
    /** An occupation's title. */
    TITLE(Type.TEXT, 255, "Title"),
    /** The description of an occupation or an element. */
    DESCRIPTION(Type.TEXT, 4000, "Description"),
    /** The id of an element of the content model. */
    ELEMENT_ID(Type.TEXT, 32, "Element ID"),
    /** The name of an element. */
    ELEMENT_NAME(Type.TEXT, 255, "Element Name"),
    /** The id of a scale. */
    SCALE_ID(Type.TEXT, 8, "Scale ID"),
    /** The name of a scale. */
    SCALE_NAME(Type.TEXT, 255, "Scale Name"),
    /** A scale's lowest value. */
    MINIMUM(Type.DECIMAL, 9, "Minimum"),
    /** A scale's highest value. */
    MAXIMUM(Type.DECIMAL, 9, "Maximum"),
    /** The point of a level scale that an anchor stands for. */
    ANCHOR_VALUE(Type.DECIMAL, 9, "Anchor Value"),
    /** An example of work at an anchor's level. */
    ANCHOR_DESCRIPTION(Type.TEXT, 1000, "Anchor Description"),
    /** A rating's value on its scale. */
    DATA_VALUE(Type.DECIMAL, 9, "Data Value"),
    /** The number of raters. */
    N(Type.INTEGER, 9, "N"),
    /** The standard error of a rating. */
    STANDARD_ERROR(Type.DECIMAL, 9, "Standard Error"),
    /** The lower end of a rating's 95 % interval. */
    LOWER_CI_BOUND(Type.DECIMAL, 9, "Lower CI Bound"),
    /** The upper end of a rating's 95 % interval. */
    UPPER_CI_BOUND(Type.DECIMAL, 9, "Upper CI Bound"),
    /** Y where the publisher recommends not to show the value. */
    RECOMMEND_SUPPRESS(Type.FLAG, 1, "Recommend Suppress"),
    /** Y where most raters called the element not relevant. */
    NOT_RELEVANT(Type.FLAG, 1, "Not Relevant"),
    /** The month in which the row was last updated. */
    DATE("date_updated", Type.MONTH, 10, "Date"),
    /** The source of the row. */
    DOMAIN_SOURCE(Type.TEXT, 64, "Domain Source"),
    /** A job zone's number. */
    JOB_ZONE(Type.INTEGER, 9, "Job Zone"),
    /** A job zone's name. */
    NAME(Type.TEXT, 255, "Name"),
    /** The experience that a job zone asks for. */
    EXPERIENCE(Type.TEXT, 1000, "Experience"),
    /** The education that a job zone asks for. */
    EDUCATION(Type.TEXT, 1000, "Education"),
    /** The training that a job zone asks for. */
    JOB_TRAINING(Type.TEXT, 1000, "Job Training"),
    /** Occupations of a job zone. */
    EXAMPLES(Type.TEXT, 1000, "Examples"),
    /** A job zone's range of specific vocational preparation. */
    SVP_RANGE(Type.TEXT, 64, "SVP Range"),
    /** A title that an occupation is also known by. */
    JOB_TITLE(Type.TEXT, 255, "Job Title", "Alternate Title"),
    /** The short form of a title. */
    SHORT_TITLE(Type.TEXT, 255, "Short Title"),
    /** The codes of the sources that a title was found in. */
    SOURCES(Type.TEXT, 64, "Source(s)"),
    /** A title that somebody in the occupation reported. */
    REPORTED_JOB_TITLE(Type.TEXT, 255, "Reported Job Title"),
    /** Y where the title is shown in My Next Move. */
    SHOWN_IN_MY_NEXT_MOVE(Type.FLAG, 1, "Shown in My Next Move"),
    /** The code of an occupation that is related to the row's. */
    RELATED_ONETSOC_CODE(Type.CODE, 10, "Related O*NET-SOC Code"),
    /** The tier of a relation between two occupations. */
    RELATEDNESS_TIER(Type.TEXT, 32, "Relatedness Tier"),
    /** A related occupation's place in the list. */
    INDEX("related_index", Type.INTEGER, 9, "Index"),
    /** A product or technology. */
    WORKPLACE_EXAMPLE(Type.TEXT, 255, "Workplace Example", "Example"),
    /** The UNSPSC code of a technology's category (up to release 30.2). */
    COMMODITY_CODE(Type.INTEGER, 9, "Commodity Code"),
    /** The title of a technology's UNSPSC category (up to release 30.2). */
    COMMODITY_TITLE(Type.TEXT, 255, "Commodity Title"),
    /** Y where employers' postings often ask for the technology. */
    HOT_TECHNOLOGY(Type.FLAG, 1, "Hot Technology"),
    /** Y where postings for the occupation often ask for it. */
    IN_DEMAND(Type.FLAG, 1, "In Demand");

    private final List<String> ids;
    private final Type type;
    private final int maxLength;
    private final List<String> labels;

    ReleaseColumn(Type type, int maxLength, String... labels) {
        this(id(labels[0]), type, maxLength, labels);
    }

    ReleaseColumn(String id, Type type, int maxLength, String... labels) {
        this.type = type;
        this.maxLength = maxLength;
        this.labels = List.of(labels);
        Set<String> all = new LinkedHashSet<>(List.of(id));
        this.labels.forEach(label -> all.add(id(label)));
        this.ids = List.copyOf(all);
    }

    /**
     * Returns the name of the column in the database.
     *
     * @return for example {@code onetsoc_code}
     */
    public String id() {
        return ids.get(0);
    }

    /**
     * Returns the ids that O*NET Web Services may give the column.
     *
     * @return the ids, {@link #id} first
     */
    public List<String> ids() {
        return ids;
    }

    /**
     * Returns the type of the column's values.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    /**
     * Returns the greatest length of a value.
     *
     * @return the length in characters
     */
    public int maxLength() {
        return maxLength;
    }

    /**
     * Returns the labels that a header may give the column.
     *
     * @return the labels, the current one first
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * Returns the label that the current releases use.
     *
     * @return for example {@code O*NET-SOC Code}
     */
    public String label() {
        return labels.get(0);
    }

    /** Reduces a label such as "O*NET-SOC Code" to an id such as onetsoc_code. */
    private static String id(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").replace(' ', '_');
    }

    boolean isCalled(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return labels.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** The form of a column's values. */
    public enum Type {
        /** An O*NET-SOC code, {@code dd-dddd.dd}. */
        CODE("an O*NET-SOC code such as 15-1252.00"),
        /** Text without control characters, and without line breaks unless it is a description or the like. */
        TEXT("text"),
        /** A whole number of at most nine digits. */
        INTEGER("a whole number of at most nine digits"),
        /** A number of at most three digits before the point and four behind it. */
        DECIMAL("a number such as 4.12, with at most three digits before the point and four behind it"),
        /** {@code Y} or {@code N}. */
        FLAG("Y or N"),
        /** A month, {@code MM/YYYY} or {@code YYYY-MM-DD}. */
        MONTH("a month as MM/YYYY or YYYY-MM-DD");

        private final String expected;

        Type(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }
}
