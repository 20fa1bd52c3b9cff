package io.github.onet4j.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a {@link MiniRelease}, by the title of their file, the header first. An empty cell is a missing value.
 * The tables are written once, as in the text files from 30.3 on; the other layouts are derived from them.
 */
final class MiniReleaseTables {
    private static final Set<String> SMALL_WORDS = Set.of("and", "of", "to");
    private static final String CODE = "O*NET-SOC Code";
    private static final String SCALE = "Scale ID";

    private static final List<List<String>> OCCUPATIONS = table("""
            O*NET-SOC Code | Title | Description
            11-1011.00 | Chief Executives | Set the policy of an organization ("the tone at the top"), and direct its \
            work.
            15-1211.00 | Computer Systems Analysts | Study what users need, and say what a system should do.
            15-1251.00 | Computer Programmers | Write, change, and test code.
            15-1252.00 | Software Developers | Design and build software.
            15-2051.00 | Data Scientists | Find out what data say.
            15-2051.01 | Business Intelligence Analysts | Report on markets and finances.
            15-2051.02 | Clinical Data Managers | Look after the data of clinical trials.
            53-3033.00 | Light Truck Drivers | Drive a light truck to deliver goods.
            """);

    private static final List<List<String>> SCALES = table("""
            Scale ID | Scale Name | Minimum | Maximum
            IM | Importance | 1 | 5
            LV | Level | 0 | 7
            WI | Work Styles Impact | -3 | 3
            DR | Distinctiveness Rank | 0 | 10
            """);

    private static final List<List<String>> CONTENT_MODEL = table("""
            Element ID | Element Name | Description
            1.A.1.a.1 | Oral Comprehension | Understanding what is said.
            1.C.1.a | Achievement/Effort | Setting goals and working hard for them.
            2.A.1.a | Reading Comprehension | Understanding what is written at work.
            2.A.1.b | Active Listening | Giving full attention to what others say.
            2.B | Transferable Skills |
            2.B.1.b | Coordination | Acting in step with others.
            2.B.3.e | Programming | Writing computer programs.
            2.B.4.e | Judgment and Decision Making | Weighing what an action costs and brings.
            2.C.1.a | Administration and Management |
            2.C.3.a | Computers and Electronics | Knowing how computers are built and programmed.
            4.A.1.a.1 | Getting Information | Observing, receiving, and finding information.
            """);

    /** Coordination has no anchors. */
    private static final List<List<String>> ANCHORS = table("""
            Element ID | Element Name | Scale ID | Anchor Value | Anchor Description
            2.A.1.a | Reading Comprehension | LV | 2 | Read the steps of filling in a form
            2.A.1.a | Reading Comprehension | LV | 4 | Read a memo on new rules
            2.A.1.a | Reading Comprehension | LV | 6 | Read a paper on surgery
            2.A.1.b | Active Listening | LV | 2 | Take a customer's order
            2.A.1.b | Active Listening | LV | 4 | Answer questions about a credit
            2.A.1.b | Active Listening | LV | 6 | Preside over a court
            2.B.3.e | Programming | LV | 2 | Sort a list by program
            2.B.3.e | Programming | LV | 4 | Program a statistical analysis
            2.B.3.e | Programming | LV | 6 | Program a search for minerals
            2.B.4.e | Judgment and Decision Making | LV | 1 | Decide when to take a break
            2.B.4.e | Judgment and Decision Making | LV | 7 | Decide to invest in a new line
            """);

    private static final String SHORT_RATINGS =
            "Code | Element ID | IM | LV | SE of LV | N | Suppress | Not Relevant | Date | Source\n";

    private static final List<List<String>> SKILLS = table(SHORT_RATINGS + """
            11-1011.00 | 2.A.1.a | 4.12 | 4.75 | 0.1637 | 8 | N | N | 08/2023 | Analyst
            11-1011.00 | 2.A.1.b | 4.38 | 5.00 | 0.1890 | 8 | N | N | 08/2023 | Analyst
            11-1011.00 | 2.B.1.b | 4.50 | 5.12 | 0.2266 | 8 | N | N | 08/2023 | Analyst
            11-1011.00 | 2.B.3.e | 1.25 | 0.62 | 0.1830 | 8 | N | Y | 08/2023 | Analyst
            11-1011.00 | 2.B.4.e | 4.62 | 5.25 | 0.1637 | 8 | N | N | 08/2023 | Analyst
            15-1211.00 | 2.A.1.a | 4.00 | 4.25 | 0.1600 | 8 | N | N | 08/2022 | Analyst
            15-1211.00 | 2.A.1.b | 4.00 | 4.00 | 0.1300 | 8 | N | N | 08/2022 | Analyst
            15-1211.00 | 2.B.1.b | 3.25 | 3.38 | 0.1800 | 8 | N | N | 08/2022 | Analyst
            15-1211.00 | 2.B.3.e | 3.00 | 2.88 | 0.1300 | 8 | N | N | 08/2022 | Analyst
            15-1211.00 | 2.B.4.e | 3.75 | 3.88 | 0.1600 | 8 | N | N | 08/2022 | Analyst
            15-1251.00 | 2.A.1.a | 3.88 | 4.00 | 0.0000 | 8 | N | N | 07/2012 | Analyst
            15-1251.00 | 2.A.1.b | 3.12 | 3.25 | 0.1600 | 8 | N | N | 08/2021 | Analyst
            15-1251.00 | 2.B.1.b | 2.88 | 3.00 | 0.0000 | 8 | N | N | 08/2021 | Analyst
            15-1251.00 | 2.B.3.e | 4.38 | 4.75 | 0.1600 | 8 | N | N | 08/2021 | Analyst
            15-1251.00 | 2.B.4.e | 3.25 | 3.38 | 0.1800 | 8 | Y | N | 08/2021 | Analyst
            15-2051.01 | 2.A.1.a | 4.00 | 4.38 | 0.1800 | 8 | N | N | 08/2024 | Analyst
            15-2051.01 | 2.A.1.b | 3.75 | 3.88 | 0.1300 | 8 | N | N | 08/2024 | Analyst
            15-2051.01 | 2.B.1.b | 3.12 | 3.12 | 0.1300 | 8 | N | N | 08/2024 | Analyst
            15-2051.01 | 2.B.3.e | 2.75 | 2.62 |        | 8 |   | N | 08/2024 | Occupational Expert
            15-2051.01 | 2.B.4.e | 3.62 | 3.75 | 0.1600 | 8 | N | N | 08/2024 | Analyst
            15-2051.02 | 2.A.1.a | 4.00 | 4.50 | 0.1900 | 8 | N | N | 07/2020 | Analyst
            15-2051.02 | 2.B.3.e | 2.50 |      |        | 8 | N |   | 07/2020 | Analyst
            53-3033.00 | 2.A.1.a | 2.75 | 2.62 | 0.1830 | 8 | N | N | 07/2014 | Analyst
            53-3033.00 | 2.A.1.b | 3.00 | 2.75 | 0.1637 | 8 | N | N | 07/2014 | Analyst
            53-3033.00 | 2.B.1.b | 2.88 | 2.88 | 0.1250 | 8 | N | N | 07/2014 | Analyst
            53-3033.00 | 2.B.3.e | 1.00 | 0.00 | 0.0000 | 8 | N | Y | 07/2014 | Analyst
            53-3033.00 | 2.B.4.e | 2.75 | 2.50 | 0.1890 | 8 | N | N | 07/2014 | Analyst
            """);

    private static final List<List<String>> KNOWLEDGE = table(SHORT_RATINGS + """
            11-1011.00 | 2.C.1.a | 4.80 | 6.24 | 0.1120 | 28 | N | N | 08/2023 | Incumbent
            11-1011.00 | 2.C.3.a | 2.73 | 3.01 | 0.4432 | 28 | Y | N | 08/2023 | Incumbent
            15-1211.00 | 2.C.1.a | 3.20 | 3.60 | 0.2201 | 31 | N | N | 07/2015 | Incumbent
            15-1211.00 | 2.C.3.a | 4.51 | 5.30 | 0.1806 | 31 | N | N | 07/2015 | Incumbent
            15-1251.00 | 2.C.1.a | 2.40 | 2.75 |        | 22 |   | N | 07/2016 | Occupational Expert
            15-1251.00 | 2.C.3.a | 4.70 | 5.50 |        | 22 |   | N | 07/2016 | Occupational Expert
            53-3033.00 | 2.C.1.a | 1.30 | 0.40 |        |    |   | Y | 06/2004 | Analyst - Transition
            53-3033.00 | 2.C.3.a | 1.10 | 0.20 |        |    |   | Y | 06/2004 | Analyst - Transition
            """);

    private static final List<List<String>> ABILITIES = table(SHORT_RATINGS + """
            11-1011.00 | 1.A.1.a.1 | 4.50 | 4.88 | 0.1250 | 8 | N | N | 08/2023 | Analyst
            15-1211.00 | 1.A.1.a.1 | 4.00 | 4.12 | 0.1250 | 8 | N | N | 08/2022 | Analyst
            15-1251.00 | 1.A.1.a.1 | 3.88 | 4.00 | 0.0000 | 8 | N | N | 08/2021 | Analyst
            """);

    private static final List<List<String>> WORK_ACTIVITIES = table(SHORT_RATINGS + """
            11-1011.00 | 4.A.1.a.1 | 4.56 | 5.01 | 0.1410 | 28 | N | N | 08/2023 | Incumbent
            15-1211.00 | 4.A.1.a.1 | 4.10 | 4.60 | 0.2020 | 31 | N | N | 07/2015 | Incumbent
            15-1251.00 | 4.A.1.a.1 | 3.98 | 4.20 | 0.2510 | 22 | N | N | 07/2016 | Incumbent
            """);

    private static final List<List<String>> WORK_STYLES = table("""
            O*NET-SOC Code | Element ID | Element Name | Scale ID | Data Value | Date | Domain Source
            11-1011.00 | 1.C.1.a | Achievement/Effort | WI | 2.54 | 08/2025 | Analyst
            11-1011.00 | 1.C.1.a | Achievement/Effort | DR | 3 | 08/2025 | Analyst
            15-1252.00 | 1.C.1.a | Achievement/Effort | WI | 1.75 | 08/2025 | Analyst
            15-1252.00 | 1.C.1.a | Achievement/Effort | DR | 0 | 08/2025 | Analyst
            53-3033.00 | 1.C.1.a | Achievement/Effort | WI | -0.50 | 08/2025 | Analyst
            53-3033.00 | 1.C.1.a | Achievement/Effort | DR | 10 | 08/2025 | Analyst
            """);

    private static final List<List<String>> WORK_STYLES_BY_IMPORTANCE = table("""
            O*NET-SOC Code | Element ID | Element Name | Scale ID | Data Value | N | Standard Error | Lower CI Bound | \
            Upper CI Bound | Recommend Suppress | Date | Domain Source
            11-1011.00 | 1.C.1.a | Achievement/Effort | IM | 4.69 | 28 | 0.1218 | 4.4426 | 4.9426 | N | 08/2023 | \
            Incumbent
            15-1252.00 | 1.C.1.a | Achievement/Effort | IM | 4.10 | 20 | 0.2000 | 3.7080 | 4.4920 | N | 08/2023 | \
            Incumbent
            53-3033.00 | 1.C.1.a | Achievement/Effort | IM | 3.60 |  |  |  |  |  | 06/2004 | Analyst - Transition
            """);

    private static final List<List<String>> JOB_ZONE_REFERENCE = table("""
            Job Zone | Name | Experience | Education | Job Training | Examples | SVP Range
            2 | Job Zone Two: Some Preparation Needed | Some, if any. | A high school diploma. | Up to a year. | \
            Tellers, orderlies. | (4.0 to < 6.0)
            3 | Job Zone Three: Medium Preparation Needed | Some. | A vocational school. | One or two years. | \
            Electricians. | (6.0 to < 7.0)
            4 | Job Zone Four: Considerable Preparation Needed | Much. | A bachelor's degree. | Several years. | \
            Accountants. | (7.0 to < 8.0)
            5 | Job Zone Five: Extensive Preparation Needed | Extensive. | A graduate school. |  | Lawyers, surgeons. \
            | (8.0 and above)
            """);

    private static final List<List<String>> JOB_ZONES = table("""
            O*NET-SOC Code | Job Zone | Date | Domain Source
            11-1011.00 | 5 | 08/2023 | Analyst
            15-1211.00 | 4 | 08/2022 | Analyst
            15-1251.00 | 4 | 08/2021 | Analyst
            15-1252.00 | 4 | 08/2021 | Analyst
            15-2051.01 | 4 | 08/2024 | Analyst
            53-3033.00 | 2 | 07/2014 | Analyst
            """);

    /** "Data Analyst" belongs to two occupations; "Programmer" stands twice, as some titles do in real releases. */
    private static final List<List<String>> JOB_TITLES = table("""
            O*NET-SOC Code | Job Title | Short Title | Source(s)
            11-1011.00 | Chief Executive Officer (CEO) | CEO | 02,08
            11-1011.00 | Vice President, Operations |  | 08
            15-1211.00 | Data Analyst |  | 09
            15-1251.00 | Programmer |  | 01
            15-1251.00 | Programmer |  | 01
            15-1252.00 | C++ Developer |  | 09
            15-1252.00 | C# Developer |  | 09
            15-2051.01 | Data Analyst |  | 02,09
            53-3033.00 | Driver's Helper |  | 08
            """);

    private static final List<List<String>> REPORTED_TITLES = table("""
            O*NET-SOC Code | Reported Job Title | Shown in My Next Move
            11-1011.00 | Chief Executive Officer | Y
            15-1251.00 | Programmer Analyst | Y
            15-1252.00 | Infrastructure Engineer | N
            """);

    private static final List<List<String>> RELATED = table("""
            O*NET-SOC Code | Related O*NET-SOC Code | Relatedness Tier | Index
            15-1211.00 | 15-1251.00 | Primary-Short | 1
            15-1211.00 | 15-2051.01 | Primary-Long | 6
            15-1251.00 | 15-1252.00 | Primary-Short | 1
            15-1251.00 | 15-1211.00 | Primary-Short | 2
            15-1252.00 | 15-1251.00 | Primary-Short | 1
            15-1252.00 | 15-1211.00 | Primary-Short | 2
            15-1252.00 | 15-2051.00 | Primary-Long | 6
            15-1252.00 | 15-2051.01 | Supplemental | 11
            """);

    private static final List<List<String>> SOFTWARE = table("""
            O*NET-SOC Code | Workplace Example | Element ID | Element Name | Hot Technology | In Demand
            11-1011.00 | Adobe Acrobat | 2.E.2.r | Document management software | Y | N
            15-1251.00 | C++ | 2.E.4.b | Object or component oriented development software | Y | Y
            15-1252.00 | C++ | 2.E.4.b | Object or component oriented development software | Y | Y
            15-1252.00 | Git | 2.E.4.d | File versioning software | Y | Y
            """);

    private static final List<List<String>> TECHNOLOGY = table("""
            O*NET-SOC Code | Example | Commodity Code | Commodity Title | Hot Technology | In Demand
            11-1011.00 | Adobe Acrobat | 43232202 | Document management software | Y | N
            15-1251.00 | C++ | 43232402 | Object or component oriented development software | Y | Y
            15-1252.00 | C++ | 43232402 | Object or component oriented development software | Y | Y
            15-1252.00 | Git | 43232403 | File versioning software | Y | Y
            """);

    /** A file of O*NET's that onet4j knows and does not read. */
    private static final List<List<String>> TASK_STATEMENTS = table("""
            O*NET-SOC Code | Task ID | Task | Task Type | Incumbents Responding | Date | Domain Source
            53-3033.00 | 4242 | Put up "Wet Paint" signs. | Core | 95 | 07/2014 | Incumbent
            """);

    private MiniReleaseTables() {}

    /** As in the text files from 30.3 on. */
    static Map<String, List<List<String>>> text() {
        Map<String, List<List<String>>> tables = common();
        tables.put("Essential Skills", ratings(SKILLS, element -> element.startsWith("2.A.")));
        tables.put("Transferable Skills", ratings(SKILLS, element -> element.startsWith("2.B.")));
        tables.put("Work Styles", WORK_STYLES);
        tables.put("Job Titles", JOB_TITLES);
        tables.put("Software Skills", SOFTWARE);
        return tables;
    }

    /** As in the text files up to 30.2. */
    static Map<String, List<List<String>>> singleSkillsText() {
        Map<String, List<List<String>>> tables = common();
        tables.put("Skills", ratings(SKILLS, element -> true));
        tables.put("Work Styles", WORK_STYLES_BY_IMPORTANCE);
        tables.put("Alternate Titles", withLabel(JOB_TITLES, "Job Title", "Alternate Title"));
        tables.put("Technology Skills", TECHNOLOGY);
        return tables;
    }

    /** As in the CSV files: with the titles of occupations, and the names of scales. */
    static Map<String, List<List<String>>> csv() {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        text().forEach((title, rows) -> {
            List<List<String>> joined = rows;
            if (!title.equals("Occupation Data")) {
                joined = joined(joined, CODE, "Title", OCCUPATIONS);
                joined = joined(joined, "Related O*NET-SOC Code", "Related Title", OCCUPATIONS);
            }
            if (!title.equals("Scales Reference")) {
                joined = joined(joined, SCALE, "Scale Name", SCALES);
            }
            tables.put(title, joined);
        });
        return tables;
    }

    /** Reduces "Job Titles" to job_titles. */
    static String snakeCase(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Raises job_titles to "Job Titles". */
    static String title(String stem) {
        return Stream.of(stem.split("_", -1))
                .map(word -> SMALL_WORDS.contains(word)
                        ? word
                        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, List<List<String>>> common() {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        tables.put("Abilities", ratings(ABILITIES, element -> true));
        tables.put("Content Model Reference", CONTENT_MODEL);
        tables.put("Job Zone Reference", JOB_ZONE_REFERENCE);
        tables.put("Job Zones", JOB_ZONES);
        tables.put("Knowledge", ratings(KNOWLEDGE, element -> true));
        tables.put("Level Scale Anchors", ANCHORS);
        tables.put("Occupation Data", OCCUPATIONS);
        tables.put("Related Occupations", RELATED);
        tables.put("Sample of Reported Titles", REPORTED_TITLES);
        tables.put("Scales Reference", SCALES);
        tables.put("Task Statements", TASK_STATEMENTS);
        tables.put("Work Activities", ratings(WORK_ACTIVITIES, element -> true));
        return tables;
    }

    private static List<List<String>> table(String text) {
        return text.lines()
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    /** Unfolds the rows of chosen elements into those of their two scales. */
    private static List<List<String>> ratings(List<List<String>> shortRows, Predicate<String> chosen) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                CODE,
                "Element ID",
                "Element Name",
                SCALE,
                "Data Value",
                "N",
                "Standard Error",
                "Lower CI Bound",
                "Upper CI Bound",
                "Recommend Suppress",
                "Not Relevant",
                "Date",
                "Domain Source"));
        for (List<String> row : shortRows.subList(1, shortRows.size())) {
            if (chosen.test(row.get(1))) {
                addRating(rows, row, "IM", row.get(2), row.get(4).isEmpty() ? "" : "0.1637");
                if (!row.get(3).isEmpty()) {
                    addRating(rows, row, "LV", row.get(3), row.get(4));
                }
            }
        }
        return rows;
    }

    private static void addRating(
            List<List<String>> rows, List<String> row, String scale, String value, String standardError) {
        boolean isLevel = scale.equals("LV");
        String suppress = isLevel || row.get(6).isEmpty() ? row.get(6) : "N";
        rows.add(List.of(
                row.get(0),
                row.get(1),
                lookUp(CONTENT_MODEL, row.get(1)),
                scale,
                value,
                row.get(5),
                standardError,
                bound(value, standardError, -1.96, isLevel),
                bound(value, standardError, 1.96, isLevel),
                suppress,
                isLevel ? row.get(7) : "",
                row.get(8),
                row.get(9)));
    }

    private static String bound(String value, String standardError, double times, boolean isLevel) {
        if (standardError.isEmpty()) {
            return "";
        }
        double bound = Double.parseDouble(value) + times * Double.parseDouble(standardError);
        double clipped = Math.max(isLevel ? 0 : 1, Math.min(isLevel ? 7 : 5, bound));
        return String.format(Locale.ROOT, "%.4f", clipped);
    }

    private static String lookUp(List<List<String>> table, String key) {
        return table.stream()
                .filter(row -> row.get(0).equals(key))
                .map(row -> row.get(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row for " + key));
    }

    private static List<List<String>> withLabel(List<List<String>> table, String from, String to) {
        List<List<String>> renamed = new ArrayList<>(table);
        renamed.set(
                0,
                table.get(0).stream()
                        .map(label -> label.equals(from) ? to : label)
                        .toList());
        return renamed;
    }

    /** Inserts a column behind its key, where the table has the key. */
    private static List<List<String>> joined(
            List<List<String>> table, String key, String label, List<List<String>> reference) {
        int position = table.get(0).indexOf(key);
        if (position < 0) {
            return table;
        }
        List<List<String>> joined = new ArrayList<>();
        for (List<String> row : table) {
            List<String> wider = new ArrayList<>(row);
            wider.add(position + 1, joined.isEmpty() ? label : lookUp(reference, row.get(position)));
            joined.add(wider);
        }
        return joined;
    }
}
