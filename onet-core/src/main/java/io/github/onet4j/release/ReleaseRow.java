package io.github.onet4j.release;

import io.github.onet4j.JobZone;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.Scale;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link ReleaseTable} whose every value has been checked. Immutable.
 *
 * <p>Values are kept as text in one form for all layouts: numbers as they stand, flags as {@code Y} or {@code N},
 * months as {@code YYYY-MM-01}, and null for a value that the release leaves out.
 */
public final class ReleaseRow {
    private final ReleaseTable table;
    private final String file;
    private final long line;
    private final int number;
    private final @Nullable String[] values;

    ReleaseRow(ReleaseTable table, String file, long line, int number, @Nullable String[] values) {
        this.table = table;
        this.file = file;
        this.line = line;
        this.number = number;
        this.values = values;
    }

    /**
     * Makes a row of values that stand in no file of a release, such as those that O*NET Web Services send.
     *
     * @param table the table that the row belongs to
     * @param source where the row stands, as {@link #file()} and {@link RejectedRow#file()} tell it
     * @param number the row's number there, from 1
     * @param values gives the value of each column of the table, or null where there is none
     * @param rejected is told if a value is missing or wrong
     * @return the row, its every value checked, or null if it was rejected
     */
    public static @Nullable ReleaseRow of(
            ReleaseTable table,
            String source,
            int number,
            Function<ReleaseColumn, @Nullable String> values,
            Consumer<RejectedRow> rejected) {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(rejected, "rejected");
        List<ReleaseColumn> columns = table.columns();
        @Nullable String[] checked = new @Nullable String[columns.size()];
        int wrong = Values.fill(table, checked, index -> values.apply(columns.get(index)));
        if (wrong < 0) {
            return new ReleaseRow(table, source, number, number, checked);
        }
        ReleaseColumn column = columns.get(wrong);
        @Nullable String[] asSent = columns.stream().map(values).toArray(String[]::new);
        rejected.accept(
                new ReleaseRow(table, source, number, number, asSent).rejected(column, Values.expected(column)));
        return null;
    }

    /**
     * Returns the table that the row belongs to.
     *
     * @return the table
     */
    public ReleaseTable table() {
        return table;
    }

    /**
     * Returns the name of the file that the row stands in.
     *
     * @return the name
     */
    public String file() {
        return file;
    }

    /**
     * Returns the line that the row starts in.
     *
     * @return the line, counted from 1 with the header
     */
    public long line() {
        return line;
    }

    /**
     * Returns the row's number among the rows of its file.
     *
     * @return the number, 1 for the first row below the header
     */
    public int number() {
        return number;
    }

    /**
     * Returns the value of a column by its place in {@link ReleaseTable#columns()}.
     *
     * @param index the place, from 0
     * @return the value, or null
     */
    public @Nullable String text(int index) {
        return values[index];
    }

    /**
     * Returns a value as text.
     *
     * @param column a column of the table
     * @return the value, or null
     */
    public @Nullable String text(ReleaseColumn column) {
        Objects.requireNonNull(column, "column");
        return values[table.indexOf(column)];
    }

    /**
     * Returns a value that is never missing.
     *
     * @param column a column of the table in which every row has a value
     * @return the value
     * @throws IllegalArgumentException if this row has none
     */
    public String requiredText(ReleaseColumn column) {
        String value = text(column);
        if (value == null) {
            throw new IllegalArgumentException(column + " of " + table + " may be without a value");
        }
        return value;
    }

    /**
     * Returns a code.
     *
     * @param column a column of type {@link ReleaseColumn.Type#CODE}
     * @return the code
     */
    public OnetSocCode code(ReleaseColumn column) {
        return new OnetSocCode(requiredText(column));
    }

    /**
     * Returns a number.
     *
     * @param column a column of type {@link ReleaseColumn.Type#DECIMAL}
     * @return the number, or null
     */
    public @Nullable Double decimal(ReleaseColumn column) {
        String value = text(column);
        return value == null ? null : Double.valueOf(value);
    }

    /**
     * Returns a whole number.
     *
     * @param column a column of type {@link ReleaseColumn.Type#INTEGER}
     * @return the number, or null
     */
    public @Nullable Integer integer(ReleaseColumn column) {
        String value = text(column);
        return value == null ? null : Integer.valueOf(value);
    }

    /**
     * Returns a flag.
     *
     * @param column a column of type {@link ReleaseColumn.Type#FLAG}
     * @return true for {@code Y}, false for {@code N}, or null
     */
    public @Nullable Boolean flag(ReleaseColumn column) {
        String value = text(column);
        return value == null ? null : (Boolean) value.equals("Y");
    }

    /**
     * Returns a month.
     *
     * @param column a column of type {@link ReleaseColumn.Type#MONTH}
     * @return the month, or null
     */
    public @Nullable YearMonth month(ReleaseColumn column) {
        String value = text(column);
        return value == null ? null : YearMonth.parse(value.substring(0, 7));
    }

    /**
     * Returns the occupation that the row describes.
     *
     * @return the occupation
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#OCCUPATION_DATA}
     */
    public Occupation occupation() {
        return new Occupation(
                code(ReleaseColumn.ONETSOC_CODE),
                requiredText(ReleaseColumn.TITLE),
                requiredText(ReleaseColumn.DESCRIPTION));
    }

    /**
     * Returns the scale that the row describes.
     *
     * @return the scale
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#SCALES_REFERENCE}
     */
    public Scale scale() {
        return new Scale(
                requiredText(ReleaseColumn.SCALE_ID),
                requiredText(ReleaseColumn.SCALE_NAME),
                Double.parseDouble(requiredText(ReleaseColumn.MINIMUM)),
                Double.parseDouble(requiredText(ReleaseColumn.MAXIMUM)));
    }

    /**
     * Returns the level anchor that the row describes.
     *
     * @return the anchor
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#LEVEL_SCALE_ANCHORS}
     */
    public LevelAnchor levelAnchor() {
        return new LevelAnchor(
                Double.parseDouble(requiredText(ReleaseColumn.ANCHOR_VALUE)),
                requiredText(ReleaseColumn.ANCHOR_DESCRIPTION));
    }

    /**
     * Returns the relation to another occupation that the row describes.
     *
     * @param related the occupation of its {@link ReleaseColumn#RELATED_ONETSOC_CODE}
     * @return the relation
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#RELATED_OCCUPATIONS}
     */
    public RelatedOccupation relatedOccupation(Occupation related) {
        Objects.requireNonNull(related, "related");
        return new RelatedOccupation(
                related,
                requiredText(ReleaseColumn.RELATEDNESS_TIER),
                Integer.parseInt(requiredText(ReleaseColumn.INDEX)));
    }

    /**
     * Returns the task that the row describes.
     *
     * @param ratings its ratings, out of Task Ratings
     * @return the task
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#TASK_STATEMENTS}
     */
    public Task task(Map<RatingKey, Rating> ratings) {
        Objects.requireNonNull(ratings, "ratings");
        return new Task(
                Integer.parseInt(requiredText(ReleaseColumn.TASK_ID)),
                requiredText(ReleaseColumn.TASK),
                text(ReleaseColumn.TASK_TYPE),
                integer(ReleaseColumn.INCUMBENTS_RESPONDING),
                month(ReleaseColumn.DATE),
                text(ReleaseColumn.DOMAIN_SOURCE),
                ratings);
    }

    /**
     * Returns the technology that the row describes.
     *
     * @return the technology
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#SOFTWARE_SKILLS}
     */
    public Technology technology() {
        String elementName = text(ReleaseColumn.ELEMENT_NAME);
        return new Technology(
                requiredText(ReleaseColumn.WORKPLACE_EXAMPLE),
                elementName == null ? text(ReleaseColumn.COMMODITY_TITLE) : elementName,
                integer(ReleaseColumn.COMMODITY_CODE),
                text(ReleaseColumn.ELEMENT_ID),
                flag(ReleaseColumn.HOT_TECHNOLOGY),
                flag(ReleaseColumn.IN_DEMAND));
    }

    /**
     * Returns the job zone that the row describes.
     *
     * @param occupation the occupation of its {@link ReleaseColumn#ONETSOC_CODE}
     * @return the job zone
     * @throws IllegalArgumentException if this is not a row of {@link ReleaseTable#JOB_ZONES}
     */
    public JobZone jobZone(Occupation occupation) {
        Objects.requireNonNull(occupation, "occupation");
        return new JobZone(
                occupation,
                Integer.parseInt(requiredText(ReleaseColumn.JOB_ZONE)),
                month(ReleaseColumn.DATE),
                text(ReleaseColumn.DOMAIN_SOURCE));
    }

    /**
     * Returns this row as one that cannot be used.
     *
     * @param column the column that is wrong
     * @param expected a description of what must stand there
     * @return the rejected row, its text the values separated by tabs
     */
    public RejectedRow rejected(ReleaseColumn column, String expected) {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(expected, "expected");
        return rejected(column.label(), text(column), expected);
    }

    /**
     * Returns this row as one that cannot be used.
     *
     * @param label the label of what is wrong, which need not be a column of the table
     * @param value the value that is wrong, or null if it is missing
     * @param expected a description of what must stand there
     * @return the rejected row, its text the values separated by tabs
     */
    public RejectedRow rejected(String label, @Nullable String value, String expected) {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(expected, "expected");
        String text = Arrays.stream(values)
                .map(each -> Objects.requireNonNullElse(each, ""))
                .collect(Collectors.joining("\t"));
        return new RejectedRow(file, line, label, value, expected, text);
    }

    /**
     * Returns the scale and the category that the row's rating is on.
     *
     * @return the key, without a category where the row has none
     * @throws IllegalArgumentException if the table has no scales
     */
    public RatingKey ratingKey() {
        String scaleId = requiredText(ReleaseColumn.SCALE_ID);
        Integer category = table.columns().contains(ReleaseColumn.CATEGORY) ? integer(ReleaseColumn.CATEGORY) : null;
        return category == null ? RatingKey.of(scaleId) : new RatingKey(scaleId, category);
    }

    /**
     * Returns the rating that the row holds.
     *
     * @param origin where the row came from
     * @return the rating
     * @throws IllegalArgumentException if the table {@linkplain ReleaseTable#domain() holds no ratings}
     */
    public Rating rating(Origin origin) {
        Objects.requireNonNull(origin, "origin");
        return new Rating(
                Double.parseDouble(requiredText(ReleaseColumn.DATA_VALUE)),
                integer(ReleaseColumn.N),
                decimal(ReleaseColumn.STANDARD_ERROR),
                decimal(ReleaseColumn.LOWER_CI_BOUND),
                decimal(ReleaseColumn.UPPER_CI_BOUND),
                flag(ReleaseColumn.RECOMMEND_SUPPRESS),
                table.columns().contains(ReleaseColumn.NOT_RELEVANT) ? flag(ReleaseColumn.NOT_RELEVANT) : null,
                month(ReleaseColumn.DATE),
                text(ReleaseColumn.DOMAIN_SOURCE),
                origin);
    }

    /** Returns file, line and values, for a log or a debugger. */
    @Override
    public String toString() {
        return file + ":" + line + " " + Arrays.toString(values);
    }
}
