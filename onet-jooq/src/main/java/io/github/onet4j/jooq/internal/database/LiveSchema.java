package io.github.onet4j.jooq.internal.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The current tables, columns and indexes of a schema. */
public final class LiveSchema {
    private static final String COLUMNS = """
            select table_name, column_name, data_type, is_nullable, character_maximum_length,
              numeric_precision, numeric_scale, datetime_precision
            from information_schema.columns
            where table_schema = ? and table_name like 'onet%'
            order by table_name, ordinal_position""";

    private final String schema;
    private final Map<String, Map<String, String>> columns = new HashMap<>();
    private final Map<String, Collection<List<String>>> indexes = new HashMap<>();

    private LiveSchema(String schema) {
        this.schema = schema;
    }

    /** Reads the schema that the host named, or the default one. */
    public static LiveSchema read(Database database, Connection connection) throws SQLException {
        Dialect dialect = database.dialect();
        LiveSchema live = new LiveSchema(database.schema(connection));
        live.readColumns(connection, dialect);
        for (String table : live.columns.keySet()) {
            live.indexes.put(table, indexes(connection, dialect, live.schema, table));
        }
        return live;
    }

    /** Returns the types of a table's columns by name; null if there is no such table or view. */
    public @Nullable Map<String, String> columns(String table) {
        return columns.get(table);
    }

    /** Returns whether a table has an index or a key on exactly these columns in this order. */
    public boolean hasIndex(String table, List<String> columnNames) {
        return indexes.getOrDefault(table, List.of()).contains(columnNames);
    }

    private void readColumns(Connection connection, Dialect dialect) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String type = dialect.liveType(
                            row.getString(3), row.getLong(5), row.getInt(6), row.getInt(7), row.getInt(8));
                    columns.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                            .put(row.getString(2), type + (row.getString(4).equals("NO") ? " not null" : ""));
                }
            }
        }
    }

    private static Collection<List<String>> indexes(Connection connection, Dialect dialect, String schema, String table)
            throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        Map<String, SortedMap<Short, String>> byIndex = new HashMap<>();
        String catalog = dialect.schemaIsCatalog() ? schema : null;
        try (ResultSet row =
                metaData.getIndexInfo(catalog, dialect.schemaIsCatalog() ? null : schema, table, false, true)) {
            while (row.next()) {
                String index = row.getString("INDEX_NAME");
                if (index != null) {
                    byIndex.computeIfAbsent(index, name -> new TreeMap<>())
                            .put(row.getShort("ORDINAL_POSITION"), row.getString("COLUMN_NAME"));
                }
            }
        }
        List<List<String>> found = new ArrayList<>();
        byIndex.values().forEach(ordered -> found.add(List.copyOf(ordered.values())));
        return found;
    }
}
