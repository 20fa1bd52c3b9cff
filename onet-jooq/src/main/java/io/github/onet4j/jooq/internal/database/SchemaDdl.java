package io.github.onet4j.jooq.internal.database;

import static io.github.onet4j.jooq.schema.DefaultSchema.DEFAULT_SCHEMA;
import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Index;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Renders the generated tables as DDL of one engine. */
public final class SchemaDdl {
    private final Dialect dialect;
    private final @Nullable String schemaName;

    public SchemaDdl(Dialect dialect, @Nullable String schemaName) {
        this.dialect = dialect;
        this.schemaName = schemaName;
    }

    /** Returns the tables, each after those that it refers to. */
    public static List<Table<?>> tables() {
        return DEFAULT_SCHEMA
                .tableStream()
                .filter(table -> !isView(table))
                .sorted(Comparator.comparing(table -> !table.equals(ONET_RELEASE)))
                .collect(Collectors.toList());
    }

    /** Returns the views. */
    public static List<Table<?>> views() {
        return DEFAULT_SCHEMA.tableStream().filter(SchemaDdl::isView).collect(Collectors.toList());
    }

    /** Returns all statements in the order to run them. */
    public List<String> statements() {
        List<String> statements = new ArrayList<>();
        tables().forEach(table -> statements.addAll(create(table)));
        views().forEach(view -> statements.add(createView(view)));
        statements.add(insertActiveRow());
        return statements;
    }

    /** Returns the statements that create a table with its indexes. */
    public List<String> create(Table<?> table) {
        List<String> statements = new ArrayList<>(dialect.createTable(schemaName, table));
        for (Index index : table.getIndexes()) {
            statements.add(dialect.createIndex(schemaName, index));
        }
        return statements;
    }

    /** Returns the statement that creates a view. */
    public String createView(Table<?> view) {
        Settings settings = new Settings().withRenderFormatted(true).withRenderSchema(false);
        String sql = DSL.using(dialect.sqlDialect(), settings)
                .render(DSL.using(dialect.sqlDialect())
                        .parser()
                        .parseQuery(view.getOptions().source()));
        String names = DEFAULT_SCHEMA
                .tableStream()
                .map(table -> Pattern.quote(dialect.quoted(table.getName())))
                .collect(Collectors.joining("|"));
        // In one pass, since the schema may have the name of a table.
        return Pattern.compile(names)
                .matcher(sql)
                .replaceAll(name -> Matcher.quoteReplacement(qualifiedAndQuoted(name.group())));
    }

    /** Returns the statement that drops a view. */
    public String dropView(Table<?> view) {
        return "drop view if exists " + dialect.qualified(schemaName, view.getName());
    }

    /** Returns the statement that inserts the row that every change of releases locks. */
    public String insertActiveRow() {
        return "insert into " + dialect.qualified(schemaName, ONET_ACTIVE_RELEASE.getName()) + " (slot) values (1)";
    }

    private String qualifiedAndQuoted(String quotedName) {
        return schemaName == null ? quotedName : dialect.quoted(schemaName) + "." + quotedName;
    }

    private static boolean isView(Table<?> table) {
        return table.getOptions().type() == TableType.VIEW;
    }
}
