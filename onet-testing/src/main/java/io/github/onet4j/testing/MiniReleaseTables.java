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
            CX | Context | 1 | 5
            CXP | Context (Categories 1-5) | 0 | 100
            CT | Context | 1 | 3
            CTP | Context (Categories 1-3) | 0 | 100
            OI | Occupational Interests | 1 | 7
            IH | Occupational Interest High-Point | 0 | 6
            EX | Extent | 1 | 7
            VH | Work Value High-Point | 1 | 6
            RL | Required Level Of Education (Categories 1-12) | 0 | 100
            RW | Related Work Experience (Categories 1-11) | 0 | 100
            PT | On-Site Or In-Plant Training (Categories 1-9) | 0 | 100
            OJ | On-The-Job Training (Categories 1-9) | 0 | 100
            RT | Relevance of Task | 0 | 100
            FT | Frequency of Task (Categories 1-7) | 0 | 100
            """);

    private static final List<List<String>> CONTENT_MODEL = table("""
            Element ID | Element Name | Description
            1.A.1.a.1 | Oral Comprehension | Understanding what is said.
            1.B.1.e | Enterprising | Starting projects and leading people.
            1.B.1.g | First Interest High-Point | The highest interest.
            1.B.1.h | Second Interest High-Point | The second highest interest.
            1.B.2.a | Achievement | Seeing results.
            1.B.2.g | First Work Value High-Point | The highest work value.
            1.B.3.j | Management/Administration | Running an organization.
            1.C.1.a | Achievement/Effort | Setting goals and working hard for them.
            2.A.1.a | Reading Comprehension | Understanding what is written at work.
            2.A.1.b | Active Listening | Giving full attention to what others say.
            2.B | Transferable Skills |
            2.B.1.b | Coordination | Acting in step with others.
            2.B.3.e | Programming | Writing computer programs.
            2.B.4.e | Judgment and Decision Making | Weighing what an action costs and brings.
            2.C.1.a | Administration and Management |
            2.C.3.a | Computers and Electronics | Knowing how computers are built and programmed.
            2.D.1 | Required Level of Education | The education that the work requires.
            2.D.4.a | Job-Related Professional Certification | A certificate that the work requires.
            3.A.1 | Related Work Experience | Work done before.
            3.A.2 | On-Site or In-Plant Training | Classes at work.
            3.A.3 | On-the-Job Training | Learning from colleagues.
            3.A.4.a | Job-related Apprenticeship | An apprenticeship that the work requires.
            4.A.1.a.1 | Getting Information | Observing, receiving, and finding information.
            4.C.1.a.2.c | Public Speaking | How often one speaks in public.
            4.C.3.d.8 | Duration of Typical Work Week | Hours worked in a week.
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

    private static final String CATEGORY_RATINGS =
            "O*NET-SOC Code | Element ID | Element Name | Scale ID | Category | Data Value | N | Standard Error"
                    + " | Lower CI Bound | Upper CI Bound | Recommend Suppress | Date | Domain Source\n";

    /** Without Not Relevant, which the file has and which is always missing. */
    private static final List<List<String>> WORK_CONTEXT = table(CATEGORY_RATINGS + """
            11-1011.00 | 4.C.1.a.2.c | Public Speaking | CX |  | 3.61 | 28 | 0.2012 | 3.1983 | 4.0217 | N | 08/2023 | \
            Incumbent
            11-1011.00 | 4.C.1.a.2.c | Public Speaking | CXP | 1 | 0.00 | 28 | 0.0000 |  |  | N | 08/2023 | Incumbent
            11-1011.00 | 4.C.1.a.2.c | Public Speaking | CXP | 2 | 17.86 | 28 | 7.2400 | 7.3600 | 37.3900 | N | \
            08/2023 | Incumbent
            11-1011.00 | 4.C.1.a.2.c | Public Speaking | CXP | 3 | 28.57 | 28 | 8.5400 | 14.3000 | 48.9300 | N | \
            08/2023 | Incumbent
            11-1011.00 | 4.C.1.a.2.c | Public Speaking | CXP | 4 | 28.57 | 28 | 8.5400 | 14.3000 | 48.9300 | N | \
            08/2023 | Incumbent
            11-1011.00 | 4.C.1.a.2.c | Public Speaking | CXP | 5 | 25.00 | 28 | 8.1800 | 11.8600 | 45.2100 | N | \
            08/2023 | Incumbent
            11-1011.00 | 4.C.3.d.8 | Duration of Typical Work Week | CT |  | 2.90 | 28 | 0.0560 | 2.7840 | \
            3.0000 | N | 08/2023 | Incumbent
            11-1011.00 | 4.C.3.d.8 | Duration of Typical Work Week | CTP | 2 | 10.00 | 28 | 5.6700 | 2.9500 | \
            28.9800 | Y | 08/2023 | Incumbent
            11-1011.00 | 4.C.3.d.8 | Duration of Typical Work Week | CTP | 3 | 90.00 | 28 | 5.6700 | 71.0200 | \
            97.0500 | N | 08/2023 | Incumbent
            53-3033.00 | 4.C.1.a.2.c | Public Speaking | CX |  | 1.40 |  |  |  |  |  | 06/2004 | Analyst - Transition
            """);

    private static final List<List<String>> INTERESTS = table("""
            O*NET-SOC Code | Element ID | Element Name | Scale ID | Data Value | Date | Domain Source
            11-1011.00 | 1.B.1.e | Enterprising | OI | 6.88 | 11/2023 | Machine Learning
            11-1011.00 | 1.B.1.g | First Interest High-Point | IH | 5.00 | 11/2023 | Machine Learning
            11-1011.00 | 1.B.1.h | Second Interest High-Point | IH | 0.00 | 11/2023 | Machine Learning
            15-1252.00 | 1.B.1.e | Enterprising | OI | 2.11 | 11/2023 | Machine Learning
            """);

    private static final List<List<String>> INTEREST_AREAS = table("""
            O*NET-SOC Code | Element ID | Element Name | Scale ID | Data Value | Date | Domain Source
            11-1011.00 | 1.B.3.j | Management/Administration | OI | 6.91 | 05/2026 | Machine Learning/Expert
            """);

    /** A high-point of 0 is below the scale, and means that there is none. */
    private static final List<List<String>> WORK_VALUES = table("""
            O*NET-SOC Code | Element ID | Element Name | Scale ID | Data Value | Date | Domain Source
            11-1011.00 | 1.B.2.a | Achievement | EX | 6.33 | 06/2008 | Analyst
            11-1011.00 | 1.B.2.g | First Work Value High-Point | VH | 0.00 | 06/2008 | Analyst
            """);

    private static final List<List<String>> EDUCATION = table(CATEGORY_RATINGS + """
            11-1011.00 | 2.D.1 | Required Level of Education | RL | 6 | 40.00 | 28 | 9.4200 | 23.0300 | 59.7300 | N | \
            08/2023 | Incumbent
            11-1011.00 | 2.D.1 | Required Level of Education | RL | 8 | 60.00 | 28 | 9.4200 | 40.2700 | 76.9700 | N | \
            08/2023 | Incumbent
            11-1011.00 | 2.D.4.a | Job-Related Professional Certification | IM |  | 1.86 | 28 | 0.2200 | 1.4088 | \
            2.3112 | N | 08/2023 | Incumbent
            """);

    private static final List<List<String>> TRAINING = table(CATEGORY_RATINGS + """
            11-1011.00 | 3.A.1 | Related Work Experience | RW | 11 | 100.00 | 28 | 0.0000 |  |  | N | 08/2023 | \
            Incumbent
            11-1011.00 | 3.A.2 | On-Site or In-Plant Training | PT | 1 | 100.00 | 28 | 0.0000 |  |  | N | 08/2023 | \
            Incumbent
            11-1011.00 | 3.A.3 | On-the-Job Training | OJ | 1 | 100.00 | 28 | 0.0000 |  |  | N | 08/2023 | Incumbent
            11-1011.00 | 3.A.4.a | Job-related Apprenticeship | IM |  | 1.00 | 28 | 0.0000 | 1.0000 | 1.0000 | \
            N | 08/2023 | Incumbent
            """);

    private static final String CATEGORIES = "Element ID | Element Name | Scale ID | Category | Category Description\n";

    private static final List<List<String>> WORK_CONTEXT_CATEGORIES = table(CATEGORIES + """
            4.C.1.a.2.c | Public Speaking | CXP | 1 | Never
            4.C.1.a.2.c | Public Speaking | CXP | 5 | Every day
            4.C.3.d.8 | Duration of Typical Work Week | CTP | 3 | More than 40 hours
            """);

    private static final List<List<String>> EDUCATION_CATEGORIES = table(CATEGORIES + """
            2.D.1 | Required Level of Education | RL | 6 | Bachelor's Degree
            2.D.1 | Required Level of Education | RL | 8 | Master's Degree
            """);

    private static final List<List<String>> TRAINING_CATEGORIES = table(CATEGORIES + """
            3.A.1 | Related Work Experience | RW | 11 | Over 10 years
            """);

    private static final List<List<String>> TASK_RATINGS = table("""
            O*NET-SOC Code | Task ID | Scale ID | Category | Data Value | N | Standard Error | Lower CI Bound | \
            Upper CI Bound | Recommend Suppress | Date | Domain Source
            53-3033.00 | 4242 | IM |  | 3.75 | 95 | 0.1163 | 3.5191 | 3.9809 | N | 07/2014 | Incumbent
            53-3033.00 | 4242 | RT |  | 81.05 | 95 | 4.0400 | 71.8800 | 87.7400 | N | 07/2014 | Incumbent
            53-3033.00 | 4242 | FT | 1 | 0.00 | 95 | 0.0000 |  |  | N | 07/2014 | Incumbent
            53-3033.00 | 4242 | FT | 5 | 100.00 | 95 | 0.0000 |  |  | N | 07/2014 | Incumbent
            """);

    private static final List<List<String>> TASK_CATEGORIES = table("""
            Scale ID | Category | Category Description
            FT | 1 | Yearly or less
            FT | 5 | Daily
            """);

    private static final List<List<String>> EMERGING_TASKS = table("""
            O*NET-SOC Code | Task | Category | Original Task ID | Original Task | Date | Domain Source
            53-3033.00 | Charge electric trucks. | New |  |  | 05/2025 | AI/SME
            53-3033.00 | Put up "Wet Paint" signs in any light. | Revision | 4242 | Put up "Wet Paint" signs. | \
            07/2024 | Incumbent
            """);

    private static final List<List<String>> TASKS_TO_DWAS = table("""
            O*NET-SOC Code | Task ID | DWA Element ID | Date | Domain Source
            53-3033.00 | 4242 | 4.A.1.a.1.n | 07/2014 | Analyst
            """);

    private static final List<List<String>> IWAS = table("""
            GWA Element ID | IWA Element ID | IWA Element Name
            4.A.1.a.1 | 4.A.1.a.1.m | Study details of signs.
            """);

    private static final List<List<String>> DWAS = table("""
            GWA Element ID | IWA Element ID | DWA Element ID | DWA Element Name
            4.A.1.a.1 | 4.A.1.a.1.m | 4.A.1.a.1.n | Read the small print of signs.
            """);

    private static final List<List<String>> METADATA = table("""
            O*NET-SOC Code | Item | Response | N | Percent | Date
            11-1011.00 | Data Collection Mode | Paper | 28 | 18.9 | 08/2023
            11-1011.00 | Total Completed Questionnaires |  | 28 |  | 08/2023
            """);

    private static final List<List<String>> TOOLS = table("""
            O*NET-SOC Code | Example | Commodity Code | Commodity Title
            53-3033.00 | Hand trucks | 24101504 | Hand trucks or accessories
            """);

    private static final List<List<String>> UNSPSC = table("""
            Commodity Code | Commodity Title | Class Code | Class Title | Family Code | Family Title | Segment Code | \
            Segment Title
            24101504 | Hand trucks or accessories | 24101500 | Industrial trucks | 24100000 | Material handling | \
            24000000 | Handling and storage
            """);

    private static final List<List<String>> ABILITY_ACTIVITIES = table("""
            Abilities Element ID | Abilities Element Name | Work Activities Element ID | Work Activities Element Name
            1.A.1.a.1 | Oral Comprehension | 4.A.1.a.1 | Getting Information
            """);

    private static final List<List<String>> ABILITY_CONTEXT = table("""
            Abilities Element ID | Abilities Element Name | Work Context Element ID | Work Context Element Name
            1.A.1.a.1 | Oral Comprehension | 4.C.1.a.2.c | Public Speaking
            """);

    private static final List<List<String>> ESSENTIAL_SKILL_ACTIVITIES = table("""
            Essential Skills Element ID | Essential Skills Element Name | Work Activities Element ID | \
            Work Activities Element Name
            2.A.1.a | Reading Comprehension | 4.A.1.a.1 | Getting Information
            """);

    private static final List<List<String>> TRANSFERABLE_SKILL_ACTIVITIES = table("""
            Transferable Skills Element ID | Transferable Skills Element Name | Work Activities Element ID | \
            Work Activities Element Name
            2.B.4.e | Judgment and Decision Making | 4.A.1.a.1 | Getting Information
            """);

    private static final List<List<String>> ESSENTIAL_SKILL_CONTEXT = table("""
            Essential Skills Element ID | Essential Skills Element Name | Work Context Element ID | \
            Work Context Element Name
            2.A.1.b | Active Listening | 4.C.1.a.2.c | Public Speaking
            """);

    private static final List<List<String>> TRANSFERABLE_SKILL_CONTEXT = table("""
            Transferable Skills Element ID | Transferable Skills Element Name | Work Context Element ID | \
            Work Context Element Name
            2.B.1.b | Coordination | 4.C.1.a.2.c | Public Speaking
            """);

    private static final List<List<String>> STYLE_ACTIVITIES = table("""
            Work Styles Element ID | Work Styles Element Name | Work Activities Element ID | \
            Work Activities Element Name
            1.C.1.a | Achievement/Effort | 4.A.1.a.1 | Getting Information
            """);

    private static final List<List<String>> STYLE_CONTEXT = table("""
            Work Styles Element ID | Work Styles Element Name | Work Context Element ID | Work Context Element Name
            1.C.1.a | Achievement/Effort | 4.C.3.d.8 | Duration of Typical Work Week
            """);

    private static final List<List<String>> AREA_TYPES = table("""
            Specific Interest Areas Element ID | Specific Interest Areas Element Name | \
            Career Interest Types Element ID | Career Interest Types Element Name
            1.B.3.j | Management/Administration | 1.B.1.e | Enterprising
            """);

    private static final List<List<String>> KEYWORDS = table("""
            Element ID | Element Name | Keyword | Keyword Type
            1.B.1.e | Enterprising | Lead | Action
            """);

    private static final List<List<String>> ILLUSTRATIVE_ACTIVITIES = table("""
            Element ID | Element Name | Interest Type | Activity
            1.B.1.e | Enterprising | General | Sell houses
            """);

    private static final List<List<String>> ILLUSTRATIVE_OCCUPATIONS = table("""
            Element ID | Element Name | Interest Type | O*NET-SOC Code
            1.B.3.j | Management/Administration | Basic | 11-1011.00
            """);

    private static final List<List<String>> SURVEY_ITEMS = table("""
            Element ID | Element Name | Survey Item Number | Scale ID
            2.C.1.a | Administration and Management | KN01 | IM
            2.C.1.a | Administration and Management | KN01b | LV
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
        tables.put("Career Interest Types", INTERESTS);
        tables.put("Specific Interest Areas", INTEREST_AREAS);
        tables.put("Education", EDUCATION);
        tables.put("Training and Experience", TRAINING);
        tables.put("Education Categories", EDUCATION_CATEGORIES);
        tables.put("Training and Experience Categories", TRAINING_CATEGORIES);
        tables.put("GWAs to IWAs", IWAS);
        tables.put("GWAs to IWAs to DWAs", DWAS);
        tables.put("Tasks to DWAs", TASKS_TO_DWAS);
        tables.put("Essential Skills to Work Activities", ESSENTIAL_SKILL_ACTIVITIES);
        tables.put("Transferable Skills to Work Activities", TRANSFERABLE_SKILL_ACTIVITIES);
        tables.put("Essential Skills to Work Context", ESSENTIAL_SKILL_CONTEXT);
        tables.put("Transferable Skills to Work Context", TRANSFERABLE_SKILL_CONTEXT);
        tables.put("Work Styles to Work Activities", STYLE_ACTIVITIES);
        tables.put("Work Styles to Work Context", STYLE_CONTEXT);
        tables.put("Specific Interest Areas to Career Interest Types", AREA_TYPES);
        tables.put("Career Interest Type Keywords", KEYWORDS);
        return tables;
    }

    /** As in the text files up to 30.2. */
    static Map<String, List<List<String>>> singleSkillsText() {
        Map<String, List<List<String>>> tables = common();
        tables.put("Skills", ratings(SKILLS, element -> true));
        tables.put("Work Styles", WORK_STYLES_BY_IMPORTANCE);
        tables.put("Alternate Titles", withLabels(JOB_TITLES, Map.of("Job Title", "Alternate Title")));
        tables.put("Technology Skills", TECHNOLOGY);
        tables.put("Interests", INTERESTS);
        tables.put("Work Values", WORK_VALUES);
        tables.put("Education, Training, and Experience", together(EDUCATION, TRAINING));
        tables.put(
                "Education, Training, and Experience Categories", together(EDUCATION_CATEGORIES, TRAINING_CATEGORIES));
        tables.put(
                "IWA Reference",
                withLabels(
                        IWAS,
                        Map.of(
                                "GWA Element ID",
                                "Element ID",
                                "IWA Element ID",
                                "IWA ID",
                                "IWA Element Name",
                                "IWA Title")));
        tables.put(
                "DWA Reference",
                withLabels(
                        DWAS,
                        Map.of(
                                "GWA Element ID",
                                "Element ID",
                                "IWA Element ID",
                                "IWA ID",
                                "DWA Element ID",
                                "DWA ID",
                                "DWA Element Name",
                                "DWA Title")));
        tables.put("Tasks to DWAs", withLabels(TASKS_TO_DWAS, Map.of("DWA Element ID", "DWA ID")));
        tables.put(
                "Skills to Work Activities",
                asSkills(together(ESSENTIAL_SKILL_ACTIVITIES, TRANSFERABLE_SKILL_ACTIVITIES)));
        tables.put("Skills to Work Context", asSkills(together(ESSENTIAL_SKILL_CONTEXT, TRANSFERABLE_SKILL_CONTEXT)));
        tables.put(
                "Basic Interests to RIASEC",
                withLabels(
                        AREA_TYPES,
                        Map.of(
                                "Specific Interest Areas Element ID",
                                "Basic Interests Element ID",
                                "Specific Interest Areas Element Name",
                                "Basic Interests Element Name",
                                "Career Interest Types Element ID",
                                "RIASEC Element ID",
                                "Career Interest Types Element Name",
                                "RIASEC Element Name")));
        tables.put("RIASEC Keywords", KEYWORDS);
        tables.put("Tools Used", TOOLS);
        tables.put("UNSPSC Reference", UNSPSC);
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
        return title.toLowerCase(Locale.ROOT).replace(",", "").replace(' ', '_');
    }

    /** Raises job_titles to "Job Titles". */
    static String title(String stem) {
        return Stream.of(stem.split("_", -1))
                .map(MiniReleaseTables::wordOfTitle)
                .collect(Collectors.joining(" "));
    }

    private static String wordOfTitle(String word) {
        if (SMALL_WORDS.contains(word)) {
            return word;
        }
        return word.endsWith("was")
                ? word.substring(0, word.length() - 1).toUpperCase(Locale.ROOT) + "s"
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
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
        tables.put("Task Ratings", TASK_RATINGS);
        tables.put("Task Categories", TASK_CATEGORIES);
        tables.put("Emerging Tasks", EMERGING_TASKS);
        tables.put("Work Context", withNotRelevant(WORK_CONTEXT));
        tables.put("Work Context Categories", WORK_CONTEXT_CATEGORIES);
        tables.put("Occupation Level Metadata", METADATA);
        tables.put("Abilities to Work Activities", ABILITY_ACTIVITIES);
        tables.put("Abilities to Work Context", ABILITY_CONTEXT);
        tables.put("Interests Illustrative Activities", ILLUSTRATIVE_ACTIVITIES);
        tables.put("Interests Illustrative Occupations", ILLUSTRATIVE_OCCUPATIONS);
        tables.put("Survey Booklet Locations", SURVEY_ITEMS);
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

    private static List<List<String>> withLabels(List<List<String>> table, Map<String, String> labels) {
        List<List<String>> renamed = new ArrayList<>(table);
        renamed.set(
                0,
                table.get(0).stream()
                        .map(label -> labels.getOrDefault(label, label))
                        .toList());
        return renamed;
    }

    private static List<List<String>> asSkills(List<List<String>> table) {
        return withLabels(
                table,
                Map.of(
                        "Essential Skills Element ID", "Skills Element ID",
                        "Essential Skills Element Name", "Skills Element Name"));
    }

    /** The rows of two tables in one. */
    private static List<List<String>> together(List<List<String>> one, List<List<String>> other) {
        List<List<String>> rows = new ArrayList<>(one);
        rows.addAll(other.subList(1, other.size()));
        return rows;
    }

    /** With a column in front of Date whose every value is missing. */
    private static List<List<String>> withNotRelevant(List<List<String>> table) {
        int position = table.get(0).indexOf("Date");
        List<List<String>> wider = new ArrayList<>();
        for (List<String> row : table) {
            List<String> cells = new ArrayList<>(row);
            cells.add(position, wider.isEmpty() ? "Not Relevant" : "");
            wider.add(cells);
        }
        return wider;
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
