package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After a load the tables have the rows of the files, for every layout and every technique. */
final class LoadedRowsTest extends OnEachEngine {
    private static final String SWITCHES = "LOAD DATA LOCAL needs allowLoadLocalInfile=true in the JDBC URL and"
            + " local_infile=ON on the server, which refused: ";

    private static final String CODE = "O*NET-SOC Code";

    @Test
    void areTheRowsOfTheFiles() {
        MiniRelease release = MiniRelease.text();
        onetWith(release);

        Map<String, List<List<@Nullable String>>> loaded = contents();

        assertRows(
                loaded,
                "onet_scale",
                FileRows.of(release, "Scales Reference.txt", "Scale ID", "Scale Name", "Minimum", "Maximum"));
        assertRows(
                loaded,
                "onet_level_anchor",
                FileRows.of(
                        release,
                        "Level Scale Anchors.txt",
                        "Element ID",
                        "Scale ID",
                        "Anchor Value",
                        "Anchor Description"));
        assertRows(
                loaded,
                "onet_rating",
                Stream.of(
                                ratings(release, "Essential Skills.txt", "SKILLS"),
                                ratings(release, "Transferable Skills.txt", "SKILLS"),
                                ratings(release, "Knowledge.txt", "KNOWLEDGE"),
                                ratings(release, "Abilities.txt", "ABILITIES"),
                                ratings(release, "Work Activities.txt", "WORK_ACTIVITIES"),
                                ratings(release, "Work Styles.txt", "WORK_STYLES"),
                                ratings(release, "Career Interest Types.txt", "INTERESTS"),
                                ratings(release, "Specific Interest Areas.txt", "INTEREST_AREAS"))
                        .flatMap(List::stream)
                        .toList());
        assertRows(
                loaded,
                "onet_job_zone_reference",
                FileRows.of(
                        release,
                        "Job Zone Reference.txt",
                        "Job Zone",
                        "Name",
                        "Experience",
                        "Education",
                        "Job Training",
                        "Examples",
                        "SVP Range"));
        assertRows(
                loaded,
                "onet_job_zone",
                FileRows.of(release, "Job Zones.txt", CODE, "Job Zone", "Date", "Domain Source"));
        assertRows(
                loaded,
                "onet_related_occupation",
                FileRows.of(
                        release,
                        "Related Occupations.txt",
                        CODE,
                        "Related O*NET-SOC Code",
                        "Relatedness Tier",
                        "Index"));
        assertRows(
                loaded,
                "onet_software_skill",
                FileRows.of(
                        release,
                        "Software Skills.txt",
                        CODE,
                        "#",
                        "Workplace Example",
                        "Commodity Code",
                        "Commodity Title",
                        "Element ID",
                        "Element Name",
                        "Hot Technology",
                        "In Demand"));
        assertThat(rows("select onetsoc_code, title, description from onet_occupation"))
                .containsExactlyInAnyOrderElementsOf(
                        FileRows.of(release, "Occupation Data.txt", CODE, "Title", "Description"));
        assertThat(rows("select onetsoc_code, file_row, job_title, short_title, sources from onet_job_title"))
                .containsExactlyInAnyOrderElementsOf(
                        FileRows.of(release, "Job Titles.txt", CODE, "#", "Job Title", "Short Title", "Source(s)"));
        assertThat(rows("select onetsoc_code, file_row, reported_job_title, shown_in_my_next_move"
                        + " from onet_reported_title"))
                .containsExactlyInAnyOrderElementsOf(FileRows.of(
                        release,
                        "Sample of Reported Titles.txt",
                        CODE,
                        "#",
                        "Reported Job Title",
                        "Shown in My Next Move"));
        assertThat(loaded.get("onet_rejected_row")).isEmpty();
    }

    @Test
    void areTheRowsOfTheOtherFiles() {
        MiniRelease release = MiniRelease.text();
        onetWith(release);
        Map<String, List<List<@Nullable String>>> loaded = contents();

        assertRows(
                loaded,
                "onet_rating_category",
                Stream.of(
                                "Work Context Categories.txt",
                                "Education Categories.txt",
                                "Training and Experience Categories.txt")
                        .flatMap(file ->
                                FileRows.of(release, file, "Element ID", "Scale ID", "Category", "Category Description")
                                        .stream())
                        .toList());
        assertRows(
                loaded,
                "onet_task",
                FileRows.of(
                        release,
                        "Task Statements.txt",
                        CODE,
                        "Task ID",
                        "Task",
                        "Task Type",
                        "Incumbents Responding",
                        "Date",
                        "Domain Source"));
        assertRows(
                loaded,
                "onet_task_rating",
                FileRows.of(
                        release,
                        "Task Ratings.txt",
                        CODE,
                        "Task ID",
                        "Scale ID",
                        "Category=0",
                        "Data Value",
                        "N",
                        "Standard Error",
                        "Lower CI Bound",
                        "Upper CI Bound",
                        "Recommend Suppress",
                        "Date",
                        "Domain Source"));
        assertRows(
                loaded,
                "onet_task_category",
                FileRows.of(release, "Task Categories.txt", "Scale ID", "Category", "Category Description"));
        assertRows(
                loaded,
                "onet_emerging_task",
                FileRows.of(
                        release,
                        "Emerging Tasks.txt",
                        CODE,
                        "#",
                        "Task",
                        "Category",
                        "Original Task ID",
                        "Original Task",
                        "Date",
                        "Domain Source"));
        assertRows(
                loaded,
                "onet_task_dwa",
                FileRows.of(release, "Tasks to DWAs.txt", CODE, "Task ID", "DWA Element ID", "Date", "Domain Source"));
        assertRows(
                loaded,
                "onet_iwa",
                FileRows.of(release, "GWAs to IWAs.txt", "GWA Element ID", "IWA Element ID", "IWA Element Name"));
        assertRows(
                loaded,
                "onet_dwa",
                FileRows.of(
                        release,
                        "GWAs to IWAs to DWAs.txt",
                        "GWA Element ID",
                        "IWA Element ID",
                        "DWA Element ID",
                        "DWA Element Name"));
        assertRows(
                loaded,
                "onet_occupation_metadata",
                FileRows.of(
                        release,
                        "Occupation Level Metadata.txt",
                        CODE,
                        "#",
                        "Item",
                        "Response",
                        "N",
                        "Percent",
                        "Date"));
        assertRows(
                loaded,
                "onet_ability_work_activity",
                FileRows.of(
                        release,
                        "Abilities to Work Activities.txt",
                        "Abilities Element ID",
                        "Work Activities Element ID"));
        assertRows(
                loaded,
                "onet_ability_work_context",
                FileRows.of(
                        release, "Abilities to Work Context.txt", "Abilities Element ID", "Work Context Element ID"));
        assertRows(
                loaded,
                "onet_work_style_work_activity",
                FileRows.of(
                        release,
                        "Work Styles to Work Activities.txt",
                        "Work Styles Element ID",
                        "Work Activities Element ID"));
        assertRows(
                loaded,
                "onet_work_style_work_context",
                FileRows.of(
                        release,
                        "Work Styles to Work Context.txt",
                        "Work Styles Element ID",
                        "Work Context Element ID"));
        assertRows(
                loaded,
                "onet_interest_area_type",
                FileRows.of(
                        release,
                        "Specific Interest Areas to Career Interest Types.txt",
                        "Specific Interest Areas Element ID",
                        "Career Interest Types Element ID"));
        assertRows(
                loaded,
                "onet_interest_keyword",
                FileRows.of(release, "Career Interest Type Keywords.txt", "Element ID", "Keyword", "Keyword Type"));
        assertRows(
                loaded,
                "onet_interest_activity",
                FileRows.of(
                        release, "Interests Illustrative Activities.txt", "Element ID", "Interest Type", "Activity"));
        assertRows(
                loaded,
                "onet_interest_occupation",
                FileRows.of(release, "Interests Illustrative Occupations.txt", "Element ID", "Interest Type", CODE));
        assertRows(
                loaded,
                "onet_survey_item",
                FileRows.of(release, "Survey Booklet Locations.txt", "Element ID", "Survey Item Number", "Scale ID"));
        assertRows(
                loaded,
                "onet_category_rating",
                Stream.of(
                                categoryRatings(release, "Work Context.txt", "WORK_CONTEXT"),
                                categoryRatings(release, "Education.txt", "EDUCATION"),
                                categoryRatings(release, "Training and Experience.txt", "EDUCATION"))
                        .flatMap(List::stream)
                        .toList());
        assertRows(
                loaded,
                "onet_skill_work_activity",
                Stream.of("Essential Skills", "Transferable Skills")
                        .flatMap(skills -> FileRows.of(
                                release,
                                skills + " to Work Activities.txt",
                                skills + " Element ID",
                                "Work Activities Element ID")
                                .stream())
                        .toList());
        assertRows(
                loaded,
                "onet_skill_work_context",
                Stream.of("Essential Skills", "Transferable Skills")
                        .flatMap(skills -> FileRows.of(
                                release,
                                skills + " to Work Context.txt",
                                skills + " Element ID",
                                "Work Context Element ID")
                                .stream())
                        .toList());
    }

    @Test
    void areToolsWorkValuesAndTheirCategoriesUpTo302() {
        MiniRelease release = MiniRelease.singleSkillsText();
        onetWith(release);
        Map<String, List<List<@Nullable String>>> loaded = contents();

        assertRows(
                loaded,
                "onet_tool",
                FileRows.of(release, "Tools Used.txt", CODE, "#", "Example", "Commodity Code", "Commodity Title"));
        assertRows(
                loaded,
                "onet_unspsc",
                FileRows.of(
                        release,
                        "UNSPSC Reference.txt",
                        "Commodity Code",
                        "Commodity Title",
                        "Class Code",
                        "Class Title",
                        "Family Code",
                        "Family Title",
                        "Segment Code",
                        "Segment Title"));
        assertThat(rows("select onetsoc_code, element_id, scale_id, data_value from onet_rating"
                        + " where domain = 'WORK_VALUES' order by element_id"))
                .containsExactly(
                        List.of("11-1011.00", "1.B.2.a", "EX", "6.3300"),
                        List.of("11-1011.00", "1.B.2.g", "VH", "0.0000"));
    }

    @Test
    void areTheElementsOfTheContentModelWithTheirDomains() {
        MiniRelease release = MiniRelease.text();
        onetWith(release);
        Map<String, String> domains = new TreeMap<>();
        Map.ofEntries(
                        Map.entry("Essential Skills.txt", "SKILLS"),
                        Map.entry("Transferable Skills.txt", "SKILLS"),
                        Map.entry("Knowledge.txt", "KNOWLEDGE"),
                        Map.entry("Abilities.txt", "ABILITIES"),
                        Map.entry("Work Activities.txt", "WORK_ACTIVITIES"),
                        Map.entry("Work Styles.txt", "WORK_STYLES"),
                        Map.entry("Work Context.txt", "WORK_CONTEXT"),
                        Map.entry("Career Interest Types.txt", "INTERESTS"),
                        Map.entry("Specific Interest Areas.txt", "INTEREST_AREAS"),
                        Map.entry("Education.txt", "EDUCATION"),
                        Map.entry("Training and Experience.txt", "EDUCATION"))
                .forEach((file, domain) -> FileRows.of(release, file, "Element ID")
                        .forEach(row -> domains.put(String.valueOf(row.get(0)), domain)));
        List<List<@Nullable String>> expected =
                FileRows.of(release, "Content Model Reference.txt", "Element ID", "Element Name", "Description");
        expected.forEach(row -> row.add(domains.get(String.valueOf(row.get(0)))));

        assertRows(contents(), "onet_element", expected);
        assertThat(domains).hasSize(22);
    }

    @Test
    void haveElementsWithoutAContentModel() {
        onetWith(MiniRelease.text().withoutFile("Content Model Reference.txt"));

        assertThat(rows("select element_name, description, domain from onet_element where element_id = '2.B.3.e'"))
                .containsExactly(Arrays.asList("Programming", null, "SKILLS"));
        assertThat(count("onet_element")).isEqualTo(22);
    }

    @Test
    void areTheSameFromCsv() {
        onetWith(MiniRelease.text());
        Map<String, List<List<@Nullable String>>> fromText = contents();
        Onet onet = onet();
        onet.load(open(MiniRelease.csv()));
        onet.prune(0);

        assertContents(fromText);
        assertThat(value("select layout from onet_release")).isEqualTo("CSV");
    }

    @Test
    void areTheSameFromOneFileOfSkills() {
        onetWith(MiniRelease.text());
        Map<String, List<List<@Nullable String>>> fromTwo = contents();
        Onet onet = onet();
        onet.load(open(MiniRelease.singleSkillsText()));
        onet.prune(0);
        Map<String, List<List<@Nullable String>>> fromOne = contents();

        // Work styles and software have other columns and scales there, and some tables stand in one layout only.
        Set<String> differing = Set.of("WORK_STYLES", "WORK_VALUES", "INTEREST_AREAS");
        for (Map<String, List<List<@Nullable String>>> each : List.of(fromOne, fromTwo)) {
            each.keySet()
                    .removeAll(Set.of(
                            "onet_software_skill",
                            "onet_tool",
                            "onet_unspsc",
                            "onet_work_style_work_activity",
                            "onet_work_style_work_context"));
            Objects.requireNonNull(each.get("onet_rating"))
                    .removeIf(row -> differing.contains(String.valueOf(row.get(1))));
            Objects.requireNonNull(each.get("onet_element"))
                    .removeIf(row -> String.valueOf(row.get(0)).matches("1\\.B\\.[23].*"));
        }
        assertThat(fromOne).isEqualTo(fromTwo);
        assertRows(
                contents(),
                "onet_software_skill",
                FileRows.of(
                        MiniRelease.singleSkillsText(),
                        "Technology Skills.txt",
                        CODE,
                        "#",
                        "Example",
                        "Commodity Code",
                        "Commodity Title",
                        "Element ID",
                        "Element Name",
                        "Hot Technology",
                        "In Demand"));
        assertThat(rows("select data_value, n, standard_error, lower_ci_bound, upper_ci_bound, recommend_suppress,"
                        + " not_relevant, date_updated, domain_source from onet_rating where domain = 'WORK_STYLES' and"
                        + " onetsoc_code = '11-1011.00'"))
                .containsExactly(Arrays.asList(
                        "4.6900", "28", "0.1218", "4.4426", "4.9426", "N", null, "2023-08-01", "Incumbent"));
    }

    @Test
    void areSearchedWithoutCaseAndPunctuation() {
        onetWith(MiniRelease.text());

        assertThat(rows("select job_title, job_title_search from onet_job_title where file_row in (1, 2, 6)"
                        + " order by file_row"))
                .containsExactly(
                        List.of("Chief Executive Officer (CEO)", "chief executive officer ceo"),
                        List.of("Vice President, Operations", "vice president operation"),
                        List.of("C++ Developer", "c++ developer"));
    }

    @Test
    void areTheSameByInserts() {
        assertSameByInserts(
                isMySql() ? withoutLocalInfile() : HostDataSource.withoutUnwrapping(dataSource),
                isMySql() ? SWITCHES : "COPY needs connections that unwrap to org.postgresql.PGConnection: ");
    }

    @Test
    void areTheSameThroughAProxyThatDoesNotUnwrap() {
        assertSameByInserts(
                HostDataSource.withoutUnwrapping(dataSource),
                isMySql()
                        ? "LOAD DATA LOCAL needs statements that unwrap to com.mysql.cj.jdbc.JdbcStatement: "
                        : "COPY needs connections that unwrap to org.postgresql.PGConnection: ");
    }

    @Test
    void areTheSameWhereTheServerTakesNoFiles() {
        if (!isMySql()) {
            // PostgreSQL has no such switch: whoever may insert may copy.
            assertThat(onetWithTables().load(open(MiniRelease.text())).path()).contains(LoadPath.COPY);
            return;
        }
        execute("set global local_infile = off");
        try {
            assertSameByInserts(dataSource, SWITCHES);
        } finally {
            execute("set global local_infile = on");
        }
    }

    @Test
    void keepHostileTextAsItIsByEveryPath() {
        MiniRelease release = hostile(MiniRelease.csv());
        Onet onet = onetWithTables();
        List<String> expected = hostileTexts();

        LoadReport fast = onet.load(open(release));
        assertThat(hostileTitles()).containsExactlyElementsOf(expected);
        assertThat(value("select description from onet_occupation where onetsoc_code = '53-3033.00'"))
                .isEqualTo("line\nbreak\r\nand\ttab \\N \\. \\t \"quoted\" end ");

        DataSource slow = isMySql() ? withoutLocalInfile() : HostDataSource.withoutUnwrapping(dataSource);
        Onet byInserts = Onet.create(slow).build();
        LoadReport inserted =
                byInserts.load(open(release), LoadOptions.DEFAULTS.alreadyLoaded(LoadOptions.AlreadyLoaded.LOAD_AGAIN));
        byInserts.prune(0);

        assertThat(fast.path()).contains(isMySql() ? LoadPath.LOAD_DATA_LOCAL : LoadPath.COPY);
        assertThat(inserted.path()).contains(LoadPath.INSERTS);
        assertThat(hostileTitles()).containsExactlyElementsOf(expected);
        assertThat(value("select description from onet_occupation where onetsoc_code = '53-3033.00'"))
                .isEqualTo("line\nbreak\r\nand\ttab \\N \\. \\t \"quoted\" end ");
    }

    @Test
    void keepHostileTextInASessionThatReadsBackslashesAndQuotesInItsOwnWay() {
        DataSource hostile = HostDataSource.connecting(dataSource, connection -> {
            execute(
                    connection,
                    isMySql()
                            ? "set sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT'"
                            : "set standard_conforming_strings = off");
            return connection;
        });
        Onet onet = Onet.create(hostile).build();
        onet.schema().createOrUpgrade();

        onet.load(open(hostile(MiniRelease.csv())));

        assertThat(hostileTitles()).containsExactlyElementsOf(hostileTexts());
        assertThat(value("select min(date_updated) from onet_rating")).isEqualTo("2004-06-01");
        assertThat(onet.catalog().searchOccupations("programmer", 1)).hasSize(1);
        List<OnetSocCode> programmers = List.of(new OnetSocCode("15-1251.00"));
        assertThat(onet.catalog().profiles(Domain.SKILLS, programmers))
                .isEqualTo(open(hostile(MiniRelease.csv())).catalog().profiles(Domain.SKILLS, programmers));
    }

    @Test
    void fitEvenWhereEveryValueIsAsLongAsTheReaderAllows() {
        MiniRelease release = MiniRelease.text()
                .withRow("Scales Reference.txt", "S".repeat(8), "Ş".repeat(255), "-999.9999", "999.9999");
        OnetRelease plain = open(release);
        char unique = 'a';
        for (ReleaseTable table : plain.tables()) {
            for (String file : filesOf(plain, table)) {
                String element = unique++ + "İ".repeat(31);
                release = stretched(release, file, table, element);
                if (table != ReleaseTable.CONTENT_MODEL_REFERENCE) {
                    release =
                            release.withRow("Content Model Reference.txt", element, "İ".repeat(255), "İ".repeat(4000));
                }
            }
        }
        // The one whose line now is another's.
        release = release.withRow("Content Model Reference.txt", "1.A.1.a.1", "Oral Comprehension", "")
                .withRow("Task Statements.txt", "53-3033.00", "4242", "Put up signs.", "", "", "", "");
        Onet onet = onetWithTables();

        LoadReport report = onet.load(open(release));

        assertThat(report.rowsKeptAside()).isZero();
        assertThat(value("select title from onet_occupation where onetsoc_code = '11-1011.00'"))
                .isEqualTo("İ".repeat(255));
        assertThat(value("select max(char_length(anchor_description)) from onet_level_anchor"))
                .isEqualTo("1000");
        assertThat(value("select max(char_length(description)) from onet_occupation"))
                .isEqualTo("4000");
        assertThat(value("select data_value from onet_rating where scale_id = 'SSSSSSSS' and domain = 'KNOWLEDGE'"))
                .isEqualTo("-999.9999");
        assertThat(value("select max(n) from onet_rating")).isEqualTo("999999999");
    }

    private static MiniRelease stretched(MiniRelease release, String file, ReleaseTable table, String element) {
        String header = new String(release.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        MiniRelease longer = release;
        for (ReleaseColumn column : table.columns()) {
            for (String label : column.labels()) {
                if (List.of(header.split("\t", -1)).contains(label)) {
                    longer = longer.withCell(
                            file, 2, label, longest(column, table, element, FileRows.of(longer, file, label)));
                }
            }
        }
        return longer;
    }

    private static String longest(
            ReleaseColumn column, ReleaseTable table, String element, List<List<@Nullable String>> now) {
        return switch (column) {
            case SCALE_ID -> table == ReleaseTable.SCALES_REFERENCE ? "IM" : "S".repeat(8);
            case TASK_ID -> table == ReleaseTable.TASK_STATEMENTS ? "999999999" : "4242";
            case ELEMENT_ID, SKILLS_ELEMENT_ID -> element;
            case MAXIMUM -> "999.9999";
            default ->
                switch (column.type()) {
                    case TEXT -> "İ".repeat(column.maxLength());
                    case DECIMAL -> "-999.9999";
                    case INTEGER -> "999999999";
                    case CODE, FLAG, MONTH ->
                        Objects.requireNonNullElse(now.get(0).get(0), "");
                };
        };
    }

    private static List<String> filesOf(OnetRelease release, ReleaseTable table) {
        return release.files().stream()
                .filter(file -> file.table() == table)
                .map(ReleaseFile::name)
                .toList();
    }

    /** The log says once why. */
    private void assertSameByInserts(DataSource slow, String obstacle) {
        onetWith(MiniRelease.text());
        Map<String, List<List<@Nullable String>>> fast = contents();

        Onet onet = Onet.create(slow).build();
        String log = loggedBy(() -> {
            for (int i = 0; i < 2; i++) {
                LoadReport report = onet.load(
                        open(MiniRelease.text()),
                        LoadOptions.DEFAULTS.alreadyLoaded(LoadOptions.AlreadyLoaded.LOAD_AGAIN));
                assertThat(report.path()).contains(LoadPath.INSERTS);
            }
        });
        onet.prune(0);

        assertThat(log.lines().filter(line -> line.contains("INSERTS")))
                .singleElement()
                .asString()
                .startsWith("INFO rows are written by INSERTS, which take longer: " + obstacle);
        assertContents(fast);
    }

    private DataSource withoutLocalInfile() {
        return HostDataSource.of(database.jdbcUrl(), database.user(), database.password());
    }

    private List<String> hostileTitles() {
        return rows("select job_title from onet_job_title where onetsoc_code = '53-3033.00' order by file_row").stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static List<String> hostileTexts() {
        return List.of(
                "Driver's Helper",
                "\\",
                "\\N",
                "back\\slash\\",
                "\\\\n \\t \\x41 \\.",
                "a\ttab",
                "\"",
                "say \"hi\", he said",
                "O'Neil''s; drop table onet_job_title; --",
                "📈 Emoji 👩‍💻",
                "İstanbul ığüşöç",
                "trailing  ",
                "  leading",
                "WELDER",
                "Welder",
                "welder",
                "NULL",
                "n/a",
                "%_?$1 {0} ${x}",
                "e\u0301 \u00e9",
                "\u202eright to left\u202c \uFEFFmark");
    }

    private static MiniRelease hostile(MiniRelease csv) {
        MiniRelease release = csv.withCell(
                "occupation_data.csv", 9, "Description", "line\nbreak\r\nand\ttab \\N \\. \\t \"quoted\" end ");
        List<String> texts = hostileTexts();
        for (String text : texts.subList(1, texts.size())) {
            release = release.withRow("job_titles.csv", "53-3033.00", "Light Truck Drivers", text, "", "08");
        }
        return release;
    }

    private static List<List<@Nullable String>> ratings(MiniRelease release, String file, String domain) {
        return FileRows.of(
                release,
                file,
                CODE,
                "=" + domain,
                "Element ID",
                "Scale ID",
                "Data Value",
                "N",
                "Standard Error",
                "Lower CI Bound",
                "Upper CI Bound",
                "Recommend Suppress",
                "Not Relevant",
                "Date",
                "Domain Source",
                "web_fetch_id, which no file has");
    }

    private static List<List<@Nullable String>> categoryRatings(MiniRelease release, String file, String domain) {
        return FileRows.of(
                release,
                file,
                CODE,
                "=" + domain,
                "Element ID",
                "Scale ID",
                "Category=0",
                "Data Value",
                "N",
                "Standard Error",
                "Lower CI Bound",
                "Upper CI Bound",
                "Recommend Suppress",
                "Not Relevant",
                "Date",
                "Domain Source",
                "web_fetch_id, which no file has");
    }

    /** Every row of every table without its release's number, sorted. */
    private Map<String, List<List<@Nullable String>>> contents() {
        Map<String, List<List<@Nullable String>>> contents = new LinkedHashMap<>();
        for (String table : TABLES) {
            if (!table.equals("onet_release")) {
                List<List<@Nullable String>> rows = new ArrayList<>();
                rows("select * from " + table).forEach(row -> rows.add(row.subList(1, row.size())));
                rows.sort(Comparator.comparing(Object::toString));
                contents.put(table, rows);
            }
        }
        return contents;
    }

    private void assertContents(Map<String, List<List<@Nullable String>>> expected) {
        assertThat(contents()).isEqualTo(expected);
        assertThat(count("onet_release")).isEqualTo(1);
    }

    private static void assertRows(
            Map<String, List<List<@Nullable String>>> contents, String table, List<List<@Nullable String>> expected) {
        assertThat(expected).isNotEmpty();
        assertThat(contents.get(table)).as(table).containsExactlyInAnyOrderElementsOf(expected);
    }
}
