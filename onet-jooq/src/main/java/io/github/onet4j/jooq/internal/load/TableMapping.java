package io.github.onet4j.jooq.internal.load;

import static io.github.onet4j.jooq.schema.Tables.*;

import io.github.onet4j.Domain;
import io.github.onet4j.internal.TitleQuery;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Which table of the database a table of a release goes to, and what of a row goes to which column. */
public final class TableMapping {
    private final ReleaseTable source;
    private final Table<?> target;
    private final List<Field<?>> fields = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private TableMapping(ReleaseTable source, Table<?> target, Field<Integer> releaseIdField, int releaseId) {
        this.source = source;
        this.target = target;
        constant(releaseIdField, String.valueOf(releaseId));
    }

    /** The mapping of a table whose rows go to the database one by one; Content Model Reference's go by way of ElementRows. */
    public static TableMapping of(ReleaseTable table, int releaseId) {
        return switch (table) {
            case SCALES_REFERENCE ->
                new TableMapping(table, ONET_SCALE, ONET_SCALE.RELEASE_ID, releaseId)
                        .column(ONET_SCALE.SCALE_ID, ReleaseColumn.SCALE_ID)
                        .column(ONET_SCALE.SCALE_NAME, ReleaseColumn.SCALE_NAME)
                        .column(ONET_SCALE.MINIMUM, ReleaseColumn.MINIMUM)
                        .column(ONET_SCALE.MAXIMUM, ReleaseColumn.MAXIMUM);
            case OCCUPATION_DATA ->
                new TableMapping(table, ONET_OCCUPATION, ONET_OCCUPATION.RELEASE_ID, releaseId)
                        .column(ONET_OCCUPATION.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                        .column(ONET_OCCUPATION.TITLE, ReleaseColumn.TITLE)
                        .searchable(ONET_OCCUPATION.TITLE_SEARCH, ReleaseColumn.TITLE)
                        .column(ONET_OCCUPATION.DESCRIPTION, ReleaseColumn.DESCRIPTION);
            case CONTENT_MODEL_REFERENCE -> throw new IllegalArgumentException(table + " goes by way of ElementRows");
            case LEVEL_SCALE_ANCHORS ->
                new TableMapping(table, ONET_LEVEL_ANCHOR, ONET_LEVEL_ANCHOR.RELEASE_ID, releaseId)
                        .column(ONET_LEVEL_ANCHOR.ELEMENT_ID, ReleaseColumn.ELEMENT_ID)
                        .column(ONET_LEVEL_ANCHOR.SCALE_ID, ReleaseColumn.SCALE_ID)
                        .column(ONET_LEVEL_ANCHOR.ANCHOR_VALUE, ReleaseColumn.ANCHOR_VALUE)
                        .column(ONET_LEVEL_ANCHOR.ANCHOR_DESCRIPTION, ReleaseColumn.ANCHOR_DESCRIPTION);
            case SKILLS, KNOWLEDGE, ABILITIES, WORK_ACTIVITIES, WORK_STYLES ->
                ratings(table, table.domain().orElseThrow(), releaseId);
            case JOB_ZONE_REFERENCE ->
                new TableMapping(table, ONET_JOB_ZONE_REFERENCE, ONET_JOB_ZONE_REFERENCE.RELEASE_ID, releaseId)
                        .column(ONET_JOB_ZONE_REFERENCE.JOB_ZONE, ReleaseColumn.JOB_ZONE)
                        .column(ONET_JOB_ZONE_REFERENCE.NAME, ReleaseColumn.NAME)
                        .column(ONET_JOB_ZONE_REFERENCE.EXPERIENCE, ReleaseColumn.EXPERIENCE)
                        .column(ONET_JOB_ZONE_REFERENCE.EDUCATION, ReleaseColumn.EDUCATION)
                        .column(ONET_JOB_ZONE_REFERENCE.JOB_TRAINING, ReleaseColumn.JOB_TRAINING)
                        .column(ONET_JOB_ZONE_REFERENCE.EXAMPLES, ReleaseColumn.EXAMPLES)
                        .column(ONET_JOB_ZONE_REFERENCE.SVP_RANGE, ReleaseColumn.SVP_RANGE);
            case JOB_ZONES ->
                new TableMapping(table, ONET_JOB_ZONE, ONET_JOB_ZONE.RELEASE_ID, releaseId)
                        .column(ONET_JOB_ZONE.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                        .column(ONET_JOB_ZONE.JOB_ZONE, ReleaseColumn.JOB_ZONE)
                        .column(ONET_JOB_ZONE.DATE_UPDATED, ReleaseColumn.DATE)
                        .column(ONET_JOB_ZONE.DOMAIN_SOURCE, ReleaseColumn.DOMAIN_SOURCE);
            case JOB_TITLES ->
                new TableMapping(table, ONET_JOB_TITLE, ONET_JOB_TITLE.RELEASE_ID, releaseId)
                        .column(ONET_JOB_TITLE.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                        .rowNumber(ONET_JOB_TITLE.FILE_ROW)
                        .column(ONET_JOB_TITLE.JOB_TITLE, ReleaseColumn.JOB_TITLE)
                        .searchable(ONET_JOB_TITLE.JOB_TITLE_SEARCH, ReleaseColumn.JOB_TITLE)
                        .column(ONET_JOB_TITLE.SHORT_TITLE, ReleaseColumn.SHORT_TITLE)
                        .column(ONET_JOB_TITLE.SOURCES, ReleaseColumn.SOURCES);
            case SAMPLE_OF_REPORTED_TITLES ->
                new TableMapping(table, ONET_REPORTED_TITLE, ONET_REPORTED_TITLE.RELEASE_ID, releaseId)
                        .column(ONET_REPORTED_TITLE.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                        .rowNumber(ONET_REPORTED_TITLE.FILE_ROW)
                        .column(ONET_REPORTED_TITLE.REPORTED_JOB_TITLE, ReleaseColumn.REPORTED_JOB_TITLE)
                        .searchable(ONET_REPORTED_TITLE.REPORTED_JOB_TITLE_SEARCH, ReleaseColumn.REPORTED_JOB_TITLE)
                        .column(ONET_REPORTED_TITLE.SHOWN_IN_MY_NEXT_MOVE, ReleaseColumn.SHOWN_IN_MY_NEXT_MOVE);
            case RELATED_OCCUPATIONS ->
                new TableMapping(table, ONET_RELATED_OCCUPATION, ONET_RELATED_OCCUPATION.RELEASE_ID, releaseId)
                        .column(ONET_RELATED_OCCUPATION.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                        .column(ONET_RELATED_OCCUPATION.RELATED_ONETSOC_CODE, ReleaseColumn.RELATED_ONETSOC_CODE)
                        .column(ONET_RELATED_OCCUPATION.RELATEDNESS_TIER, ReleaseColumn.RELATEDNESS_TIER)
                        .column(ONET_RELATED_OCCUPATION.RELATED_INDEX, ReleaseColumn.INDEX);
            case SOFTWARE_SKILLS ->
                new TableMapping(table, ONET_SOFTWARE_SKILL, ONET_SOFTWARE_SKILL.RELEASE_ID, releaseId)
                        .column(ONET_SOFTWARE_SKILL.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                        .rowNumber(ONET_SOFTWARE_SKILL.FILE_ROW)
                        .column(ONET_SOFTWARE_SKILL.WORKPLACE_EXAMPLE, ReleaseColumn.WORKPLACE_EXAMPLE)
                        .column(ONET_SOFTWARE_SKILL.COMMODITY_CODE, ReleaseColumn.COMMODITY_CODE)
                        .column(ONET_SOFTWARE_SKILL.COMMODITY_TITLE, ReleaseColumn.COMMODITY_TITLE)
                        .column(ONET_SOFTWARE_SKILL.ELEMENT_ID, ReleaseColumn.ELEMENT_ID)
                        .column(ONET_SOFTWARE_SKILL.ELEMENT_NAME, ReleaseColumn.ELEMENT_NAME)
                        .column(ONET_SOFTWARE_SKILL.HOT_TECHNOLOGY, ReleaseColumn.HOT_TECHNOLOGY)
                        .column(ONET_SOFTWARE_SKILL.IN_DEMAND, ReleaseColumn.IN_DEMAND);
        };
    }

    private static TableMapping ratings(ReleaseTable table, Domain domain, int releaseId) {
        return new TableMapping(table, ONET_RATING, ONET_RATING.RELEASE_ID, releaseId)
                .column(ONET_RATING.ONETSOC_CODE, ReleaseColumn.ONETSOC_CODE)
                .constant(ONET_RATING.DOMAIN, domain.name())
                .column(ONET_RATING.ELEMENT_ID, ReleaseColumn.ELEMENT_ID)
                .column(ONET_RATING.SCALE_ID, ReleaseColumn.SCALE_ID)
                .column(ONET_RATING.DATA_VALUE, ReleaseColumn.DATA_VALUE)
                .column(ONET_RATING.N, ReleaseColumn.N)
                .column(ONET_RATING.STANDARD_ERROR, ReleaseColumn.STANDARD_ERROR)
                .column(ONET_RATING.LOWER_CI_BOUND, ReleaseColumn.LOWER_CI_BOUND)
                .column(ONET_RATING.UPPER_CI_BOUND, ReleaseColumn.UPPER_CI_BOUND)
                .column(ONET_RATING.RECOMMEND_SUPPRESS, ReleaseColumn.RECOMMEND_SUPPRESS)
                .column(ONET_RATING.NOT_RELEVANT, ReleaseColumn.NOT_RELEVANT)
                .column(ONET_RATING.DATE_UPDATED, ReleaseColumn.DATE)
                .column(ONET_RATING.DOMAIN_SOURCE, ReleaseColumn.DOMAIN_SOURCE);
    }

    public Table<?> target() {
        return target;
    }

    public List<Field<?>> fields() {
        return fields;
    }

    /** What the column that a field is filled from is called; a field without one goes by its own name. */
    public String label(int field) {
        return labels.get(field);
    }

    /** The values of a row, in the order of the fields. */
    public @Nullable String[] values(ReleaseRow row) {
        @Nullable String[] found = new @Nullable String[values.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = values.get(i).of(row);
        }
        return found;
    }

    private TableMapping column(Field<?> field, ReleaseColumn column) {
        int index = source.columns().indexOf(column);
        return add(field, column.label(), row -> row.text(index));
    }

    private TableMapping searchable(Field<String> field, ReleaseColumn column) {
        return add(field, column.label(), row -> TitleQuery.normalize(row.requiredText(column)));
    }

    private TableMapping rowNumber(Field<Integer> field) {
        return add(field, field.getName(), row -> String.valueOf(row.number()));
    }

    private TableMapping constant(Field<?> field, String value) {
        return add(field, field.getName(), row -> value);
    }

    private TableMapping add(Field<?> field, String label, Value value) {
        fields.add(field);
        labels.add(label);
        values.add(value);
        return this;
    }

    private interface Value {
        @Nullable
        String of(ReleaseRow row);
    }
}
