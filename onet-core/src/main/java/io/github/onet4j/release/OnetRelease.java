package io.github.onet4j.release;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.ReleaseInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A downloaded O*NET release: the zip as published, or the folder that it unpacks to, in any {@link Layout}. Opening it
 * looks at the names of its files and their headers only; rows are streamed, never held whole.
 *
 * <p>Immutable and safe for use by many threads. Nothing stays open between two calls, so there is nothing to close;
 * the files must stay as they are while they are read.
 */
public final class OnetRelease {
    /**
     * The longest row that is read, in characters: far longer than any of O*NET, whose longest has about 1,100. A
     * longer one is not held in memory, but ends the reading with a {@link ReleaseFormatException}. The same holds for
     * the Read Me, as far as it is read.
     */
    public static final int MAX_ROW_LENGTH = 1 << 20;

    private static final Pattern READ_ME_VERSION = Pattern.compile("O\\*NET\\s+([0-9]+\\.[0-9]+)\\s+Database");
    private static final Pattern READ_ME_DATE = Pattern.compile("(\\p{Alpha}+ [0-9]{4}) Release");
    private static final Pattern NAME_VERSION = Pattern.compile("db_([0-9]+)_([0-9]+)");
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int READ_ME_LINES = 20;

    private final ReleaseFolder folder;
    private final Path path;
    private final String version;
    private final @Nullable YearMonth date;
    private final Map<ReleaseTable, List<ReleaseFolder.Entry>> tables;
    private final List<ReleaseFile> files;
    private final Checks checks;
    private volatile @Nullable String sha256;

    private OnetRelease(Path path) throws IOException {
        this.path = path;
        this.folder = ReleaseFolder.of(path);
        List<ReleaseFolder.Entry> entries = folder.entries();
        Map<String, ReleaseFolder.Entry> byStem = byStem(entries);
        this.tables = tables(byStem);
        List<String> readMe = readMe(entries);
        this.version = version(readMe);
        this.date = date(readMe);
        this.checks = new Checks(this);
        this.files = files(entries);
    }

    /**
     * Opens a release and finds its version, date and layout from what is in it. It may lack any table but Occupation
     * Data; whether what it has is enough is decided where it is used.
     *
     * @param path a zip as published, in the default file system, or a folder with its files, in any
     * @return the release
     * @throws ReleaseFormatException if there is no release at the path, it mixes layouts, a header names a column
     *     twice, or the zip is damaged
     */
    public static OnetRelease open(Path path) {
        try {
            return new OnetRelease(Objects.requireNonNull(path, "path"));
        } catch (ZipException e) {
            throw ReleaseFormatException.ofRelease(
                    path + " is a damaged zip archive, or a part of one (" + e.getMessage()
                            + "); download the release again",
                    e);
        } catch (IOException e) {
            throw ReleaseFormatException.ofRelease(
                    path + " cannot be read as a zip or folder of an O*NET release: " + e, e);
        }
    }

    /**
     * Returns the release's own number.
     *
     * @return for example {@code 29.3}
     */
    public String version() {
        return version;
    }

    /**
     * Returns the month in which the release came out, as its Read Me says.
     *
     * @return the month, or nothing where it does not
     */
    public Optional<YearMonth> date() {
        return Optional.ofNullable(date);
    }

    /**
     * Returns the layout of the files.
     *
     * @return the layout
     */
    public Layout layout() {
        return filesOf(ReleaseTable.OCCUPATION_DATA).get(0).isCommaSeparated()
                ? Layout.CSV
                : hasEarlierFile() ? Layout.TEXT_SINGLE_SKILLS_FILE : Layout.TEXT;
    }

    private boolean hasEarlierFile() {
        Set<String> stems = tables.values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> stemOf(entry.name()).stream())
                .collect(Collectors.toSet());
        return tables.keySet().stream()
                .flatMap(table -> table.description().fileSets().stream())
                .filter(TableDescription.FileSet::isEarlier)
                .anyMatch(set -> stems.containsAll(set.stems()));
    }

    /**
     * Returns the path of the release.
     *
     * @return the path as given
     */
    public Path path() {
        return path;
    }

    /**
     * Returns every file of the release with its status.
     *
     * @return the files, by name
     */
    public List<ReleaseFile> files() {
        return files;
    }

    /**
     * Returns the tables that this release has.
     *
     * @return the tables, in the order in which they are best read
     */
    public Set<ReleaseTable> tables() {
        return tables.keySet();
    }

    /**
     * Verifies that tables can be read, as far as their files' headers tell.
     *
     * @param wanted the tables; those that this release does not have are passed over, unless they are
     *     {@linkplain ReleaseTable#isRequired() required}
     * @throws ReleaseFormatException if a required table or a column is missing; the message names what it may be
     *     called
     */
    public void requireReadable(Set<ReleaseTable> wanted) {
        Objects.requireNonNull(wanted, "wanted");
        for (ReleaseTable table : wanted) {
            if (table.isRequired() && !tables.containsKey(table)) {
                throw lacking(table);
            }
            for (ReleaseFolder.Entry entry : filesOf(table)) {
                try (RowFile file = RowFile.open(folder, entry, table)) {
                    file.requireColumns();
                }
            }
        }
    }

    /**
     * Returns which release this is, with its checksum. The first call reads every byte of the release.
     *
     * @return the release
     */
    public ReleaseInfo info() {
        String checksum = sha256;
        if (checksum == null) {
            try {
                checksum = folder.sha256();
            } catch (IOException e) {
                throw ReleaseFormatException.ofRelease(path + " cannot be read: " + e, e);
            }
            sha256 = checksum;
        }
        return new ReleaseInfo(version, date, checksum);
    }

    /**
     * Streams the rows of a table. The first row that cannot be used ends the reading.
     *
     * @param table a table
     * @return its rows; none if the release does not have the table
     * @throws ReleaseFormatException as the rows are read, at the first that cannot be used
     */
    public ReleaseRows rows(ReleaseTable table) {
        Objects.requireNonNull(table, "table");
        return rows(table, row -> {
            throw ReleaseFormatException.ofRow(row);
        });
    }

    /**
     * Streams the rows of a table and continues after a row that cannot be used. Each value is checked against its
     * column; a rating's value against its scale; a code against Occupation Data; and a key that only one row may have
     * against all rows before it.
     *
     * @param table a table
     * @param rejected accepts each row that cannot be used, with the reason
     * @return its rows; none if the release does not have the table
     */
    public ReleaseRows rows(ReleaseTable table, Consumer<RejectedRow> rejected) {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(rejected, "rejected");
        return new ReleaseRows(folder, table, filesOf(table), checks.of(table), rejected);
    }

    /**
     * Reads the release into memory and answers from there. Takes about 100 MB of heap for a release of full size, and
     * a second or two. Tasks, technologies, and the domains without levels but for work styles are read when they are
     * first asked for, so the files must stay in place; all of them take another 100 MB. The catalog answers as if it
     * were immutable.
     *
     * @return the catalog
     * @throws ReleaseFormatException if a required table or a column is missing, or at the first row that cannot be
     *     used
     */
    public OnetCatalog catalog() {
        requireReadable(EnumSet.allOf(ReleaseTable.class));
        return ReleaseCatalog.read(this);
    }

    /** Returns version and path, for a log. */
    @Override
    public String toString() {
        return "O*NET " + version + " (" + layout() + ", " + path + ")";
    }

    /** Reduces a file name to the name that all layouts share; nothing for a file that cannot be a table. */
    static Optional<String> stemOf(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        boolean tabular = lower.endsWith(".txt") || lower.endsWith(".csv");
        return tabular ? Optional.of(TableDescription.stem(lower.substring(0, lower.length() - 4))) : Optional.empty();
    }

    private static Map<String, ReleaseFolder.Entry> byStem(List<ReleaseFolder.Entry> entries) {
        return entries.stream()
                .filter(entry -> stemOf(entry.name()).isPresent())
                .collect(Collectors.toMap(entry -> stemOf(entry.name()).orElseThrow(), entry -> entry, (one, other) -> {
                    throw ReleaseFormatException.ofRelease(one.path() + " and " + other.path()
                            + " hold the same table; keep one of them, in the layout of the others");
                }));
    }

    private Map<ReleaseTable, List<ReleaseFolder.Entry>> tables(Map<String, ReleaseFolder.Entry> byStem) {
        Map<ReleaseTable, List<ReleaseFolder.Entry>> found = new EnumMap<>(ReleaseTable.class);
        for (ReleaseTable table : ReleaseTable.values()) {
            List<ReleaseFolder.Entry> entries = entriesOf(table, byStem);
            if (!entries.isEmpty()) {
                found.put(table, entries);
            }
        }
        if (!found.containsKey(ReleaseTable.OCCUPATION_DATA)) {
            throw lacking(ReleaseTable.OCCUPATION_DATA);
        }
        requireOneLayout(found.values().stream().flatMap(List::stream).toList());
        return found;
    }

    private ReleaseFormatException lacking(ReleaseTable table) {
        return ReleaseFormatException.ofRelease(
                path + " has no " + names(table) + "; without it this is not a whole O*NET release");
    }

    private void requireOneLayout(List<ReleaseFolder.Entry> entries) {
        ReleaseFolder.Entry first = entries.get(0);
        for (ReleaseFolder.Entry other : entries) {
            if (other.isCommaSeparated() != first.isCommaSeparated()) {
                throw ReleaseFormatException.ofRelease(path + " mixes layouts: " + first.name() + " and " + other.name()
                        + "; keep the files of one release in one layout");
            }
        }
    }

    private List<ReleaseFolder.Entry> entriesOf(ReleaseTable table, Map<String, ReleaseFolder.Entry> byStem) {
        List<List<ReleaseFolder.Entry>> sets = new ArrayList<>();
        for (TableDescription.FileSet set : table.description().fileSets()) {
            List<ReleaseFolder.Entry> present = set.stems().stream()
                    .filter(byStem::containsKey)
                    .map(byStem::get)
                    .toList();
            if (!present.isEmpty() && present.size() < set.titles().size()) {
                throw ReleaseFormatException.ofRelease(
                        path + " has " + present.get(0).name() + " alone; " + names(set) + " hold one table together");
            }
            if (!present.isEmpty()) {
                sets.add(present);
            }
        }
        if (sets.size() > 1) {
            throw ReleaseFormatException.ofRelease(path + " has "
                    + sets.get(0).get(0).name() + " and " + sets.get(1).get(0).name()
                    + ", which hold the same table in two layouts; keep the files of one");
        }
        return sets.isEmpty() ? List.of() : sets.get(0);
    }

    private List<ReleaseFolder.Entry> filesOf(ReleaseTable table) {
        return tables.getOrDefault(table, List.of());
    }

    private static String names(ReleaseTable table) {
        return table.description().fileSets().stream().map(OnetRelease::names).collect(Collectors.joining(", nor "));
    }

    private static String names(TableDescription.FileSet set) {
        return set.titles().stream()
                .map(title -> title + ".txt (or " + TableDescription.stem(title) + ".csv)")
                .collect(Collectors.joining(" and "));
    }

    private List<String> readMe(List<ReleaseFolder.Entry> entries) throws IOException {
        for (ReleaseFolder.Entry entry : entries) {
            if (stemOf(entry.name()).filter("read_me"::equals).isPresent()) {
                try (InputStream in = folder.open(entry)) {
                    return firstLines(entry.name(), in);
                }
            }
        }
        return List.of();
    }

    static List<String> firstLines(String file, InputStream in) {
        List<String> lines = new ArrayList<>();
        BufferedReader reader =
                new BufferedReader(new BoundedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        try {
            String line = reader.readLine();
            while (line != null && lines.size() < READ_ME_LINES) {
                lines.add(line);
                line = reader.readLine();
            }
        } catch (IOException e) {
            throw ReleaseFormatException.unreadable(file, lines.size() + 1L, e);
        }
        return lines;
    }

    private String version(List<String> readMe) {
        for (String line : readMe) {
            Matcher matcher = READ_ME_VERSION.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        String folderName = filesOf(ReleaseTable.OCCUPATION_DATA).get(0).folder();
        Matcher matcher = NAME_VERSION.matcher(
                folderName + " " + path.toAbsolutePath().normalize().getFileName());
        if (matcher.find()) {
            return matcher.group(1) + "." + matcher.group(2);
        }
        throw ReleaseFormatException.ofRelease(
                path + " does not say which release it is: expected is a Read Me.txt with a"
                        + " line \"O*NET 29.3 Database\", or a name such as db_29_3_text");
    }

    private static @Nullable YearMonth date(List<String> readMe) {
        for (String line : readMe) {
            Matcher matcher = READ_ME_DATE.matcher(line);
            if (matcher.find()) {
                return month(matcher.group(1));
            }
        }
        return null;
    }

    private static @Nullable YearMonth month(String monthAndYear) {
        try {
            return YearMonth.parse(monthAndYear, MONTH_AND_YEAR);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private List<ReleaseFile> files(List<ReleaseFolder.Entry> entries) {
        Map<String, ReleaseTable> readBy = tables.entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(entry -> Map.entry(entry.path(), table.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return entries.stream()
                .map(entry -> file(entry, readBy.get(entry.path())))
                .sorted(Comparator.comparing(ReleaseFile::name))
                .toList();
    }

    private ReleaseFile file(ReleaseFolder.Entry entry, @Nullable ReleaseTable table) {
        if (table != null) {
            return new ReleaseFile(
                    entry.name(), entry.size(), ReleaseFile.Status.READ, table, unreadColumns(entry, table));
        }
        boolean known = stemOf(entry.name()).filter("read_me"::equals).isPresent();
        ReleaseFile.Status status = known ? ReleaseFile.Status.KNOWN : ReleaseFile.Status.UNKNOWN;
        return new ReleaseFile(entry.name(), entry.size(), status, null, List.of());
    }

    private List<String> unreadColumns(ReleaseFolder.Entry entry, ReleaseTable table) {
        try (RowFile file = RowFile.open(folder, entry, table)) {
            return new ArrayList<>(new TreeSet<>(file.unreadColumns()));
        }
    }
}
