package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.schema.Tables;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.MySqlServer;
import io.github.onet4j.testing.PostgresServer;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A load that is cut off changes nothing. */
final class CrashTest extends OnEachEngine {
    @Test
    void ofTheServerLeavesNothingOfALoad() {
        assumeTrue(server().canBeKilled(), "a server named by a system property is not killed");
        try (DatabaseServer own = isMySql() ? MySqlServer.start() : PostgresServer.start();
                DatabaseServer.Database crashed = own.newDatabase()) {
            Onet onet = Onet.create(crashed.dataSource()).build();
            onet.schema().createOrUpgrade();
            onet.load(open(MiniRelease.singleSkillsText()));
            OnetRelease release = open(withTitles(20_000));

            assertThatThrownBy(() -> onet.load(release, atTheFirstTitles(own::kill)))
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageStartingWith("could not load O*NET 31.0");
            assertThatThrownBy(onet::releases).isInstanceOf(OnetDatabaseException.class);

            own.restart();

            assertThat(onet.releases()).hasSize(1);
            assertThat(onet.catalog().release().version()).isEqualTo("29.3");
            assertThat(onet.dsl().fetchCount(Tables.ONET_JOB_TITLE)).isEqualTo(9);
            onet.schema().verify();
            LoadReport report = onet.load(release);
            assertThat(report.outcome()).isEqualTo(LoadReport.Outcome.LOADED);
            assertThat(onet.dsl().fetchCount(Tables.ONET_JOB_TITLE)).isEqualTo(20_009);
        }
    }

    @Test
    void ofTheConnectionLeavesNothingOfALoad() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        long before = countAll();
        AtomicReference<String> id = new AtomicReference<>();
        DataSource watched = HostDataSource.connecting(dataSource, connection -> {
            id.set(rows(connection, isMySql() ? "select connection_id()" : "select pg_backend_pid()")
                    .toString()
                    .replaceAll("\\D", ""));
            return connection;
        });
        OnetRelease release = open(withTitles(20_000));

        assertThatThrownBy(() -> Onet.create(watched)
                        .build()
                        .load(
                                release,
                                atTheFirstTitles(() -> execute(
                                        isMySql() ? "kill " + id : "select pg_terminate_backend(" + id + ", 10000)"))))
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageStartingWith("could not load O*NET 31.0");

        assertThat(countAll()).isEqualTo(before);
        assertThat(onet.catalog().release().version()).isEqualTo("29.3");
        assertThat(onet.load(release).outcome()).isEqualTo(LoadReport.Outcome.LOADED);
    }

    /** In the middle of the table, while its rows are on their way. */
    private static LoadOptions atTheFirstTitles(Runnable blow) {
        return LoadOptions.DEFAULTS.progress(progress -> {
            if (progress.table() == ReleaseTable.JOB_TITLES && progress.rows() == 5000) {
                blow.run();
            }
        });
    }

    private static MiniRelease withTitles(int count) {
        StringBuilder titles = new StringBuilder("O*NET-SOC Code\tJob Title\tShort Title\tSource(s)\r\n");
        for (int i = 0; i < count; i++) {
            titles.append("15-1252.00\tDeveloper ").append(i).append("\tn/a\t08\r\n");
        }
        return MiniRelease.text().withFile("Job Titles.txt", titles.toString());
    }
}
