package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;
import static io.github.onet4j.release.TableDescription.categories;
import static io.github.onet4j.release.TableDescription.categoryRatings;
import static io.github.onet4j.release.TableDescription.ratings;
import static io.github.onet4j.release.TableDescription.storedAs;

import io.github.onet4j.Domain;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of an O*NET release, of any layout. Its description names the files that hold the table, its columns, its
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
            .earlierFiles("Skills")
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
    /** Ratings of work context, as means and as shares of the answers by category. */
    WORK_CONTEXT(categoryRatings(Domain.WORK_CONTEXT).files("Work Context")),
    /** Ratings of interests by the six types of Holland's. */
    CAREER_INTEREST_TYPES(
            ratings(Domain.INTERESTS).files("Career Interest Types").earlierFiles("Interests")),
    /** Ratings of the areas that interests are divided into, from release 30.3 on. */
    SPECIFIC_INTEREST_AREAS(ratings(Domain.INTEREST_AREAS).files("Specific Interest Areas")),
    /** Ratings of work values, up to release 30.2. */
    WORK_VALUES(ratings(Domain.WORK_VALUES).earlierFiles("Work Values")),
    /**
     * Shares of the answers by required education, training and experience: one file up to release 30.2, two files
     * with the same rows from 30.3 on.
     */
    EDUCATION_TRAINING_AND_EXPERIENCE(categoryRatings(Domain.EDUCATION)
            .files("Education", "Training and Experience")
            .earlierFiles("Education, Training, and Experience")),
    /** The answers that categories of work context stand for. */
    WORK_CONTEXT_CATEGORIES(categories().files("Work Context Categories")),
    /** The answers that categories of education, training and experience stand for. */
    EDUCATION_TRAINING_AND_EXPERIENCE_CATEGORIES(categories()
            .files("Education Categories", "Training and Experience Categories")
            .earlierFiles("Education, Training, and Experience Categories")),
    /** The tasks of occupations. */
    TASK_STATEMENTS(storedAs("onet_task")
            .files("Task Statements")
            .columns(ONETSOC_CODE, TASK_ID, TASK)
            .nullable(TASK_TYPE, INCUMBENTS_RESPONDING, DATE, DOMAIN_SOURCE)
            .key(ONETSOC_CODE, TASK_ID)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** Ratings of tasks: importance, relevance, and shares of the answers by frequency. */
    TASK_RATINGS(storedAs("onet_task_rating")
            .files("Task Ratings")
            .columns(ONETSOC_CODE, TASK_ID, SCALE_ID)
            .nullable(CATEGORY)
            .columns(DATA_VALUE)
            .nullable(N, STANDARD_ERROR, LOWER_CI_BOUND, UPPER_CI_BOUND, RECOMMEND_SUPPRESS, DATE, DOMAIN_SOURCE)
            .key(TASK_ID, SCALE_ID, CATEGORY)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)
            .refers(TASK_ID, TASK_STATEMENTS)
            .onScale(DATA_VALUE)),
    /** The frequencies that categories of task ratings stand for. */
    TASK_CATEGORIES(storedAs("onet_task_category")
            .files("Task Categories")
            .columns(SCALE_ID, CATEGORY, CATEGORY_DESCRIPTION)
            .key(SCALE_ID, CATEGORY)),
    /** Tasks that are new in an occupation, or worded anew. They have no ids. */
    EMERGING_TASKS(storedAs("onet_emerging_task")
            .files("Emerging Tasks")
            .columns(ONETSOC_CODE, TASK, EMERGING_TASK_CATEGORY)
            .nullable(ORIGINAL_TASK_ID, ORIGINAL_TASK, DATE, DOMAIN_SOURCE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** The detailed work activities that tasks belong to. */
    TASKS_TO_DWAS(storedAs("onet_task_dwa")
            .files("Tasks to DWAs")
            .columns(ONETSOC_CODE, TASK_ID, DWA_ELEMENT_ID)
            .nullable(DATE, DOMAIN_SOURCE)
            .key(TASK_ID, DWA_ELEMENT_ID)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)
            .refers(TASK_ID, TASK_STATEMENTS)),
    /** The intermediate work activities, each with its generalized one. */
    GWAS_TO_IWAS(storedAs("onet_iwa")
            .files("GWAs to IWAs")
            .earlierFiles("IWA Reference")
            .columns(GWA_ELEMENT_ID, IWA_ELEMENT_ID, IWA_ELEMENT_NAME)
            .key(IWA_ELEMENT_ID)),
    /** The detailed work activities, each with its intermediate and its generalized one. */
    GWAS_TO_IWAS_TO_DWAS(storedAs("onet_dwa")
            .files("GWAs to IWAs to DWAs")
            .earlierFiles("DWA Reference")
            .columns(GWA_ELEMENT_ID, IWA_ELEMENT_ID, DWA_ELEMENT_ID, DWA_ELEMENT_NAME)
            .key(DWA_ELEMENT_ID)),
    /** Facts about the data of each occupation, such as how many people answered. */
    OCCUPATION_LEVEL_METADATA(storedAs("onet_occupation_metadata")
            .files("Occupation Level Metadata")
            .columns(ONETSOC_CODE, ITEM)
            .nullable(RESPONSE, N, PERCENT, DATE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
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
            .earlierFiles("Alternate Titles")
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
            .earlierFiles("Technology Skills")
            .columns(ONETSOC_CODE, WORKPLACE_EXAMPLE)
            .absent(COMMODITY_CODE, COMMODITY_TITLE, ELEMENT_ID, ELEMENT_NAME)
            .nullable(HOT_TECHNOLOGY, IN_DEMAND)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** Tools that occupations use, up to release 30.2. */
    TOOLS_USED(storedAs("onet_tool")
            .earlierFiles("Tools Used")
            .columns(ONETSOC_CODE, WORKPLACE_EXAMPLE, COMMODITY_CODE, COMMODITY_TITLE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** The UNSPSC categories of tools and technology, up to release 30.2. */
    UNSPSC_REFERENCE(storedAs("onet_unspsc")
            .earlierFiles("UNSPSC Reference")
            .columns(
                    COMMODITY_CODE,
                    COMMODITY_TITLE,
                    CLASS_CODE,
                    CLASS_TITLE,
                    FAMILY_CODE,
                    FAMILY_TITLE,
                    SEGMENT_CODE,
                    SEGMENT_TITLE)
            .key(COMMODITY_CODE)),
    /** Work activities that abilities serve. */
    ABILITIES_TO_WORK_ACTIVITIES(storedAs("onet_ability_work_activity")
            .files("Abilities to Work Activities")
            .columns(ABILITIES_ELEMENT_ID, ABILITIES_ELEMENT_NAME)
            .columns(WORK_ACTIVITIES_ELEMENT_ID, WORK_ACTIVITIES_ELEMENT_NAME)
            .key(ABILITIES_ELEMENT_ID, WORK_ACTIVITIES_ELEMENT_ID)),
    /** Work context that abilities serve in. */
    ABILITIES_TO_WORK_CONTEXT(storedAs("onet_ability_work_context")
            .files("Abilities to Work Context")
            .columns(ABILITIES_ELEMENT_ID, ABILITIES_ELEMENT_NAME)
            .columns(WORK_CONTEXT_ELEMENT_ID, WORK_CONTEXT_ELEMENT_NAME)
            .key(ABILITIES_ELEMENT_ID, WORK_CONTEXT_ELEMENT_ID)),
    /** Work activities that skills serve. */
    SKILLS_TO_WORK_ACTIVITIES(storedAs("onet_skill_work_activity")
            .files("Essential Skills to Work Activities", "Transferable Skills to Work Activities")
            .earlierFiles("Skills to Work Activities")
            .columns(SKILLS_ELEMENT_ID, SKILLS_ELEMENT_NAME)
            .columns(WORK_ACTIVITIES_ELEMENT_ID, WORK_ACTIVITIES_ELEMENT_NAME)
            .key(SKILLS_ELEMENT_ID, WORK_ACTIVITIES_ELEMENT_ID)),
    /** Work context that skills serve in. */
    SKILLS_TO_WORK_CONTEXT(storedAs("onet_skill_work_context")
            .files("Essential Skills to Work Context", "Transferable Skills to Work Context")
            .earlierFiles("Skills to Work Context")
            .columns(SKILLS_ELEMENT_ID, SKILLS_ELEMENT_NAME)
            .columns(WORK_CONTEXT_ELEMENT_ID, WORK_CONTEXT_ELEMENT_NAME)
            .key(SKILLS_ELEMENT_ID, WORK_CONTEXT_ELEMENT_ID)),
    /** Work activities that work styles serve, from release 30.3 on. */
    WORK_STYLES_TO_WORK_ACTIVITIES(storedAs("onet_work_style_work_activity")
            .files("Work Styles to Work Activities")
            .columns(WORK_STYLES_ELEMENT_ID, WORK_STYLES_ELEMENT_NAME)
            .columns(WORK_ACTIVITIES_ELEMENT_ID, WORK_ACTIVITIES_ELEMENT_NAME)
            .key(WORK_STYLES_ELEMENT_ID, WORK_ACTIVITIES_ELEMENT_ID)),
    /** Work context that work styles serve in, from release 30.3 on. */
    WORK_STYLES_TO_WORK_CONTEXT(storedAs("onet_work_style_work_context")
            .files("Work Styles to Work Context")
            .columns(WORK_STYLES_ELEMENT_ID, WORK_STYLES_ELEMENT_NAME)
            .columns(WORK_CONTEXT_ELEMENT_ID, WORK_CONTEXT_ELEMENT_NAME)
            .key(WORK_STYLES_ELEMENT_ID, WORK_CONTEXT_ELEMENT_ID)),
    /** The career interest types that specific interest areas belong to. */
    SPECIFIC_INTEREST_AREAS_TO_CAREER_INTEREST_TYPES(storedAs("onet_interest_area_type")
            .files("Specific Interest Areas to Career Interest Types")
            .earlierFiles("Basic Interests to RIASEC")
            .columns(SPECIFIC_INTEREST_AREAS_ELEMENT_ID, SPECIFIC_INTEREST_AREAS_ELEMENT_NAME)
            .columns(CAREER_INTEREST_TYPES_ELEMENT_ID, CAREER_INTEREST_TYPES_ELEMENT_NAME)
            .key(SPECIFIC_INTEREST_AREAS_ELEMENT_ID, CAREER_INTEREST_TYPES_ELEMENT_ID)),
    /** Words that describe career interest types. */
    CAREER_INTEREST_TYPE_KEYWORDS(storedAs("onet_interest_keyword")
            .files("Career Interest Type Keywords")
            .earlierFiles("RIASEC Keywords")
            .columns(ELEMENT_ID, ELEMENT_NAME, KEYWORD, KEYWORD_TYPE)
            .key(ELEMENT_ID, KEYWORD)),
    /** Activities that show what an interest is. */
    INTERESTS_ILLUSTRATIVE_ACTIVITIES(storedAs("onet_interest_activity")
            .files("Interests Illustrative Activities")
            .columns(ELEMENT_ID, ELEMENT_NAME, INTEREST_TYPE, ACTIVITY)
            .key(ELEMENT_ID, ACTIVITY)),
    /** Occupations that show what an interest is. */
    INTERESTS_ILLUSTRATIVE_OCCUPATIONS(storedAs("onet_interest_occupation")
            .files("Interests Illustrative Occupations")
            .columns(ELEMENT_ID, ELEMENT_NAME, INTEREST_TYPE, ONETSOC_CODE)
            .key(ELEMENT_ID, ONETSOC_CODE)
            .refers(ONETSOC_CODE, OCCUPATION_DATA)),
    /** The items of O*NET's questionnaires that elements are rated by. */
    SURVEY_BOOKLET_LOCATIONS(storedAs("onet_survey_item")
            .files("Survey Booklet Locations")
            .columns(ELEMENT_ID, ELEMENT_NAME, SURVEY_ITEM_NUMBER, SCALE_ID)
            .key(ELEMENT_ID, SURVEY_ITEM_NUMBER, SCALE_ID));

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
        Objects.requireNonNull(domain, "domain");
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
     * Returns the tables that rows of this one refer to, by code, element, scale or task.
     *
     * @return the tables; empty if there are none. None of them refers to a table that is not among them
     */
    public Set<ReleaseTable> references() {
        return description.references().stream()
                .map(TableDescription.Reference::table)
                .collect(Collectors.toUnmodifiableSet());
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
