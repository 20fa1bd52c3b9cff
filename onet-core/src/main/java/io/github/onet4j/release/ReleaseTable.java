package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of an O*NET release that onet4j reads: the files that it stands in, its columns, and whether a release must have it.
 * This one description drives the reading, the checks and the loading.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists come from List.of and can not change
public enum ReleaseTable {
    /** The occupations. */
    OCCUPATION_DATA(Presence.REQUIRED, files("Occupation Data"), columns(ONETSOC_CODE, TITLE, DESCRIPTION)),
    /** The scales that ratings are given on. */
    SCALES_REFERENCE(Presence.REQUIRED, files("Scales Reference"), columns(SCALE_ID, SCALE_NAME, MINIMUM, MAXIMUM)),
    /** The elements of the content model. */
    CONTENT_MODEL_REFERENCE(
            Presence.OPTIONAL,
            files("Content Model Reference"),
            columns(ELEMENT_ID, ELEMENT_NAME),
            nullable(DESCRIPTION)),
    /** Examples that stand for points of the level scales. */
    LEVEL_SCALE_ANCHORS(
            Presence.OPTIONAL,
            files("Level Scale Anchors"),
            columns(ELEMENT_ID, ELEMENT_NAME, SCALE_ID, ANCHOR_VALUE, ANCHOR_DESCRIPTION)),
    /** Ratings of skills: one file up to release 30.2, two from 30.3 on, the same rows in the end. */
    SKILLS(Domain.SKILLS, Presence.REQUIRED, files("Skills"), files("Essential Skills", "Transferable Skills")),
    /** Ratings of knowledge. */
    KNOWLEDGE(Domain.KNOWLEDGE, Presence.OPTIONAL, files("Knowledge")),
    /** Ratings of abilities. */
    ABILITIES(Domain.ABILITIES, Presence.OPTIONAL, files("Abilities")),
    /** Ratings of work activities. */
    WORK_ACTIVITIES(Domain.WORK_ACTIVITIES, Presence.OPTIONAL, files("Work Activities")),
    /** Ratings of work styles: by importance up to release 30.0, by impact and distinctiveness from 30.1 on. */
    WORK_STYLES(Domain.WORK_STYLES, Presence.OPTIONAL, files("Work Styles")),
    /** What each job zone asks for. */
    JOB_ZONE_REFERENCE(
            Presence.OPTIONAL,
            files("Job Zone Reference"),
            columns(JOB_ZONE, NAME),
            nullable(EXPERIENCE, EDUCATION, JOB_TRAINING, EXAMPLES, SVP_RANGE)),
    /** The job zone of each occupation. */
    JOB_ZONES(Presence.OPTIONAL, files("Job Zones"), columns(ONETSOC_CODE, JOB_ZONE), nullable(DATE, DOMAIN_SOURCE)),
    /** Titles that occupations are also known by. */
    JOB_TITLES(
            Presence.OPTIONAL,
            files("Job Titles").or("Alternate Titles"),
            columns(ONETSOC_CODE, JOB_TITLE),
            nullable(SHORT_TITLE, SOURCES)),
    /** Titles that people in the occupations reported. */
    SAMPLE_OF_REPORTED_TITLES(
            Presence.OPTIONAL,
            files("Sample of Reported Titles"),
            columns(ONETSOC_CODE, REPORTED_JOB_TITLE),
            nullable(SHOWN_IN_MY_NEXT_MOVE)),
    /** Which occupations are related. */
    RELATED_OCCUPATIONS(
            Presence.OPTIONAL,
            files("Related Occupations"),
            columns(ONETSOC_CODE, RELATED_ONETSOC_CODE, RELATEDNESS_TIER, INDEX)),
    /** Software and technology that occupations use. */
    SOFTWARE_SKILLS(
            Presence.OPTIONAL,
            files("Software Skills").or("Technology Skills"),
            columns(ONETSOC_CODE, WORKPLACE_EXAMPLE),
            absent(COMMODITY_CODE, COMMODITY_TITLE, ELEMENT_ID, ELEMENT_NAME),
            nullable(HOT_TECHNOLOGY, IN_DEMAND));

    private final @Nullable Domain domain;
    private final Presence presence;
    private final List<FileSet> fileSets;
    private final List<Use> uses;
    private final List<ReleaseColumn> columns;

    ReleaseTable(Presence presence, Files files, Use[]... uses) {
        this.domain = null;
        this.presence = presence;
        this.fileSets = files.sets();
        this.uses = Stream.of(uses).flatMap(Arrays::stream).toList();
        this.columns = this.uses.stream().map(Use::column).toList();
    }

    ReleaseTable(Domain domain, Presence presence, Files... files) {
        this.domain = domain;
        this.presence = presence;
        this.fileSets = Stream.of(files).flatMap(set -> set.sets().stream()).toList();
        Need precision = domain.hasLevels() ? Need.NULLABLE : Need.MAY_BE_ABSENT;
        this.uses = Stream.of(
                        columns(ONETSOC_CODE, ELEMENT_ID, ELEMENT_NAME, SCALE_ID, DATA_VALUE),
                        uses(precision, N, STANDARD_ERROR, LOWER_CI_BOUND, UPPER_CI_BOUND),
                        uses(precision, RECOMMEND_SUPPRESS, NOT_RELEVANT),
                        nullable(DATE, DOMAIN_SOURCE))
                .flatMap(Arrays::stream)
                .toList();
        this.columns = uses.stream().map(Use::column).toList();
    }

    /**
     * Returns the table that holds the ratings of a domain.
     *
     * @param domain the domain
     * @return the table
     */
    public static ReleaseTable of(Domain domain) {
        return Stream.of(values())
                .filter(table -> table.domain == domain)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the domain whose ratings the table holds.
     *
     * @return the domain, or nothing for a table that holds no ratings
     */
    public Optional<Domain> domain() {
        return Optional.ofNullable(domain);
    }

    /**
     * Tells whether a release without this table is refused.
     *
     * @return true if a release must have it
     */
    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /**
     * Returns the columns that are read, in the order in which a {@link ReleaseRow} holds them.
     *
     * @return the columns
     */
    public List<ReleaseColumn> columns() {
        return columns;
    }

    /**
     * Returns the files that hold this table, by the names that they have had.
     *
     * @return for each layout of the table the titles of its files, such as {@code [[Skills], [Essential Skills, Transferable
     *     Skills]]}
     */
    public List<List<String>> fileTitles() {
        return fileSets.stream().map(FileSet::titles).toList();
    }

    /**
     * Returns the ids by which O*NET Web Services and the CSV files call this table.
     *
     * @return for each layout of the table its ids, such as {@code [[skills], [essential_skills, transferable_skills]]}
     */
    public List<List<String>> ids() {
        return fileSets.stream().map(FileSet::stems).toList();
    }

    int indexOf(ReleaseColumn column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(this + " has no column " + column + "; it has " + columns());
        }
        return index;
    }

    List<Use> uses() {
        return uses;
    }

    List<FileSet> fileSets() {
        return fileSets;
    }

    private static Files files(String... titles) {
        return new Files(List.of(new FileSet(List.of(titles))));
    }

    private static Use[] columns(ReleaseColumn... columns) {
        return uses(Need.REQUIRED, columns);
    }

    private static Use[] nullable(ReleaseColumn... columns) {
        return uses(Need.NULLABLE, columns);
    }

    private static Use[] absent(ReleaseColumn... columns) {
        return uses(Need.MAY_BE_ABSENT, columns);
    }

    private static Use[] uses(Need need, ReleaseColumn... columns) {
        return Stream.of(columns).map(column -> new Use(column, need)).toArray(Use[]::new);
    }

    private enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** What a table asks of a column. */
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

    /** The files that together hold a table in one layout. */
    record FileSet(List<String> titles) {
        List<String> stems() {
            return titles.stream().map(ReleaseTable::stem).toList();
        }
    }

    private record Files(List<FileSet> sets) {
        Files or(String title) {
            return new Files(Stream.concat(sets.stream(), Stream.of(new FileSet(List.of(title))))
                    .toList());
        }
    }

    /** Reduces "Essential Skills.txt" and "essential_skills.csv" to one name. */
    static String stem(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
