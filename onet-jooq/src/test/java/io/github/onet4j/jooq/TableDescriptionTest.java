package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.internal.load.TableMapping;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The description of a table, the DDL and the documented data model say the same. */
final class TableDescriptionTest {
    @ParameterizedTest
    @EnumSource
    void everyColumnIsStored(ReleaseTable table) {
        Table<?> target = TableMapping.target(table);
        assertThat(table.columns()).allSatisfy(column -> {
            Field<?> field = target.field(column.id());
            if (field == null) {
                assertThat(column.id()).as("left out of " + target).endsWith("element_name");
                assertThat(target.field(column.id().replaceFirst("name$", "id")))
                        .isNotNull();
            } else {
                DataType<?> type = field.getDataType();
                assertThat(typeName(type)).as(target + "." + field).isEqualTo(typeName(column));
                // A category is part of a key, so that there is a number for none.
                assertThat(type.nullable())
                        .as(target + "." + field + " nullable")
                        .isEqualTo(column != ReleaseColumn.CATEGORY && !isRequired(table, column));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsFilled(ReleaseTable table) {
        TableMapping mapping = TableMapping.of(table, 1);
        List<Field<?>> others = new ArrayList<>(List.of(mapping.target().fields()));
        others.removeAll(mapping.fields());
        assertThat(others).extracting(Field::getName).isSubsetOf("web_fetch_id");
    }

    @ParameterizedTest
    @EnumSource
    void theKeyIsThePrimaryKey(ReleaseTable table) {
        List<String> expected = new ArrayList<>(List.of("release_id"));
        table.domain().ifPresent(domain -> expected.add("domain"));
        table.key().forEach(column -> expected.add(column.id()));
        if (table.key().isEmpty()) {
            expected.addAll(List.of("onetsoc_code", "file_row"));
        }
        assertThat(primaryKey(table)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theDataModelDocumentsIt(ReleaseTable table) throws IOException {
        String[] cells = documented(table);
        String[] likeSkills = cells[4].equals("as for Skills") ? documented(ReleaseTable.SKILLS) : cells;
        assertThat(cells[2]).isEqualTo(table.isRequired() ? "yes" : "no");
        assertThat(codes(likeSkills[4]))
                .containsExactlyElementsOf(primaryKey(table).stream().skip(1).toList());
        assertThat(codes(likeSkills[5]))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(TableMapping.target(table).fields())
                                .filter(field -> field.getDataType().nullable())
                                .map(Field::getName)
                                .toList());
    }

    /** The cells of the table's line: file, required, table, key, nullable columns; the first cell is empty. */
    private static String[] documented(ReleaseTable table) throws IOException {
        String title = table.fileTitles().get(0).get(0);
        return Files.readAllLines(Path.of("../docs/data-model.md")).stream()
                .map(line -> line.split("\\| ?", -1))
                .map(cells -> Stream.of(cells).map(String::strip).toArray(String[]::new))
                .filter(cells -> cells.length > 5)
                .filter(cells ->
                        cells[1].matches(title + "\\b.*") && codes(cells[3]).contains(table.storedIn()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> primaryKey(ReleaseTable table) {
        return Objects.requireNonNull(TableMapping.target(table).getPrimaryKey()).getFields().stream()
                .map(Field::getName)
                .toList();
    }

    /** The names in back ticks. */
    private static List<String> codes(String cell) {
        return Pattern.compile("`([^`]*)`")
                .matcher(cell)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isRequired(ReleaseTable table, ReleaseColumn missing) {
        List<RejectedRow> rejected = new ArrayList<>();
        ReleaseRow.of(table, "x", 1, column -> column == missing ? null : valid(column), rejected::add);
        return !rejected.isEmpty();
    }

    private static String valid(ReleaseColumn column) {
        return switch (column.type()) {
            case CODE -> "15-1252.00";
            case TEXT -> "x";
            case INTEGER, DECIMAL -> "1";
            case FLAG -> "Y";
            case MONTH -> "08/2026";
        };
    }

    private static String typeName(ReleaseColumn column) {
        return switch (column.type()) {
            case CODE, TEXT, FLAG -> "varchar(" + column.maxLength() + ")";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal(7, 4)";
            case MONTH -> "date";
        };
    }

    private static String typeName(DataType<?> type) {
        return switch (type.getTypeName()) {
            case "varchar" -> "varchar(" + type.length() + ")";
            case "decimal", "numeric" -> "decimal(" + type.precision() + ", " + type.scale() + ")";
            default -> type.getTypeName();
        };
    }
}
