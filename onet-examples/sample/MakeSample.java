import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the sample release {@code db_29_3_sample}: the occupations listed in {@code wording/occupations.tsv}, with the
 * figures, codes and names of the O*NET 29.3 Database, laid out as releases are from 30.3 on. Descriptions and anchors
 * are not O*NET's; they are joined from the {@code wording} folder.
 *
 * <p>Run from the root of the repository:
 *
 * <pre>java onet-examples/sample/MakeSample.java PATH_TO_db_29_3_text.zip [OUTPUT_FOLDER]</pre>
 *
 * The same input gives the same bytes: rows keep the order of the source file, and nothing depends on the clock.
 */
public final class MakeSample {

    private static final Path SAMPLE = Path.of("onet-examples", "sample");
    private static final Path WORDING = SAMPLE.resolve("wording");
    private static final Path DEFAULT_OUTPUT = SAMPLE.resolve("db_29_3_sample");

    private static final String SOURCE_RELEASE = "O*NET 29.3 Database";
    private static final String LINE_END = "\r\n";

    /** 35 skills, each rated for importance and for level. */
    private static final int SKILL_RATINGS = 70;

    /** 33 elements of knowledge, each rated for importance and for level. */
    private static final int KNOWLEDGE_RATINGS = 66;

    /** Six types of interests. */
    private static final int INTEREST_RATINGS = 6;

    /** The scale of the six types; the other one of the file has their order again. */
    private static final String OCCUPATIONAL_INTERESTS = "OI";

    /** Listed in 29.3 without ratings; part of the sample to show what becomes of such an occupation. */
    private static final Set<String> UNRATED = Set.of("15-1252.00", "15-2051.00");

    private static final int JOB_TITLES_PER_OCCUPATION = 25;
    private static final int SHARED_JOB_TITLES_PER_OCCUPATION = 10;

    private static final String CODE = "O*NET-SOC Code";
    private static final String RELATED_CODE = "Related O*NET-SOC Code";
    private static final String ELEMENT = "Element ID";
    private static final String SCALE = "Scale ID";
    private static final String ANCHOR_VALUE = "Anchor Value";
    private static final String DESCRIPTION = "Description";
    private static final String ANCHOR_DESCRIPTION = "Anchor Description";
    private static final String ALTERNATE_TITLE = "Alternate Title";
    private static final String JOB_TITLE = "Job Title";

    private static final String READ_ME = """
        O*NET 29.3 Database
        May 2025 Release
        ----------------

        This is a small sample made by onet4j, not the O*NET release itself. It holds a few occupations
        with their skills, knowledge and interests. Figures, codes, titles and element names are those of
        the O*NET 29.3 Database, laid out in the files and columns used from release 30.3 on. The
        descriptions of occupations and elements and the level scale anchors are not O*NET's: they were
        reworded by onet4j.

        This includes information from the O*NET 29.3 Database by the U.S. Department of Labor, Employment
        and Training Administration (USDOL/ETA), used under the CC BY 4.0 license
        (https://www.onetcenter.org/license_db.html). O*NET is a trademark of USDOL/ETA. onet4j has modified
        this information. USDOL/ETA has not approved, endorsed, or tested these modifications.
        """;

    private final Source source;
    private final Set<String> codes;
    private final Wording occupations;
    private final Wording elements;
    private final Wording anchors;

    private MakeSample(Source source) throws IOException {
        this.source = source;
        this.occupations = Wording.read("occupations.tsv");
        this.elements = Wording.read("elements.tsv");
        this.anchors = Wording.read("anchors.tsv");
        this.codes = occupations.firstColumn();
    }

    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2) {
            fail("usage: java onet-examples/sample/MakeSample.java PATH_TO_db_29_3_text.zip [OUTPUT_FOLDER]");
        }
        Path output = args.length == 2 ? Path.of(args[1]) : DEFAULT_OUTPUT;
        try (ZipFile zip = new ZipFile(args[0])) {
            Map<String, String> files = new MakeSample(new Source(zip)).files();
            write(files, output);
        } catch (SampleException e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    private static void fail(String message) {
        System.err.println("MakeSample: " + message);
        System.exit(1);
    }

    /** Everything is made before anything is written, so that a failure leaves the old sample as it was. */
    private static void write(Map<String, String> files, Path output) throws IOException {
        Files.createDirectories(output);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(output.resolve(file.getKey()), file.getValue(), StandardCharsets.US_ASCII);
        }
        System.out.println("Wrote " + files.size() + " files to " + output);
    }

    private Map<String, String> files() throws IOException {
        source.requireRelease(SOURCE_RELEASE);
        Table skills = ofOccupations("Skills");
        Table knowledge = ofOccupations("Knowledge");
        Table interests = ofOccupations("Interests").where(SCALE, OCCUPATIONAL_INTERESTS::equals);
        requireRatings("skill", skills, SKILL_RATINGS, UNRATED);
        requireRatings("knowledge", knowledge, KNOWLEDGE_RATINGS, UNRATED);
        requireRatings("interest", interests, INTEREST_RATINGS, Set.of());
        List<Table> ratings = List.of(skills, knowledge, interests);
        Set<String> rated = distinct(ELEMENT, ratings);
        Set<String> scales = distinct(SCALE, ratings);

        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("Occupation Data", occupationData());
        tables.put("Scales Reference", source.table("Scales Reference").where(SCALE, scales::contains));
        tables.put("Content Model Reference", contentModel(rated));
        tables.put("Level Scale Anchors", levelScaleAnchors(distinct(ELEMENT, List.of(skills, knowledge))));
        tables.put("Essential Skills", skills.where(ELEMENT, id -> id.startsWith("2.A.")));
        tables.put("Transferable Skills", skills.where(ELEMENT, id -> id.startsWith("2.B.")));
        tables.put("Knowledge", knowledge);
        tables.put("Career Interest Types", interests);
        tables.put("Job Titles", jobTitles());
        tables.put("Sample of Reported Titles", ofOccupations("Sample of Reported Titles"));
        tables.put("Job Zones", ofOccupations("Job Zones"));
        tables.put("Related Occupations", ofOccupations("Related Occupations").where(RELATED_CODE, codes::contains));

        Map<String, String> files = new LinkedHashMap<>();
        files.put("Read Me.txt", READ_ME.replace("\n", LINE_END));
        tables.forEach((name, table) -> files.put(name + ".txt", table.text()));
        return files;
    }

    /** An occupation with gaps would make a misleading sample, so only whole ones and the known unrated ones pass. */
    private void requireRatings(String domain, Table ratings, int ofEach, Set<String> unrated) {
        Map<String, List<Row>> rowsByCode = ratings.groupedBy(CODE);
        for (String code : codes) {
            int expected = unrated.contains(code) ? 0 : ofEach;
            int found = rowsByCode.getOrDefault(code, List.of()).size();
            if (found != expected) {
                throw new SampleException(
                        code + " has " + found + " " + domain + " ratings in the source, not " + expected);
            }
        }
    }

    private static Set<String> distinct(String column, List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.distinct(column).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Table occupationData() throws IOException {
        Table table = ofOccupations("Occupation Data");
        return table.replacing(DESCRIPTION, occupations.textsFor(table, CODE));
    }

    /** The rated elements and the headings above them: 2, 2.A, 2.A.1 and so on. */
    private Table contentModel(Set<String> rated) throws IOException {
        Predicate<String> isRatedOrHeading =
                id -> rated.stream().anyMatch(element -> element.equals(id) || element.startsWith(id + "."));
        Table table = source.table("Content Model Reference").where(ELEMENT, isRatedOrHeading);
        return table.replacing(DESCRIPTION, elements.textsFor(table, ELEMENT));
    }

    private Table levelScaleAnchors(Set<String> withLevels) throws IOException {
        Table table = source.table("Level Scale Anchors").where(ELEMENT, withLevels::contains);
        return table.replacing(ANCHOR_DESCRIPTION, anchors.textsFor(table, ELEMENT, ANCHOR_VALUE));
    }

    private Table jobTitles() throws IOException {
        Table table = ofOccupations("Alternate Titles");
        Set<Row> chosen = new JobTitleChoice(table).choose();
        return table.where(chosen::contains).renaming(ALTERNATE_TITLE, JOB_TITLE);
    }

    private Table ofOccupations(String name) throws IOException {
        return source.table(name).where(CODE, codes::contains);
    }

    /**
     * Chooses a few of the many alternate titles of each occupation: first titles that several of the sample's
     * occupations share, so that ambiguous titles can be shown, then others spread evenly over the alphabet.
     */
    private static final class JobTitleChoice {

        private final Table titles;
        private final Map<String, List<Row>> rowsByTitle;
        private final Set<Row> chosen = new HashSet<>();

        JobTitleChoice(Table titles) {
            this.titles = titles;
            this.rowsByTitle = titles.groupedBy(ALTERNATE_TITLE);
        }

        Set<Row> choose() {
            chooseShared();
            titles.groupedBy(CODE).values().forEach(this::chooseOthers);
            return chosen;
        }

        /** A shared title is taken for all of its occupations or for none: a part of them would look unambiguous. */
        private void chooseShared() {
            Map<String, Integer> taken = new HashMap<>();
            for (List<Row> sharing : sharedTitlesWidestFirst()) {
                if (sharing.stream().allMatch(row -> hasRoom(taken, row.get(CODE)))) {
                    sharing.forEach(row -> taken.merge(row.get(CODE), 1, Integer::sum));
                    chosen.addAll(sharing);
                }
            }
        }

        private static boolean hasRoom(Map<String, Integer> taken, String code) {
            return taken.getOrDefault(code, 0) < SHARED_JOB_TITLES_PER_OCCUPATION;
        }

        private List<List<Row>> sharedTitlesWidestFirst() {
            Comparator<List<Row>> byWidth = Comparator.comparingInt(List::size);
            return rowsByTitle.values().stream()
                    .filter(rows -> rows.size() > 1)
                    .sorted(byWidth.reversed())
                    .toList();
        }

        private void chooseOthers(List<Row> rowsOfOccupation) {
            int taken = (int) rowsOfOccupation.stream().filter(chosen::contains).count();
            List<Row> others =
                    rowsOfOccupation.stream().filter(row -> !isShared(row)).toList();
            int wanted = Math.min(JOB_TITLES_PER_OCCUPATION - taken, others.size());
            IntStream.range(0, wanted).forEach(i -> chosen.add(others.get(i * others.size() / wanted)));
        }

        private boolean isShared(Row row) {
            return rowsByTitle.get(row.get(ALTERNATE_TITLE)).size() > 1;
        }
    }

    /** The text archive of the release. */
    private record Source(ZipFile zip) {

        void requireRelease(String expected) throws IOException {
            String found = lines("Read Me").get(0).strip();
            if (!found.equals(expected)) {
                throw new SampleException(zip.getName() + " holds " + found + ", not " + expected);
            }
        }

        Table table(String name) throws IOException {
            return Table.parse(name + ".txt", lines(name));
        }

        private List<String> lines(String name) throws IOException {
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith("/" + name + ".txt"))
                    .findFirst()
                    .orElseThrow(() -> new SampleException(zip.getName() + " holds no file " + name + ".txt"));
            try (InputStream in = zip.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
    }

    /** The reworded texts of one file: its last column, by the columns before it. */
    private record Wording(Path file, Map<List<String>, String> texts) {

        private static final Pattern PLAIN_TEXT = Pattern.compile("[ -~]+");

        static Wording read(String name) throws IOException {
            Path file = WORDING.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new SampleException(file + " not found: run this from the root of the repository");
            }
            Wording wording = new Wording(file, new LinkedHashMap<>());
            Table.parse(file.toString(), Files.readAllLines(file)).rows().forEach(wording::add);
            return wording;
        }

        private void add(Row row) {
            int last = row.cells().size() - 1;
            List<String> key = row.cells().subList(0, last);
            String text = row.cells().get(last);
            if (!PLAIN_TEXT.matcher(text).matches()) {
                throw new SampleException(file + " has an empty or non-ASCII text for " + String.join(" ", key));
            }
            if (texts.put(key, text) != null) {
                throw new SampleException(file + " has two texts for " + String.join(" ", key));
            }
        }

        Set<String> firstColumn() {
            return texts.keySet().stream().map(key -> key.get(0)).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** One text for each row of the table, found by the row's cells in the key columns. */
        List<String> textsFor(Table table, String... keyColumns) {
            List<List<String>> keys = table.rows().stream()
                    .map(row -> Stream.of(keyColumns).map(row::get).toList())
                    .toList();
            requireSame(keys);
            return keys.stream().map(texts::get).toList();
        }

        /** A text that no row asks for is as suspect as a missing one: its key is probably mistyped. */
        private void requireSame(List<List<String>> keys) {
            for (List<String> key : keys) {
                if (!texts.containsKey(key)) {
                    throw new SampleException(file + " has no text for " + String.join(" ", key));
                }
            }
            for (List<String> key : texts.keySet()) {
                if (!keys.contains(key)) {
                    throw new SampleException(file + " words " + String.join(" ", key) + ", unknown to the source");
                }
            }
        }
    }

    /** A tab-separated file with a header row. O*NET quotes nothing, so a line is simply split at its tabs. */
    private record Table(List<String> columns, List<Row> rows) {

        static Table parse(String name, List<String> lines) {
            List<String> columns = cells(lines.get(0));
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                Row row = new Row(columns, cells(line));
                if (row.cells().size() != columns.size()) {
                    throw new SampleException(name + " has a line without " + columns.size() + " cells: " + line);
                }
                rows.add(row);
            }
            return new Table(columns, rows);
        }

        private static List<String> cells(String line) {
            return List.of(line.split("\t", -1));
        }

        Table where(String column, Predicate<String> condition) {
            return where(row -> condition.test(row.get(column)));
        }

        Table where(Predicate<Row> condition) {
            return new Table(columns, rows.stream().filter(condition).toList());
        }

        Set<String> distinct(String column) {
            return groupedBy(column).keySet();
        }

        /** The groups and the rows within them keep the order of the file. */
        Map<String, List<Row>> groupedBy(String column) {
            return rows.stream()
                    .collect(Collectors.groupingBy(row -> row.get(column), LinkedHashMap::new, Collectors.toList()));
        }

        Table replacing(String column, List<String> values) {
            List<Row> replaced = IntStream.range(0, rows.size())
                    .mapToObj(i -> rows.get(i).with(column, values.get(i)))
                    .toList();
            return new Table(columns, replaced);
        }

        Table renaming(String column, String newName) {
            List<String> renamed = new ArrayList<>(columns);
            renamed.set(columns.indexOf(column), newName);
            return new Table(renamed, rows);
        }

        String text() {
            Stream<List<String>> lines =
                    Stream.concat(Stream.of(columns), rows.stream().map(Row::cells));
            return lines.map(cells -> String.join("\t", cells) + LINE_END).collect(Collectors.joining());
        }
    }

    private record Row(List<String> columns, List<String> cells) {

        String get(String column) {
            return cells.get(columns.indexOf(column));
        }

        Row with(String column, String value) {
            List<String> changed = new ArrayList<>(cells);
            changed.set(columns.indexOf(column), value);
            return new Row(columns, changed);
        }
    }

    /** Says in its message, meant for the person who runs the program, why no sample was made. */
    private static final class SampleException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SampleException(String message) {
            super(message);
        }
    }
}
