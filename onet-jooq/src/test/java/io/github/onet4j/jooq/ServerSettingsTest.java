package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.MySqlServer;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Servers and databases are set up in many ways: onet4j works, or says what to change. */
final class ServerSettingsTest extends OnEachEngine {
    private static final String UNUSUAL_TITLE = "Löwenbändiger 📈";

    @Test
    void withoutTheRightToCreateSomebodyElseRunsTheDdl() {
        String user = "u" + database.name().substring(database.name().length() - 20);
        execute(
                isMySql() ? "create user " + user + " identified by 'secret'" : "create role " + user + " login",
                isMySql()
                        ? "grant select on " + database.name() + ".* to " + user
                        : "revoke create on schema public from public");
        try {
            DataSource powerless = HostDataSource.of(database.jdbcUrl(), user, "secret");
            assertThatThrownBy(() -> Onet.create(powerless).build().schema().createOrUpgrade())
                    .isInstanceOf(OnetDatabaseException.class)
                    .hasMessageContaining("have another user run the output of OnetSchema.ddl()");
        } finally {
            execute((isMySql() ? "drop user " : "drop role ") + user);
        }
    }

    @Test
    void whereTransactionsAreReadOnlyByDefaultReadingWorksAndALoadSaysSo() {
        onetWith(MiniRelease.text());
        DataSource readOnly = HostDataSource.connecting(dataSource, connection -> {
            execute(
                    connection,
                    isMySql() ? "set session transaction read only" : "set default_transaction_read_only = on");
            return connection;
        });
        Onet onet = Onet.create(readOnly).build();

        assertAnswers(onet.catalog());
        OnetRelease other = open(MiniRelease.csv());
        assertThatThrownBy(() -> onet.load(other))
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining("read")
                .hasMessageEndingWith(
                        "by default_transaction_read_only, or because the server is a replica. What writes,"
                                + " and the first question for data to fetch, needs one that is not");
    }

    @Test
    void anotherSqlModeChangesNothing() {
        DataSource ansi = HostDataSource.connecting(dataSource, connection -> {
            execute(
                    connection,
                    isMySql() ? "set sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES'" : "set standard_conforming_strings = off");
            return connection;
        });

        assertLoadsAndAnswers(ansi);
    }

    @Test
    void aDatabaseInAnotherCharacterSetHoldsAnyText() {
        String name = database.name() + "_set";
        String ascii = " encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0";
        boolean choosesProvider = !isMySql() && Integer.parseInt(value("show server_version_num")) >= 150_000;
        execute("create database " + name
                + (isMySql() ? " character set latin1" : choosesProvider ? " locale_provider libc" + ascii : ascii));
        try {
            String url = database.jdbcUrl().replace(database.name(), name);
            assertLoadsAndAnswers(HostDataSource.of(url, database.user(), database.password()));
        } finally {
            execute("drop database " + name);
        }
    }

    @Test
    void mySqlMayKeepSmallPacketsAndSmallNames() {
        assumeTrue(isMySql(), "settings of MySQL");
        try (MySqlServer small = MySqlServer.start("lower-case-table-names=1", "max-allowed-packet=65536");
                DatabaseServer.Database other = small.newDatabase()) {
            assertLoadsAndAnswers(other.dataSource());
            assertLoadsAndAnswers(HostDataSource.withoutUnwrapping(other.dataSource()));
        }
    }

    private void assertLoadsAndAnswers(DataSource source) {
        Onet onet = Onet.create(source).build();
        onet.schema().createOrUpgrade();
        onet.schema().verify();
        MiniRelease release = MiniRelease.text().withRow("Job Titles.txt", "53-3033.00", UNUSUAL_TITLE, "", "08");
        onet.load(open(release));

        assertAnswers(onet.catalog());
        assertThat(onet.catalog().searchOccupations(UNUSUAL_TITLE, 1))
                .singleElement()
                .satisfies(match -> assertThat(match.title()).isEqualTo(UNUSUAL_TITLE));
    }

    private void assertAnswers(OnetCatalog catalog) {
        List<OnetSocCode> codes = List.of(new OnetSocCode("11-1011.00"), new OnetSocCode("53-3033.00"));
        OnetCatalog ofFile = open(MiniRelease.text()).catalog();
        assertThat(catalog.profiles(Domain.SKILLS, codes))
                .extracting(profile -> profile.elements().toString())
                .isEqualTo(ofFile.profiles(Domain.SKILLS, codes).stream()
                        .map(profile -> profile.elements().toString())
                        .toList());
    }
}
