package io.github.onet4j.jooq.internal.load;

import static io.github.onet4j.jooq.schema.Tables.*;

import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.jooq.internal.database.BulkPath;
import io.github.onet4j.jooq.internal.database.CallbackException;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.SchemaDdl;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadProgress;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseRows;
import io.github.onet4j.release.ReleaseTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads one release in one transaction, table by table. */
public final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);
    private static final int REJECTED_ROWS_NAMED = 1000;

    private final Database database;
    private final OnetRelease release;
    private final LoadOptions options;
    private final Session session;
    private final BulkPath path;
    private final int releaseId;
    private final ElementRows elements = new ElementRows();
    private final List<RejectedRow> rejectedNow = new ArrayList<>();
    private final List<RejectedRow> firstRejected = new ArrayList<>();
    private final Map<String, FileCount> counts = new LinkedHashMap<>();
    private final long bytesTotal;
    private long bytesOfFinishedTables;
    private int rejections;

    private Loader(Database database, OnetRelease release, LoadOptions options, Session session, int releaseId)
            throws SQLException {
        this.database = database;
        this.release = release;
        this.options = options;
        this.session = session;
        this.path = database.bulkPath(session);
        this.releaseId = releaseId;
        this.bytesTotal = Math.max(
                1,
                release.files().stream()
                        .filter(file -> isWanted(file, options))
                        .mapToLong(ReleaseFile::size)
                        .sum());
        for (ReleaseFile file : release.files()) {
            if (isWanted(file, options)) {
                count(Objects.requireNonNull(file.table()), file.name());
            }
        }
    }

    /** Loads a release under a new number. The caller holds the lock, and activates. */
    public static Loaded load(Database database, OnetRelease release, LoadOptions options, Session session)
            throws SQLException {
        int releaseId = insertRelease(session, release, tables(release, options));
        return new Loader(database, release, options, session, releaseId).load();
    }

    /** Refreshes the planner's statistics, without which it may read whole tables to find one occupation. */
    public static void refreshStatistics(Database database) {
        try {
            database.write("refresh the planner's statistics", session -> {
                for (Table<?> table : SchemaDdl.tables()) {
                    if (!table.equals(ONET_ACTIVE_RELEASE)) {
                        database.dialect().analyze(session.connection(), database.qualified(table));
                    }
                }
                return true;
            });
        } catch (RuntimeException e) {
            // Of the database, the pool or the driver: the rows are committed, so the load must not fail now.
            LOG.warn("the rows are stored, but the planner's statistics are not refreshed: {}", e.getMessage(), e);
        }
    }

    /** The outcome of a load, by file. */
    public record Loaded(int releaseId, BulkPath path, List<LoadReport.FileLoad> files) {}

    /** Returns the tables to load that a release has, in the order in which they are best read. */
    static Set<ReleaseTable> tables(OnetRelease release, LoadOptions options) {
        Set<ReleaseTable> tables = EnumSet.copyOf(options.tables());
        tables.retainAll(release.tables());
        return tables;
    }

    private static boolean isWanted(ReleaseFile file, LoadOptions options) {
        return file.table() != null && options.tables().contains(file.table());
    }

    private static int insertRelease(Session session, OnetRelease release, Set<ReleaseTable> tables) {
        ReleaseInfo info = release.info();
        return session.dsl()
                .insertInto(ONET_RELEASE)
                .set(ONET_RELEASE.VERSION, info.version())
                .set(
                        ONET_RELEASE.RELEASE_MONTH,
                        info.date() == null ? null : info.date().atDay(1))
                .set(ONET_RELEASE.LAYOUT, release.layout().name())
                .set(ONET_RELEASE.SOURCE_NAME, sourceName(release))
                .set(ONET_RELEASE.SHA256, info.sha256())
                .set(ONET_RELEASE.LOADED_AT_UTC, Releases.nowUtc())
                .set(ONET_RELEASE.REVISION_ID, Releases.newRevisionId())
                .set(ONET_RELEASE.LOADED_TABLES, Releases.names(tables))
                .returning(ONET_RELEASE.RELEASE_ID)
                .fetchSingle(ONET_RELEASE.RELEASE_ID);
    }

    private static String sourceName(OnetRelease release) {
        String name = String.valueOf(release.path().toAbsolutePath().normalize().getFileName());
        int limit = ONET_RELEASE.SOURCE_NAME.getDataType().length();
        return name.length() <= limit ? name : name.substring(0, limit);
    }

    private Loaded load() throws SQLException {
        for (ReleaseTable table : tables(release, options)) {
            load(table);
        }
        store(ONET_ELEMENT, Arrays.asList(ONET_ELEMENT.fields()), elements.rows(releaseId));
        if (rejections > 0 && options.rejectedRows() == LoadOptions.RejectedRows.FAIL) {
            throw new LoadRejectedException(rejections, firstRejected);
        }
        return new Loaded(releaseId, path, fileLoads());
    }

    private void load(ReleaseTable table) throws SQLException {
        try (ReleaseRows rows = release.rows(table, row -> reject(table, row))) {
            Iterator<ReleaseRow> counted = new CountedRows(table, rows);
            if (table == ReleaseTable.CONTENT_MODEL_REFERENCE) {
                counted.forEachRemaining(elements::addReference);
            } else {
                TableMapping mapping = TableMapping.of(table, releaseId);
                store(mapping.target(), mapping.fields(), new MappedRows(counted, mapping));
            }
            bytesOfFinishedTables += rows.bytesRead();
            report(new LoadProgress(table, rows.rowsRead(), bytesOfFinishedTables, bytesTotal));
        }
        storeRejected();
    }

    private void report(LoadProgress progress) {
        CallbackException.guard(() -> options.progress().accept(progress));
    }

    private void store(Table<?> table, List<? extends Field<?>> fields, Iterator<@Nullable String[]> rows)
            throws SQLException {
        path.load(session.connection(), database.qualified(table), fields, () -> rows.hasNext() ? rows.next() : null);
    }

    private void reject(ReleaseTable table, RejectedRow row) {
        rejections++;
        count(table, row.file()).rejected++;
        if (firstRejected.size() < REJECTED_ROWS_NAMED) {
            firstRejected.add(row);
        }
        if (options.rejectedRows() == LoadOptions.RejectedRows.KEEP_ASIDE) {
            rejectedNow.add(row);
        }
    }

    private void storeRejected() throws SQLException {
        int first = rejections - rejectedNow.size() + 1;
        List<@Nullable String[]> rows = new ArrayList<>(rejectedNow.size());
        for (RejectedRow row : rejectedNow) {
            rows.add(RejectedRows.values(releaseId, first + rows.size(), row, null));
        }
        rejectedNow.clear();
        store(ONET_REJECTED_ROW, RejectedRows.FIELDS, rows.iterator());
    }

    private FileCount count(ReleaseTable table, String file) {
        return counts.computeIfAbsent(file, name -> new FileCount(table));
    }

    private List<LoadReport.FileLoad> fileLoads() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue().fileLoad(entry.getKey()))
                .toList();
    }

    private static final class FileCount {
        private final ReleaseTable table;
        private long stored;
        private long rejected;

        FileCount(ReleaseTable table) {
            this.table = table;
        }

        LoadReport.FileLoad fileLoad(String name) {
            return new LoadReport.FileLoad(name, table, stored + rejected, stored, rejected);
        }
    }

    /** Counts the rows that pass, collects their elements, and reports progress. */
    private final class CountedRows implements Iterator<ReleaseRow> {
        private final ReleaseTable table;
        private final ReleaseRows rows;
        private final @Nullable String domain;
        private @Nullable FileCount count;
        private @Nullable String file;
        private long untold;

        CountedRows(ReleaseTable table, ReleaseRows rows) {
            this.table = table;
            this.rows = rows;
            this.domain = table.domain().map(Enum::name).orElse(null);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public ReleaseRow next() {
            ReleaseRow row = rows.next();
            if (count == null || !row.file().equals(file)) {
                file = row.file();
                count = count(table, row.file());
            }
            count.stored++;
            if (domain != null) {
                elements.addRated(row, domain);
            }
            if (++untold == LoadOptions.ROWS_BETWEEN_PROGRESS) {
                untold = 0;
                long bytes = bytesOfFinishedTables + rows.bytesRead();
                report(new LoadProgress(table, rows.rowsRead(), bytes, bytesTotal));
            }
            return row;
        }
    }

    private record MappedRows(Iterator<ReleaseRow> rows, TableMapping mapping) implements Iterator<@Nullable String[]> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public @Nullable String[] next() {
            return mapping.values(rows.next());
        }
    }
}
