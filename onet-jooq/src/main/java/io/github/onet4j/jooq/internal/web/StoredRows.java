package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_RATING;

import io.github.onet4j.jooq.internal.database.BulkPath;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.TableMapping;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of a release in the table that fetched rows go to. */
final class StoredRows {
    private final Database database;
    private final Session session;
    private final BulkPath path;
    private final TableMapping mapping;
    private final Field<Integer> webFetchId;
    private final List<Field<?>> columns;

    StoredRows(Database database, Session session, BulkPath path, TableMapping mapping) {
        this.database = database;
        this.session = session;
        this.path = path;
        this.mapping = mapping;
        // Every table that fetched rows go to has it under one name.
        this.webFetchId = Objects.requireNonNull(
                mapping.target().field(ONET_RATING.WEB_FETCH_ID.getName(), Integer.class),
                mapping.target().getName());
        this.columns = new ArrayList<>(mapping.fields());
        columns.add(webFetchId);
    }

    /** Returns the rows with the keys of fetched rows, by key, in one statement. It may return some more. */
    Map<String, Record> find(List<FetchedRow> fetched) {
        List<Condition> conditions = FetchedRow.keyFields(mapping)
                .map(field -> isAmong(field, fetched))
                .toList();
        Map<String, Record> found = new HashMap<>();
        session.dsl()
                .select(columns)
                .from(mapping.target())
                .where(conditions)
                .forEach(row -> found.put(FetchedRow.key(row, mapping), row));
        return found;
    }

    private <T> Condition isAmong(Field<T> field, List<FetchedRow> fetched) {
        int position = mapping.fields().indexOf(field);
        Set<T> values = fetched.stream()
                .map(row -> field.getDataType().convert(row.value(position)))
                .collect(Collectors.toSet());
        return field.in(values);
    }

    /** Returns the fetch of a row; null for a row that came with the release. */
    @Nullable
    Integer fetchOf(Record row) {
        return row.get(webFetchId);
    }

    void delete(List<FetchedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Field<?>> key = new ArrayList<>();
        FetchedRow.keyFields(mapping).forEach(key::add);
        List<RowN> keys = rows.stream()
                .map(row -> DSL.row(key.stream()
                        .map(field -> row.value(mapping.fields().indexOf(field)))
                        .toList()))
                .toList();
        session.dsl().deleteFrom(mapping.target()).where(DSL.row(key).in(keys)).execute();
    }

    void insert(List<FetchedRow> rows, Fetch fetch) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Iterator<FetchedRow> each = rows.iterator();
        path.load(
                session.connection(),
                database.qualified(mapping.target()),
                columns,
                () -> each.hasNext() ? each.next().texts(fetch.id()) : null);
    }
}
