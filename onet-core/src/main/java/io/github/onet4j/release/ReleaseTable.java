package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;
import static io.github.onet4j.release.TableDescription.ratings;
import static io.github.onet4j.release.TableDescription.storedAs;

import io.github.onet4j.Domain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of an O*NET release that onet4j reads. Its description names the files that hold the table, its columns, its
 * key, the tables that it refers to and the database table that stores it. Reading, checks and loading follow from the
 * description.
 */
@SuppressWarnings("ImmutableEnumChecker") // a description is complete once its constant has been created
public enum ReleaseTable {
    /** The occupations. */
    OCCUPATION_DATA(storedAs("onet_occupation")
            .files("Occupation Data")
            .required()
            .columns(ONETSOC_CODE, TITLE, DESCRIPTION)
            .key(ONETSOC_CODE)),
    /** The scales of ratings. */
    SCALES_REFERENCE(storedAs("onet_scale")
            .files("Scales Reference")
            .required()
            .columns(SCALE_ID, SCALE_NAME, MINIMUM, MAXIMUM)
            .key(SCALE_ID)),
    /** The elements of the content model. */
    CONTENT_MODEL_REFERENCE(storedAs("onet_element")
            .files("Content Model Reference")
            .columns(ELEMENT_ID, ELEMENT_NAME)
            .nullable(DESCRIPTION)
            .key(ELEMENT_ID)),
    /** Examples of work at points of the level scales. */
    LEVEL_SCALE_ANCHORS(storedAs("onet_level_anchor")
            .files("Level Scale Anchors")
            .columns(ELEMENT_ID, ELEMENT_NAME, SCALE_ID, ANCHOR_VALUE, ANCHOR_DESCRIPTION)
            .key(ELEMENT_ID, SCALE_ID, ANCHOR_VALUE)
            .refers(ELEMENT_ID, CONTENT_MODEL_REFERENCE)
            .onScale(ANCHOR_VALUE)),
    /** Ratings of skills: one file up to release 30.2, two files with the same rows from 30.3 on. */
    SKILLS(ratings(Domain.SKILLS)
            .files("Skills")
            .files("Essential Skills", "Transferable Skills")
            .required()),
    /** Ratings of knowledge. */
    KNOWLEDGE(ratings(Domain.KNOWLEDGE).files("Knowledge")),
    /** Ratings of abilities. */
    ABILITIES(ratings(Domain.ABILITIES).files("Abilities")),
    /** Ratings of work activities. */
    WORK_ACTIVITIES(ratings(Domain.WORK_ACTIVITIES).files("Work Activities")),
    /** Ratings of work styles: by importance up to release 30.0, by impact and distinctiveness from 30.1 on. */
    WORK_STYLES(ratings(Domain.WORK_STYLES).files("Work Styles")),
    /** The requirements of each job zone. */
    JOB_ZONE_REFERENCE(storedAs("onet_job_zone_reference")
            .files("Job Zone Reference")
            .columns(JOB_ZONE, NAME)
            .nullable(EXPERIENCE, EDUCATION, JOB_TRAINING, EXAMPLES, SVP_RANGE)
            .key(JOB_ZONE)),
    /** The job zone of each occupation. */
    JOB_ZONES(storedAs("onet_job_zone")
            .files("Job Zones")
            .columns(ONETSOC_CODE, JOB_ZONE)
            .nullable(DATE, DOMAIN_SOURCE)
            .key(ONETSOC_CODE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** Alternate titles of occupations. */
    JOB_TITLES(storedAs("onet_job_title")
            .files("Job Titles")
            .files("Alternate Titles")
            .columns(ONETSOC_CODE, JOB_TITLE)
            .nullable(SHORT_TITLE, SOURCES)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** Titles that people in the occupations reported. */
    SAMPLE_OF_REPORTED_TITLES(storedAs("onet_reported_title")
            .files("Sample of Reported Titles")
            .columns(ONETSOC_CODE, REPORTED_JOB_TITLE)
            .nullable(SHOWN_IN_MY_NEXT_MOVE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** The related occupations of each occupation. */
    RELATED_OCCUPATIONS(storedAs("onet_related_occupation")
            .files("Related Occupations")
            .columns(ONETSOC_CODE, RELATED_ONETSOC_CODE, RELATEDNESS_TIER, INDEX)
            .key(ONETSOC_CODE, RELATED_ONETSOC_CODE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)
            .refers(RELATED_ONETSOC_CODE, OCCUPATION_DATA)),
    /** Software and technology that occupations use. */
    SOFTWARE_SKILLS(storedAs("onet_software_skill")
            .files("Software Skills")
            .files("Technology Skills")
            .columns(ONETSOC_CODE, WORKPLACE_EXAMPLE)
            .absent(COMMODITY_CODE, COMMODITY_TITLE, ELEMENT_ID, ELEMENT_NAME)
            .nullable(HOT_TECHNOLOGY, IN_DEMAND)
            .refers(ONETSOC_CODE, OCCUPATION_DATA));

    private final TableDescription description;
    private final List<ReleaseColumn> columns;

    ReleaseTable(TableDescription description) {
        this.description = description;
        this.columns =
                description.uses().stream().map(TableDescription.Use::column).toList();
    }

    /**
     * Returns the table that holds the ratings of a domain.
     *
     * @param domain the domain
     * @return the table
     */
    public static ReleaseTable of(Domain domain) {
        return Stream.of(values())
                .filter(table -> table.description.domain() == domain)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the domain whose ratings the table holds.
     *
     * @return the domain, or nothing for a table that holds no ratings
     */
    public Optional<Domain> domain() {
        return Optional.ofNullable(description.domain());
    }

    /**
     * Tells whether a release without this table is refused.
     *
     * @return true if a release must have it
     */
    public boolean isRequired() {
        return description.isRequired();
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
     * Returns the columns whose values together occur in one row only.
     *
     * @return the key; empty if rows may repeat
     */
    public List<ReleaseColumn> key() {
        return description.key();
    }

    /**
     * Returns the name of the database table that stores the rows. Its columns have the {@linkplain ReleaseColumn#id
     * ids} of this table's columns.
     *
     * @return for example {@code onet_job_zone}
     */
    public String storedIn() {
        return description.target();
    }

    /**
     * Returns the titles of the files that hold this table, by layout.
     *
     * @return for each layout of the table its titles, such as {@code [[Skills], [Essential Skills, Transferable
     *     Skills]]}
     */
    public List<List<String>> fileTitles() {
        return description.fileSets().stream()
                .map(TableDescription.FileSet::titles)
                .toList();
    }

    /**
     * Returns the ids of this table in O*NET Web Services, which are the names of the CSV files too.
     *
     * @return for each layout of the table its ids, such as {@code [[skills], [essential_skills, transferable_skills]]}
     */
    public List<List<String>> ids() {
        return description.fileSets().stream()
                .map(TableDescription.FileSet::stems)
                .toList();
    }

    /** The title of the table in messages. */
    String title() {
        return description.fileSets().get(0).titles().get(0);
    }

    int indexOf(ReleaseColumn column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(this + " has no column " + column + "; it has " + columns());
        }
        return index;
    }

    TableDescription description() {
        return description;
    }
}
