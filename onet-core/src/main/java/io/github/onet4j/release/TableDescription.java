package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The description that a {@link ReleaseTable} is made of. Complete once its constant has been created. */
final class TableDescription {
    private final String target;
    private final @Nullable Domain domain;
    private final List<FileSet> fileSets = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private List<ReleaseColumn> key = List.of();
    private @Nullable ReleaseColumn scaled;
    private boolean required;

    private TableDescription(String target, @Nullable Domain domain) {
        this.target = target;
        this.domain = domain;
    }

    /** Starts the description of a table by the name of the database table that stores its rows. */
    static TableDescription storedAs(String target) {
        return new TableDescription(target, null);
    }

    /** Starts the description of a table of ratings, whose columns are the same in every domain. */
    static TableDescription ratings(Domain domain) {
        return new TableDescription("onet_rating", domain)
                .columns(ONETSOC_CODE, ELEMENT_ID, ELEMENT_NAME, SCALE_ID)
                .values(domain)
                .key(ONETSOC_CODE, ELEMENT_ID, SCALE_ID);
    }

    /** Starts the description of a table of ratings that some scales give by category. */
    static TableDescription categoryRatings(Domain domain) {
        return new TableDescription("onet_category_rating", domain)
                .columns(ONETSOC_CODE, ELEMENT_ID, ELEMENT_NAME, SCALE_ID)
                .nullable(CATEGORY)
                .values(domain)
                .key(ONETSOC_CODE, ELEMENT_ID, SCALE_ID, CATEGORY);
    }

    private TableDescription values(Domain domain) {
        Need precision = domain.hasLevels() ? Need.NULLABLE : Need.MAY_BE_ABSENT;
        return columns(DATA_VALUE)
                .use(precision, N, STANDARD_ERROR, LOWER_CI_BOUND, UPPER_CI_BOUND, RECOMMEND_SUPPRESS, NOT_RELEVANT)
                .nullable(DATE, DOMAIN_SOURCE)
                .refers(ONETSOC_CODE, ReleaseTable.OCCUPATION_DATA)
                .refers(ELEMENT_ID, ReleaseTable.CONTENT_MODEL_REFERENCE)
                .onScale(DATA_VALUE);
    }

    /** Starts the description of a table that says what the categories of ratings stand for. */
    static TableDescription categories() {
        return storedAs("onet_rating_category")
                .columns(ELEMENT_ID, ELEMENT_NAME, SCALE_ID, CATEGORY, CATEGORY_DESCRIPTION)
                .key(ELEMENT_ID, SCALE_ID, CATEGORY);
    }

    /** Adds a layout: the titles of the files that hold the table together. */
    TableDescription files(String... titles) {
        fileSets.add(new FileSet(List.of(titles), false));
        return this;
    }

    /** Adds a layout that releases have up to 30.2 only. */
    TableDescription earlierFiles(String... titles) {
        fileSets.add(new FileSet(List.of(titles), true));
        return this;
    }

    /** Refuses a release without this table. */
    TableDescription required() {
        required = true;
        return this;
    }

    /** Adds columns that have a value in every row. */
    TableDescription columns(ReleaseColumn... columns) {
        return use(Need.REQUIRED, columns);
    }

    /** Adds columns that a row may leave out. */
    TableDescription nullable(ReleaseColumn... columns) {
        return use(Need.NULLABLE, columns);
    }

    /** Adds columns that some layouts lack. */
    TableDescription absent(ReleaseColumn... columns) {
        return use(Need.MAY_BE_ABSENT, columns);
    }

    /** Names the columns that no two rows have alike. Without them rows may repeat. */
    TableDescription key(ReleaseColumn... columns) {
        key = List.of(columns);
        return this;
    }

    /** Refuses a row whose value in a column is not a key of another table. */
    TableDescription refers(ReleaseColumn column, ReleaseTable table) {
        references.add(new Reference(indexOf(column), column, table));
        return this;
    }

    /** Refuses a row whose value is not on its scale. */
    TableDescription onScale(ReleaseColumn value) {
        scaled = value;
        return refers(SCALE_ID, ReleaseTable.SCALES_REFERENCE);
    }

    private TableDescription use(Need need, ReleaseColumn... columns) {
        Stream.of(columns).map(column -> new Use(column, need)).forEach(uses::add);
        return this;
    }

    String target() {
        return target;
    }

    @Nullable
    Domain domain() {
        return domain;
    }

    boolean isRequired() {
        return required;
    }

    List<FileSet> fileSets() {
        return fileSets;
    }

    List<Use> uses() {
        return uses;
    }

    List<ReleaseColumn> key() {
        return key;
    }

    List<Reference> references() {
        return references;
    }

    /** The table whose keys are the values of a column; null where there is none. */
    @Nullable
    ReleaseTable referenceOf(ReleaseColumn column) {
        for (Reference reference : references) {
            if (reference.column() == column) {
                return reference.table();
            }
        }
        return null;
    }

    /** The column whose value lies on the row's scale; null where there is none. */
    @Nullable
    ReleaseColumn scaled() {
        return scaled;
    }

    int indexOf(ReleaseColumn column) {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).column() == column) {
                return i;
            }
        }
        return -1;
    }

    /** The presence of a column in files and rows. */
    enum Need {
        /** The header has it and every row has a value. */
        REQUIRED,
        /** The header has it; a row may leave it out. */
        NULLABLE,
        /** Some layouts do not have it. */
        MAY_BE_ABSENT
    }

    /** A column as one table uses it. */
    record Use(ReleaseColumn column, Need need) {}

    /** A column, at its place in the row, whose values are keys of another table. */
    record Reference(int index, ReleaseColumn column, ReleaseTable table) {}

    /** The files that together hold a table in one layout, and whether releases have them up to 30.2 only. */
    record FileSet(List<String> titles, boolean isEarlier) {
        List<String> stems() {
            return titles.stream().map(TableDescription::stem).toList();
        }
    }

    /** Reduces "Essential Skills.txt" and "essential_skills.csv" to one name. */
    static String stem(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
