package io.github.onet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A small hand-made O*NET release that writes itself into a zip or a folder, in any layout. Codes, titles and element
 * names are O*NET's; figures and descriptions are made up. Immutable: each method returns an edited copy.
 *
 * <pre>{@code
 * MiniRelease mini = MiniRelease.text().withCell("Essential Skills.txt", 2, "Data Value", "x");
 * Path zip = mini.writeZip(folder.resolve("mini.zip"));
 * }</pre>
 *
 * <p>Its occupations, by what is rated of their five skills:
 *
 * <ul>
 *   <li>11-1011.00 Chief Executives: all; Programming is Not Relevant at a level above 0
 *   <li>15-1211.00 Computer Systems Analysts: all
 *   <li>15-1251.00 Computer Programmers: all; the level of Judgment is recommended for suppression, two levels have a
 *       standard error of 0
 *   <li>15-1252.00 Software Developers: none; related to four occupations, of which three are rated
 *   <li>15-2051.00 Data Scientists: none; related to none, but with siblings of the same SOC code
 *   <li>15-2051.01 Business Intelligence Analysts: all; the level of Programming has no standard error
 *   <li>15-2051.02 Clinical Data Managers: in part: Reading Comprehension, and of Programming the importance only
 *   <li>53-3033.00 Light Truck Drivers: all; Programming is Not Relevant at level 0
 * </ul>
 *
 * <p>All layouts hold the same rows, but for Software Skills, whose categories have other ids in each, and Work Styles,
 * rated by importance in the single-skills layout and by impact and distinctiveness in the others.
 */
public final class MiniRelease {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 8, 25, 0, 0);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern VERSION = Pattern.compile("O\\*NET (\\d+\\.\\d+) Database");

    private final boolean commaSeparated;
    private final Style style;
    private final Map<String, List<Line>> tables;
    private final Map<String, byte[]> others;

    private MiniRelease(
            boolean commaSeparated, Style style, Map<String, List<Line>> tables, Map<String, byte[]> others) {
        this.commaSeparated = commaSeparated;
        this.style = style;
        this.tables = tables;
        this.others = others;
    }

    /** Tab-separated text with one Skills.txt, as up to 30.2; calls itself 29.3 of May 2025. */
    public static MiniRelease singleSkillsText() {
        return of(false, "db_29_3_text", MiniReleaseTables.singleSkillsText()).version("29.3", "May 2025");
    }

    /** Tab-separated text as from 30.3 on; calls itself 31.0 of August 2026. */
    public static MiniRelease text() {
        return of(false, "db_31_0_text", MiniReleaseTables.text()).version("31.0", "August 2026");
    }

    /** Comma-separated values as from 30.3 on; calls itself 31.0 of August 2026. */
    public static MiniRelease csv() {
        return of(true, "db_31_0_csv", MiniReleaseTables.csv()).version("31.0", "August 2026");
    }

    /**
     * The text release with related occupations that are not those of closest SOC codes: Software Developers are
     * related to all rated ones but Computer Programmers, and Data Scientists to Chief Executives first.
     */
    public static MiniRelease relatedAcrossSocGroups() {
        String file = "Related Occupations.txt";
        return text().withCell(file, 7, "Index", "12")
                .withoutLine(file, 6)
                .withRow(file, "15-2051.00", "11-1011.00", "Primary-Short", "1")
                .withRow(file, "15-2051.00", "15-2051.02", "Primary-Short", "2");
    }

    private static MiniRelease of(boolean commaSeparated, String folder, Map<String, List<List<String>>> rows) {
        Map<String, List<Line>> tables = new LinkedHashMap<>();
        rows.forEach((title, cells) -> tables.put(
                commaSeparated ? MiniReleaseTables.snakeCase(title) + ".csv" : title + ".txt",
                cells.stream().map(Line::of).toList()));
        return new MiniRelease(commaSeparated, new Style(folder, "\r\n", true, false), tables, Map.of());
    }

    /** Lets the Read Me say another version and month, for example {@code 30.1} and {@code December 2025}. */
    public MiniRelease version(String version, String month) {
        return withFile(
                "Read Me.txt", "O*NET " + version + " Database\r\n" + month + " Release\r\n--------------------\r\n");
    }

    /** Names the folder inside a zip, by default as published. An empty name puts the files at the top. */
    public MiniRelease inFolder(String folder) {
        return with(new Style(folder, style.lineEnd, style.lastLineEnd, style.byteOrderMark));
    }

    /** Ends lines with a line feed; by default with carriage return and line feed. */
    public MiniRelease withLineFeeds() {
        return with(new Style(style.folder, "\n", style.lastLineEnd, style.byteOrderMark));
    }

    /** Leaves out the end of each file's last line. */
    public MiniRelease withoutLastLineEnd() {
        return with(new Style(style.folder, style.lineEnd, false, style.byteOrderMark));
    }

    /** Starts each file with a byte order mark. */
    public MiniRelease withByteOrderMark() {
        return with(new Style(style.folder, style.lineEnd, style.lastLineEnd, true));
    }

    /**
     * Replaces a value.
     *
     * @param file the file's name in this layout, for example {@code Essential Skills.txt} or
     *     {@code essential_skills.csv}
     * @param line the line, counted from 1 with the header
     * @param column the column's label
     * @param value the value; if empty, a missing one as this layout writes it
     */
    public MiniRelease withCell(String file, int line, String column, String value) {
        int position = position(file, column);
        return editing(file, lines -> {
            List<String> cells = new ArrayList<>(lines.get(line - 1).cells());
            cells.set(position, value);
            lines.set(line - 1, Line.of(cells));
        });
    }

    /** Appends a row of values, of which an empty one is written as missing. */
    public MiniRelease withRow(String file, String... cells) {
        return editing(file, lines -> lines.add(Line.of(List.of(cells))));
    }

    /** Appends a line as it is. */
    public MiniRelease withLine(String file, String line) {
        return editing(file, lines -> lines.add(new Line(List.of(), line)));
    }

    /** Replaces a line, counted from 1 with the header, by another as it is. */
    public MiniRelease withLine(String file, int line, String replacement) {
        return editing(file, lines -> lines.set(line - 1, new Line(List.of(), replacement)));
    }

    /** Drops a line, counted from 1 with the header. */
    public MiniRelease withoutLine(String file, int line) {
        return editing(file, lines -> lines.remove(line - 1));
    }

    /** Appends a column with the same value in each row. */
    public MiniRelease withColumn(String file, String column, String value) {
        return editing(file, lines -> {
            editCells(lines, cells -> cells.add(value));
            lines.set(0, withLast(lines.get(0), column));
        });
    }

    /** Drops a column. */
    public MiniRelease withoutColumn(String file, String column) {
        int position = position(file, column);
        return editing(file, lines -> editCells(lines, cells -> cells.remove(position)));
    }

    /** Turns the order of a file's columns round. */
    public MiniRelease withColumnsReversed(String file) {
        return editing(file, lines -> editCells(lines, Collections::reverse));
    }

    /** Adds a file, or replaces one. */
    public MiniRelease withFile(String file, String content) {
        return withFile(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file, or replaces one. */
    public MiniRelease withFile(String file, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(others);
        more.put(file, content.clone());
        return new MiniRelease(commaSeparated, style, without(tables, file), more);
    }

    /** Drops a file. */
    public MiniRelease withoutFile(String file) {
        bytes(file);
        return new MiniRelease(commaSeparated, style, without(tables, file), without(others, file));
    }

    /** Returns the names of the files. */
    public Set<String> files() {
        Set<String> names = new TreeSet<>(tables.keySet());
        names.addAll(others.keySet());
        return names;
    }

    /**
     * Returns the tables by the titles of their files, such as {@code Essential Skills} in each layout: the labels of
     * the columns first, then the rows, with an empty text for a missing value. Without files that were added whole.
     *
     * @throws IllegalStateException if a line was put in as it is, so that it has no values
     */
    public SortedMap<String, List<List<String>>> tables() {
        SortedMap<String, List<List<String>>> rows = new TreeMap<>();
        tables.forEach((file, lines) -> rows.put(
                title(file), lines.stream().map(line -> cells(file, line)).toList()));
        return rows;
    }

    /**
     * Returns the version that the Read Me names, for example {@code 31.0}.
     *
     * @throws IllegalStateException if it names none
     */
    public String version() {
        byte[] readMe = others.getOrDefault("Read Me.txt", new byte[0]);
        Matcher firstLine = VERSION.matcher(new String(readMe, StandardCharsets.UTF_8));
        if (!firstLine.lookingAt()) {
            throw new IllegalStateException("Read Me.txt names no version; version(…, …) lets it");
        }
        return firstLine.group(1);
    }

    /** Returns a file as it is written. */
    public byte[] bytes(String file) {
        byte[] other = others.get(file);
        if (other != null) {
            return other.clone();
        }
        String text = lines(file).stream().map(this::text).collect(Collectors.joining(style.lineEnd));
        return ((style.byteOrderMark ? BYTE_ORDER_MARK : "") + text + (style.lastLineEnd ? style.lineEnd : ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the number of data rows by table: the current name of its file in small letters, such as
     * {@code occupation_data}, and {@code skills} for both files of skills together, likewise for other pairs.
     * Without files that were added whole.
     */
    public SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        tables.forEach((file, lines) -> counts.merge(table(file), lines.size() - 1, Integer::sum));
        return counts;
    }

    /**
     * Returns the number of a table's data rows.
     *
     * @param table its name as in {@link #counts}, in large or small letters
     */
    public int count(String table) {
        Integer count = counts().get(MiniReleaseTables.snakeCase(table));
        if (count == null) {
            throw new IllegalArgumentException("no table " + table + "; there are " + counts().keySet());
        }
        return count;
    }

    /**
     * Writes the release into one zip.
     *
     * @return the path
     */
    public Path writeZip(Path zip) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : files()) {
                ZipEntry entry = new ZipEntry(style.folder.isEmpty() ? file : style.folder + "/" + file);
                entry.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(entry);
                out.write(bytes(file));
                out.closeEntry();
            }
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the files of the release into a folder, which is created if need be.
     *
     * @return the folder
     */
    public Path writeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String file : files()) {
                Files.write(folder.resolve(file), bytes(file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MiniRelease with(Style changed) {
        return new MiniRelease(commaSeparated, changed, tables, others);
    }

    private MiniRelease editing(String file, Consumer<List<Line>> edit) {
        List<Line> lines = new ArrayList<>(lines(file));
        edit.accept(lines);
        Map<String, List<Line>> edited = new LinkedHashMap<>(tables);
        edited.put(file, List.copyOf(lines));
        return new MiniRelease(commaSeparated, style, edited, others);
    }

    private static void editCells(List<Line> lines, Consumer<List<String>> edit) {
        lines.replaceAll(line -> {
            List<String> cells = new ArrayList<>(line.cells());
            edit.accept(cells);
            return Line.of(cells);
        });
    }

    private static Line withLast(Line line, String value) {
        List<String> cells = new ArrayList<>(line.cells());
        cells.set(cells.size() - 1, value);
        return Line.of(cells);
    }

    private List<Line> lines(String file) {
        List<Line> lines = tables.get(file);
        if (lines == null) {
            throw new IllegalArgumentException("no table in " + file + "; there are " + tables.keySet());
        }
        return lines;
    }

    private int position(String file, String column) {
        List<String> labels = lines(file).get(0).cells();
        int position = labels.indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + file + "; there are " + labels);
        }
        return position;
    }

    private static <T> Map<String, T> without(Map<String, T> files, String file) {
        Map<String, T> left = new LinkedHashMap<>(files);
        left.remove(file);
        return left;
    }

    private static String table(String file) {
        String stem = MiniReleaseTables.snakeCase(file.substring(0, file.length() - 4));
        return switch (stem) {
            case "essential_skills", "transferable_skills" -> "skills";
            case "alternate_titles" -> "job_titles";
            case "technology_skills" -> "software_skills";
            case "interests" -> "career_interest_types";
            case "education", "training_and_experience" -> "education_training_and_experience";
            case "education_categories", "training_and_experience_categories" ->
                "education_training_and_experience_categories";
            case "iwa_reference" -> "gwas_to_iwas";
            case "dwa_reference" -> "gwas_to_iwas_to_dwas";
            case "essential_skills_to_work_activities", "transferable_skills_to_work_activities" ->
                "skills_to_work_activities";
            case "essential_skills_to_work_context", "transferable_skills_to_work_context" -> "skills_to_work_context";
            case "basic_interests_to_riasec" -> "specific_interest_areas_to_career_interest_types";
            case "riasec_keywords" -> "career_interest_type_keywords";
            default -> stem;
        };
    }

    private String title(String file) {
        String stem = file.substring(0, file.length() - 4);
        return commaSeparated ? MiniReleaseTables.title(stem) : stem;
    }

    private static List<String> cells(String file, Line line) {
        if (line.asItIs() != null) {
            throw new IllegalStateException(file + " holds a line as it is, which has no values: " + line.asItIs());
        }
        return line.cells();
    }

    private String text(Line line) {
        if (line.asItIs() != null) {
            return line.asItIs();
        }
        return commaSeparated
                ? line.cells().stream().map(MiniRelease::quoted).collect(Collectors.joining(","))
                : line.cells().stream()
                        .map(cell -> cell.isEmpty() ? "n/a" : cell)
                        .collect(Collectors.joining("\t"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private record Style(String folder, String lineEnd, boolean lastLineEnd, boolean byteOrderMark) {}

    /** A line by its cells, or one that is written as it is. */
    private record Line(List<String> cells, @Nullable String asItIs) {
        static Line of(List<String> cells) {
            return new Line(List.copyOf(cells), null);
        }
    }
}
