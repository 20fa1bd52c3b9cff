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
    /** The category of an answer that the value is the share of, from 1; null where the value is of the whole scale. */
    CATEGORY(Type.INTEGER, 9, "Category"),
    /** The answer that a category stands for. */
    CATEGORY_DESCRIPTION(Type.TEXT, 1000, "Category Description"),
    /** The number of a task. */
    TASK_ID(Type.INTEGER, 9, "Task ID"),
    /** A task, in words. */
    TASK(Type.TEXT, 1000, "Task"),
    /** {@code Core} or {@code Supplemental}. */
    TASK_TYPE(Type.TEXT, 32, "Task Type"),
    /** The number of people in the occupation who rated the task. */
    INCUMBENTS_RESPONDING(Type.INTEGER, 9, "Incumbents Responding"),
    /** {@code New} for a new task, {@code Revision} for another wording of a task. */
    EMERGING_TASK_CATEGORY("category", Type.TEXT, 32, "Category"),
    /** The number of the task that an emerging one revises. */
    ORIGINAL_TASK_ID(Type.INTEGER, 9, "Original Task ID"),
    /** The task that an emerging one revises, in words. */
    ORIGINAL_TASK(Type.TEXT, 1000, "Original Task"),
    /** The id of a generalized work activity. */
    GWA_ELEMENT_ID(Type.TEXT, 32, "GWA Element ID", "Element ID"),
    /** The id of an intermediate work activity. */
    IWA_ELEMENT_ID(Type.TEXT, 32, "IWA Element ID", "IWA ID"),
    /** An intermediate work activity, in words. */
    IWA_ELEMENT_NAME(Type.TEXT, 255, "IWA Element Name", "IWA Title"),
    /** The id of a detailed work activity. Its form is another one from release 30.3 on. */
    DWA_ELEMENT_ID(Type.TEXT, 32, "DWA Element ID", "DWA ID"),
    /** A detailed work activity, in words. */
    DWA_ELEMENT_NAME(Type.TEXT, 255, "DWA Element Name", "DWA Title"),
    /** What is told of the data about an occupation. */
    ITEM(Type.TEXT, 255, "Item"),
    /** The answer that the figures of an item are about. */
    RESPONSE(Type.TEXT, 255, "Response"),
    /** A share in percent. */
    PERCENT(Type.DECIMAL, 9, "Percent"),
    /** The UNSPSC code of a class of products. */
    CLASS_CODE(Type.INTEGER, 9, "Class Code"),
    /** The title of a class of products. */
    CLASS_TITLE(Type.TEXT, 255, "Class Title"),
    /** The UNSPSC code of a family of products. */
    FAMILY_CODE(Type.INTEGER, 9, "Family Code"),
    /** The title of a family of products. */
    FAMILY_TITLE(Type.TEXT, 255, "Family Title"),
    /** The UNSPSC code of a segment of products. */
    SEGMENT_CODE(Type.INTEGER, 9, "Segment Code"),
    /** The title of a segment of products. */
    SEGMENT_TITLE(Type.TEXT, 255, "Segment Title"),
    /** A word that describes a career interest type. */
    KEYWORD(Type.TEXT, 255, "Keyword"),
    /** {@code Action} or {@code Object}. */
    KEYWORD_TYPE(Type.TEXT, 32, "Keyword Type"),
    /** {@code General} for a career interest type, {@code Basic} for a specific interest area. */
    INTEREST_TYPE(Type.TEXT, 32, "Interest Type"),
    /** An activity that somebody with an interest likes. */
    ACTIVITY(Type.TEXT, 255, "Activity"),
    /** The number of an item in the questionnaires of O*NET's surveys. */
    SURVEY_ITEM_NUMBER(Type.TEXT, 32, "Survey Item Number"),
    /** The id of an ability that is linked to something. */
    ABILITIES_ELEMENT_ID(Type.TEXT, 32, "Abilities Element ID"),
    /** The name of an ability that is linked to something. */
    ABILITIES_ELEMENT_NAME(Type.TEXT, 255, "Abilities Element Name"),
    /** The id of a skill that is linked to something. */
    SKILLS_ELEMENT_ID(
            Type.TEXT, 32, "Skills Element ID", "Essential Skills Element ID", "Transferable Skills Element ID"),
    /** The name of a skill that is linked to something. */
    SKILLS_ELEMENT_NAME(
            Type.TEXT, 255, "Skills Element Name", "Essential Skills Element Name", "Transferable Skills Element Name"),
    /** The id of a work style that is linked to something. */
    WORK_STYLES_ELEMENT_ID(Type.TEXT, 32, "Work Styles Element ID"),
    /** The name of a work style that is linked to something. */
    WORK_STYLES_ELEMENT_NAME(Type.TEXT, 255, "Work Styles Element Name"),
    /** The id of a work activity that something is linked to. */
    WORK_ACTIVITIES_ELEMENT_ID(Type.TEXT, 32, "Work Activities Element ID"),
    /** The name of a work activity that something is linked to. */
    WORK_ACTIVITIES_ELEMENT_NAME(Type.TEXT, 255, "Work Activities Element Name"),
    /** The id of an element of work context that something is linked to. */
    WORK_CONTEXT_ELEMENT_ID(Type.TEXT, 32, "Work Context Element ID"),
    /** The name of an element of work context that something is linked to. */
    WORK_CONTEXT_ELEMENT_NAME(Type.TEXT, 255, "Work Context Element Name"),
    /** The id of a specific interest area. */
    SPECIFIC_INTEREST_AREAS_ELEMENT_ID(
            Type.TEXT, 32, "Specific Interest Areas Element ID", "Basic Interests Element ID"),
    /** The name of a specific interest area. */
    SPECIFIC_INTEREST_AREAS_ELEMENT_NAME(
            Type.TEXT, 255, "Specific Interest Areas Element Name", "Basic Interests Element Name"),
    /** The id of a career interest type. */
    CAREER_INTEREST_TYPES_ELEMENT_ID(Type.TEXT, 32, "Career Interest Types Element ID", "RIASEC Element ID"),
    /** The name of a career interest type. */
    CAREER_INTEREST_TYPES_ELEMENT_NAME(Type.TEXT, 255, "Career Interest Types Element Name", "RIASEC Element Name"),
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
        String wanted = label.strip();
        return labels.stream().anyMatch(wanted::equalsIgnoreCase);
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
