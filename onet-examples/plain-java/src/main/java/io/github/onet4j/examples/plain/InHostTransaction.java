package io.github.onet4j.examples.plain;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.ControlFlowSignal;

/**
 * Loads a release inside a transaction of the host, together with a row in a table of the host: a rollback removes
 * both, a commit keeps both.
 *
 * <p>Run it with {@code onet-examples/plain-java/run InHostTransaction [JDBC_URL USER [RELEASE]]}; the environment
 * variable {@code DB_PASSWORD} holds the password.
 */
public final class InHostTransaction {
    private static final Table<Record> IMPORT_LOG = table(name("import_log"));
    private static final Field<Integer> RELEASE_ID = field(name("release_id"), INTEGER.notNull());
    private static final Field<String> VERSION =
            field(name("version"), VARCHAR(16).notNull());

    private InHostTransaction() {}

    /** Takes a JDBC URL, a user, and the path of a release. */
    public static void main(String[] arguments) {
        OnetRelease release = OnetRelease.open(Path.of(arguments[2]));
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setUsername(arguments[1]);
            dataSource.setPassword(System.getenv("DB_PASSWORD"));

            // Before the transaction, since MySQL commits on every DDL statement.
            Onet onet = Onet.create(dataSource).build();
            onet.schema().createOrUpgrade();
            DSLContext dsl = onet.dsl();
            dsl.createTableIfNotExists(IMPORT_LOG).columns(RELEASE_ID, VERSION).execute();

            loadAndRollBack(dsl, release);
            printWhatIsThere("Rolled back", onet);

            loadAndCommit(dsl, release);
            printWhatIsThere("Committed", onet);
            System.out.println(onet.catalog().release().attribution());
        }
    }

    static void loadAndRollBack(DSLContext dsl, OnetRelease release) {
        try {
            dsl.transaction(transaction -> {
                loadAndLog(transaction.dsl(), release);
                // Any exception rolls back; jOOQ has this one, without a stack trace, for the purpose.
                throw new ControlFlowSignal("the host has changed its mind");
            });
        } catch (ControlFlowSignal changeOfMind) {
            System.out.println("Not kept: " + changeOfMind.getMessage());
        }
    }

    static void loadAndCommit(DSLContext dsl, OnetRelease release) {
        dsl.transaction(transaction -> loadAndLog(transaction.dsl(), release));
        // Only a load that commits by itself refreshes the planner's statistics; after this one, run ANALYZE yourself.
    }

    private static void loadAndLog(DSLContext transaction, OnetRelease release) {
        LoadReport report = Onet.create(transaction).build().load(release);
        transaction
                .insertInto(IMPORT_LOG, RELEASE_ID, VERSION)
                .values(report.release().id(), report.release().info().version())
                .execute();
        System.out.printf("Loaded %d rows, committed by onet4j: %s%n", report.rowsStored(), report.committed());
    }

    private static void printWhatIsThere(String how, Onet onet) {
        System.out.printf(
                "%s: %d releases in onet4j's tables, %d rows in the host's table%n",
                how, onet.releases().size(), onet.dsl().fetchCount(IMPORT_LOG));
    }
}
