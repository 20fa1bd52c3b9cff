package io.github.onet4j.jooq.internal.load;

import static io.github.onet4j.jooq.schema.DefaultSchema.DEFAULT_SCHEMA;
import static io.github.onet4j.jooq.schema.Tables.ONET_JOB_TITLE;
import static io.github.onet4j.jooq.schema.Tables.ONET_RATING;

import io.github.onet4j.internal.search.TitleWords;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The way from a row of a release to the columns of the database table that stores it. Columns meet by name; the table
 * may have some more, which hold the release, the domain, the row's number in its file, and text as it is searched.
 */
public final class TableMapping {
    private static final String SEARCHED = "_search";

    /** What stands for a missing category, which is part of a key. O*NET's categories begin at 1. */
    private static final String WITHOUT_CATEGORY = "0";

    private final Table<?> target;
    private final List<Field<?>> fields = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private TableMapping(Table<?> target) {
        this.target = target;
    }

    /** Returns the mapping of a table for one release. */
    public static TableMapping of(ReleaseTable table, int releaseId) {
        TableMapping mapping = new TableMapping(target(table));
        for (Field<?> field : mapping.target.fields()) {
            mapping.add(field, table, String.valueOf(releaseId));
        }
        return mapping;
    }

    /** Returns the database table that stores the rows of a table. */
    public static Table<?> target(ReleaseTable table) {
        return Objects.requireNonNull(DEFAULT_SCHEMA.getTable(table.storedIn()), table.storedIn());
    }

    public Table<?> target() {
        return target;
    }

    public List<Field<?>> fields() {
        return fields;
    }

    /** Returns the label of the column that fills a field, or the name of a field that no column fills. */
    public String label(int field) {
        return labels.get(field);
    }

    /** Returns the values of a row, in the order of the fields. */
    public @Nullable String[] values(ReleaseRow row) {
        @Nullable String[] found = new @Nullable String[values.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = values.get(i).of(row);
        }
        return found;
    }

    private void add(Field<?> field, ReleaseTable table, String releaseId) {
        String name = field.getName();
        if (name.equals(ONET_RATING.RELEASE_ID.getName())) {
            add(field, name, row -> releaseId);
        } else if (name.equals(ONET_RATING.DOMAIN.getName())) {
            String domain = table.domain().map(Enum::name).orElse(null);
            add(field, name, row -> domain);
        } else if (name.equals(ONET_JOB_TITLE.FILE_ROW.getName())) {
            add(field, name, row -> String.valueOf(row.number()));
        } else if (name.endsWith(SEARCHED)) {
            ReleaseColumn column = column(table, name.substring(0, name.length() - SEARCHED.length()));
            add(field, column.label(), row -> TitleWords.normalize(row.requiredText(column)));
        } else if (!name.equals(ONET_RATING.WEB_FETCH_ID.getName())) {
            ReleaseColumn column = column(table, name);
            int index = table.columns().indexOf(column);
            add(
                    field,
                    column.label(),
                    column == ReleaseColumn.CATEGORY
                            ? row -> Objects.requireNonNullElse(row.text(index), WITHOUT_CATEGORY)
                            : row -> row.text(index));
        }
    }

    private static ReleaseColumn column(ReleaseTable table, String id) {
        return table.columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table + " has no column to fill " + id));
    }

    private void add(Field<?> field, String label, Value value) {
        fields.add(field);
        labels.add(label);
        values.add(value);
    }

    private interface Value {
        @Nullable
        String of(ReleaseRow row);
    }
}
