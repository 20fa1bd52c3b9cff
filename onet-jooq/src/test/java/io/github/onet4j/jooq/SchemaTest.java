package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Origin;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaDifference;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.schema.DefaultSchema;
import io.github.onet4j.jooq.schema.Tables;
import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables in the host's database. */
final class SchemaTest extends OnEachEngine {
    private static final String MISSING_TABLES =
            "call onet.schema().createOrUpgrade(), or run the statements of onet.schema().ddl()";

    private @Nullable String restrictedUser;

    @AfterEach
    void dropUser() {
        if (restrictedUser != null) {
            execute(isMySql() ? "drop user " + restrictedUser : "drop owned by " + restrictedUser);
            if (!isMySql()) {
                execute("drop role " + restrictedUser);
            }
        }
    }

    @Test
    void isCreatedFromNothing() {
        Onet onet = onet();

        onet.schema().createOrUpgrade();

        onet.schema().verify();
        assertThat(rows("select slot, release_id, activated_at_utc from onet_active_release"))
                .containsExactly(Arrays.asList("1", null, null));
    }

    @Test
    void theRowThatReleasesLockIsPartOfIt() {
        Onet onet = onet();
        onet.schema().createOrUpgrade();
        execute("delete from onet_active_release");

        assertThat(onet.schema().differences())
                .containsExactly(new SchemaDifference("onet_active_release", "rows", "one", null));
        assertThatThrownBy(() -> onet.prune(0))
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining("the row of onet_active_release is missing")
                .hasMessageContaining("createOrUpgrade()");
        onet.schema().createOrUpgrade();
        onet.schema().verify();
        assertThat(onet.prune(0)).isEmpty();
    }

    @Test
    void isLeftAloneWhereItIsComplete() {
        onetWith(MiniRelease.text());
        Queue<String> statements = new ConcurrentLinkedQueue<>();

        Onet.create(HostDataSource.noting(dataSource, statements))
                .build()
                .schema()
                .createOrUpgrade();

        assertThat(statements).isNotEmpty().allSatisfy(sql -> assertThat(sql).startsWith("select "));
    }

    @Test
    void servesAUserWhoMayNotCreateTables() {
        onetWithTables();
        DataSource restricted = restrictedUser("select, insert, update, delete");

        Onet onet = Onet.create(restricted).build();
        onet.schema().createOrUpgrade();
        onet.schema().verify();
        onet.load(open(MiniRelease.text()));

        assertThat(onet.catalog().occupations()).hasSize(8);
    }

    @Test
    void tellsAUserWhoMayNotCreateTablesWhatToDo() {
        DataSource restricted = restrictedUser("select");
        OnetSchema schema = Onet.create(restricted).build().schema();

        assertThatThrownBy(schema::createOrUpgrade)
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageStartingWith("could not create or upgrade the schema: ")
                .hasMessageContaining("OnetSchema.ddl()");
        assertThat(rows("select table_name from information_schema.tables where table_name like 'onet%' and"
                        + " table_schema = '" + schemaOfTables() + "'"))
                .isEmpty();
    }

    @Test
    void isMissedByEveryMethodWithTheFix() {
        Onet onet = onet();

        assertThatThrownBy(() -> onet.catalog().occupations())
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining(MISSING_TABLES);
        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("11-1011", "15-1211"))
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining(MISSING_TABLES);
        assertThatThrownBy(() -> onet.load(open(MiniRelease.text())))
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining(MISSING_TABLES);
        assertThatThrownBy(onet::releases)
                .isInstanceOfSatisfying(
                        OnetDatabaseException.class,
                        e -> assertThat(e.sqlState()).contains(isMySql() ? "42S02" : "42P01"))
                .hasMessageContaining(MISSING_TABLES);
    }

    @Test
    void isCreatedOnceByEightNodesAtOnce() throws Exception {
        int nodes = 8;
        CyclicBarrier start = new CyclicBarrier(nodes);
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Onet node = Onet.create(HostDataSource.noting(database.dataSource(), statements))
                        .build();
                calls.add(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    node.schema().createOrUpgrade();
                    node.schema().verify();
                    return null;
                });
            }
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(statements.stream().filter(sql -> sql.startsWith("create table onet_release ")))
                .hasSize(1);
        assertThat(count("onet_active_release")).isEqualTo(1);
    }

    @Test
    void isNotCreatedBeforeTheOtherNodeHasCommitted() {
        Onet second = Onet.create(database.dataSource()).build();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        Onet first = Onet.create(HostDataSource.connecting(
                        dataSource,
                        connection ->
                                HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                                    if (method.getName().equals("commit")) {
                                        waiting.add(CompletableFuture.runAsync(second.schema()::createOrUpgrade));
                                        awaitSomebodyWaiting();
                                    }
                                    return HostDataSource.invoke(target, method, arguments);
                                })))
                .build();

        first.schema().createOrUpgrade();

        assertThat(waiting).hasSize(1).allSatisfy(other -> assertThat(other).succeedsWithin(ONE_MINUTE));
        assertThat(count("onet_active_release")).isEqualTo(1);
    }

    @Test
    void isNotLeftLockedByAConnectionThatCanNotUnlockIt() {
        assumeTrue(isMySql(), "PostgreSQL's lock ends with the transaction");
        Onet other = Onet.create(dataSource).lockTimeout(Duration.ofSeconds(1)).build();
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(1);
        config.setDataSource(HostDataSource.connecting(
                dataSource,
                connection -> HostDataSource.wrapped(Connection.class, connection, (target, method, arguments) -> {
                    if (arguments != null && String.valueOf(arguments[0]).contains("release_lock")) {
                        throw new SQLException("no unlocking");
                    }
                    return HostDataSource.invoke(target, method, arguments);
                })));
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet onet = Onet.create(pool).build();

            String log = loggedBy(onet.schema()::createOrUpgrade);

            assertThat(log).contains("WARN a connection could not be given back in order: no unlocking");
            execute("drop view onet_active_skill");
            other.schema().createOrUpgrade();
            onet.schema().verify();
        }
    }

    @Test
    void namesEveryDifference() {
        Onet onet = onetWithTables();
        execute("alter table onet_scale drop column scale_name");
        execute("drop index onet_assessment_ix" + (isMySql() ? " on onet_assessment" : ""));
        execute("drop view onet_active_skill", "drop table onet_job_title");
        if (isMySql()) {
            execute("alter table onet_rating modify n varchar(4)");
            execute("alter table onet_occupation modify title varchar(255)");
            execute("alter table onet_job_zone drop primary key");
        } else {
            execute("alter table onet_rating alter n type varchar(4)");
            execute("alter table onet_occupation alter title drop not null");
            execute("alter table onet_job_zone drop constraint onet_job_zone_pk");
        }

        List<String> differences = onet.schema().differences().stream()
                .map(SchemaDifference::toString)
                .toList();

        assertThat(differences)
                .containsExactlyInAnyOrder(
                        "onet_scale, column scale_name: expected varchar(255) not null, found nothing",
                        "onet_rating, column n: expected integer, found varchar(4)",
                        "onet_assessment, index onet_assessment_ix: expected [release_id, onetsoc_code, domain, model],"
                                + " found nothing",
                        "onet_occupation, column title: expected varchar(255) not null, found varchar(255)",
                        "onet_job_zone, primary key: expected [release_id, onetsoc_code], found nothing",
                        "onet_job_title: expected a table, found nothing",
                        "onet_active_skill: expected a view of [version, onetsoc_code, title, element_id, element_name,"
                                + " importance, level, importance_standard_error, level_standard_error,"
                                + " level_recommend_suppress, level_not_relevant, level_date_updated], found nothing");
        assertThatThrownBy(onet.schema()::verify)
                .isInstanceOfSatisfying(
                        SchemaMismatchException.class,
                        e -> assertThat(e.differences()).hasSize(7))
                .hasMessageContaining("createOrUpgrade()")
                .hasMessageContaining("onet_rating, column n: expected integer, found varchar(4)");
    }

    @Test
    void namesATableThatAViewStandsOn() {
        Onet onet = onetWithTables();
        execute("drop table onet_rating" + (isMySql() ? "" : " cascade"));

        assertThat(onet.schema().differences())
                .extracting(SchemaDifference::table, SchemaDifference::expected)
                .contains(tuple("onet_rating", "a table"));

        onet.schema().createOrUpgrade();
        onet.schema().verify();
    }

    @Test
    void doesNotMindColumnsIndexesAndTablesOfTheHost() {
        Onet onet = onetWithTables();
        execute(
                "alter table onet_occupation add column seen_by_us integer",
                "create index ours on onet_occupation (title)",
                "create table onet_notes (id integer)");

        onet.schema().verify();
        onet.load(open(MiniRelease.text()));

        assertThat(count("onet_occupation")).isEqualTo(8);
    }

    @Test
    void getsBackWhatIsMissingAndKeepsItsRows() {
        Onet onet = onetWith(MiniRelease.text());
        execute(
                "alter table onet_occupation add column seen_by_us integer",
                "alter table onet_rating drop column standard_error" + (isMySql() ? "" : " cascade"),
                "drop index onet_assessment_ix" + (isMySql() ? " on onet_assessment" : ""),
                "drop view if exists onet_active_skill",
                "drop table onet_job_title");
        long ratings = count("onet_rating");

        onet.schema().createOrUpgrade();

        onet.schema().verify();
        assertThat(count("onet_rating")).isEqualTo(ratings).isPositive();
        assertThat(count("onet_job_title")).isZero();
        assertThat(value("select count(seen_by_us) from onet_occupation")).isEqualTo("0");
        onet.load(open(MiniRelease.text().version("31.1", "December 2026")));
        assertThat(onet.catalog().searchOccupations("C++ Developer", 1)).hasSize(1);
    }

    @Test
    void takesWhatWebServicesAnswerOnceItIsUpgraded() {
        Onet onet = onetWith(MiniRelease.text());
        List<List<@Nullable String>> ratings = ratings();
        execute(
                "alter table onet_release drop column revision",
                "alter table onet_release drop column revision_id",
                "alter table onet_occupation drop column web_fetch_id",
                "alter table onet_rating drop column web_fetch_id",
                "alter table onet_rejected_row drop column web_fetch_id",
                "drop table onet_web_fetch",
                "drop table onet_web_response",
                "drop table onet_web_lookup");
        assertThatThrownBy(() -> onet.catalog().release())
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining(
                        "The tables of onet4j are of an older version: call onet.schema().createOrUpgrade()");

        onet.schema().createOrUpgrade();

        onet.schema().verify();
        assertThat(ratings()).isEqualTo(ratings).isNotEmpty();
        assertThat(rows("select distinct web_fetch_id from onet_rating")).containsExactly(Arrays.asList((String) null));
        assertThat(rows("select version, revision, revision_id from onet_release"))
                .containsExactly(Arrays.asList("31.0", null, null));
        assertThat(onet.skillGapAnalyzer().analyze("15-1251", "15-1211").to().origins())
                .containsExactly(new Origin(Origin.Kind.RELEASE, "31.0"));
    }

    @Test
    void takesWhatALanguageModelSaysOnceItIsUpgraded() {
        onetWith(MiniRelease.text());
        execute(
                "drop view onet_active_level",
                "drop table onet_assessed_level",
                "drop table onet_assessment",
                "drop table onet_model_call");
        Onet onet = Onet.create(dataSource)
                .languageModel(new AssessingModel(), "our-model")
                .build();
        assertThatThrownBy(() -> onet.assessments().assess("15-1251.00"))
                .isInstanceOf(OnetDatabaseException.class)
                .hasMessageContaining(MISSING_TABLES);

        onet.schema().createOrUpgrade();

        onet.schema().verify();
        assertThat(onet.assessments().assess("15-1251.00").levels()).isNotEmpty();
    }

    private List<List<@Nullable String>> ratings() {
        return rows("select onetsoc_code, domain, element_id, scale_id, data_value, standard_error from onet_rating"
                + " order by onetsoc_code, domain, element_id, scale_id");
    }

    @Test
    void getsBackAViewOfAnotherVersion() {
        Onet onet = onetWithTables();
        execute("drop view onet_active_skill", "create view onet_active_skill as select version from onet_release");

        onet.schema().createOrUpgrade();

        onet.schema().verify();
        assertThat(rows("select importance, level from onet_active_skill")).isEmpty();
    }

    @Test
    void isNotChangedWhereATypeIsAnother() {
        Onet onet = onetWithTables();
        execute(
                isMySql()
                        ? "alter table onet_level_anchor modify anchor_value varchar(9) not null"
                        : "alter table onet_level_anchor alter anchor_value type varchar(9)",
                "drop table onet_job_title");

        assertThatThrownBy(onet.schema()::createOrUpgrade)
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining(
                        "onet_level_anchor, column anchor_value: expected decimal(7, 4) not null, found varchar(9) not"
                                + " null");

        assertThat(onet.schema().differences())
                .extracting(SchemaDifference::part)
                .containsExactly("column anchor_value");
    }

    @Test
    void isTheSameFromThePrintedScript() {
        runScript(OnetSchema.ddl(engine));

        Onet onet = onet();
        onet.schema().verify();
        onet.load(open(MiniRelease.text()));

        assertThat(onet.catalog().occupations()).hasSize(8);
    }

    @Test
    void isPrintedForTheDatabaseItStandsIn() {
        assertThat(onet().schema().ddl()).isEqualTo(OnetSchema.ddl(engine));
    }

    @Test
    void standsInASchemaOfItsOwn() {
        worksInSchema("onet_apart");
    }

    @Test
    void standsInASchemaWhoseNameNeedsQuotes() {
        worksInSchema("O'Net \"4\" `j`-ü.%");
    }

    @Test
    void standsInASchemaThatIsCalledAsATable() {
        worksInSchema("onet_element");
    }

    @Test
    void standsInASchemaFromThePrintedScript() {
        String name = schemaName("onet script");
        createSchema(name);
        try {
            Onet onet = Onet.create(dataSource).schemaName(name).build();

            runScript(onet.schema().ddl());

            onet.schema().verify();
            assertThat(onet().schema().differences()).isNotEmpty();
        } finally {
            dropSchema(name);
        }
    }

    @Test
    void carriesItsComments() {
        onetWithTables();

        List<List<@Nullable String>> generated = new ArrayList<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            if (table.getOptions().type() != TableType.VIEW) {
                generated.add(Arrays.asList(table.getName(), null, table.getComment()));
                table.fieldStream()
                        .forEach(field ->
                                generated.add(Arrays.asList(table.getName(), field.getName(), field.getComment())));
            }
        }
        assertThat(comments()).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(generated);
        assertThat(comments())
                .contains(Arrays.asList("onet_rating", "data_value", "Mean of the raters' answers."))
                .anySatisfy(comment -> assertThat(comment.get(2)).contains("USDOL/ETA", "CC BY 4.0"))
                .noneMatch(comment -> String.valueOf(comment.get(2)).isBlank());
    }

    @Test
    void isWhatTheGeneratedTablesSay() throws SQLException {
        onetWithTables();

        List<String> generated = new ArrayList<>();
        List<String> live = new ArrayList<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            boolean isView = table.getOptions().type() == TableType.VIEW;
            for (Field<?> field : table.fields()) {
                int type = field.getDataType().getSQLType();
                // A text that is written into a view has a length on one engine and none on the other.
                boolean hasSize = !(isView && type == Types.VARCHAR);
                generated.add(table.getName() + "." + field.getName() + " " + type + (hasSize ? size(field) : "")
                        + (isView || field.getDataType().nullable() ? "" : " not null"));
            }
            live.addAll(liveColumns(table.getName(), isView));
            if (!isView) {
                generated.add(table.getName() + " "
                        + Objects.requireNonNull(table.getPrimaryKey()).getFields().stream()
                                .map(Field::getName)
                                .toList());
                live.add(table.getName() + " " + livePrimaryKey(table.getName()));
            }
        }

        assertThat(generated).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(live);
    }

    @Test
    void pairsImportanceAndLevelInItsView() {
        Onet onet = onetWith(MiniRelease.text());

        assertThat(rows("select version, title, element_name, importance, level, importance_standard_error,"
                        + " level_standard_error, level_recommend_suppress, level_not_relevant, level_date_updated"
                        + " from onet_active_skill where onetsoc_code = '15-1251.00' and element_id = '2.B.4.e'"))
                .containsExactly(List.of(
                        "31.0",
                        "Computer Programmers",
                        "Judgment and Decision Making",
                        "3.2500",
                        "3.3800",
                        "0.1637",
                        "0.1800",
                        "Y",
                        "N",
                        "2021-08-01"));
        assertThat(rows("select element_id, importance, level from onet_active_skill"
                        + " where onetsoc_code = '15-2051.02' order by element_id"))
                .containsExactly(List.of("2.A.1.a", "4.0000", "4.5000"), Arrays.asList("2.B.3.e", "2.5000", null));
        // Five occupations rated on all five skills, one on two.
        assertThat(count("onet_active_skill")).isEqualTo(27);
        assertThat(value("select count(*) from (select distinct onetsoc_code, element_id from onet_active_skill) t"))
                .isEqualTo("27");

        onet.load(open(MiniRelease.singleSkillsText()), LoadOptions.DEFAULTS.activation(LoadOptions.Activation.LATER));
        assertThat(value("select min(version) from onet_active_skill")).isEqualTo("31.0");

        onet.activate(onet.requireRelease("29.3"));
        assertThat(rows("select distinct version from onet_active_skill")).containsExactly(List.of("29.3"));
        assertThat(count("onet_active_skill")).isEqualTo(27);
    }

    @Test
    void ratesTasksInItsView() {
        Onet onet = onetWith(MiniRelease.text()
                .withRow(
                        "Task Statements.txt",
                        "53-3033.00",
                        "4243",
                        "Drive trucks.",
                        "n/a",
                        "n/a",
                        "07/2014",
                        "Analyst"));

        assertThat(rows("select version, onetsoc_code, title, task_id, task, task_type, importance, relevance,"
                        + " importance_standard_error, relevance_standard_error, importance_recommend_suppress,"
                        + " relevance_recommend_suppress, importance_date_updated"
                        + " from onet_active_task order by task_id"))
                .containsExactly(
                        List.of(
                                "31.0",
                                "53-3033.00",
                                "Light Truck Drivers",
                                "4242",
                                "Put up \"Wet Paint\" signs.",
                                "Core",
                                "3.7500",
                                "81.0500",
                                "0.1163",
                                "4.0400",
                                "N",
                                "N",
                                "2014-07-01"),
                        Arrays.asList(
                                "31.0",
                                "53-3033.00",
                                "Light Truck Drivers",
                                "4243",
                                "Drive trucks.",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));

        onet.load(open(MiniRelease.singleSkillsText()));
        assertThat(rows("select version, task_id from onet_active_task")).containsExactly(List.of("29.3", "4242"));
    }

    @Test
    void categorizesTechnologiesOfEachLayoutInItsView() {
        String query = "select version, onetsoc_code, title, technology, category, hot_technology, in_demand"
                + " from onet_active_technology order by onetsoc_code, technology";
        Onet onet = onetWith(MiniRelease.text());
        List<List<@Nullable String>> byElement = rows(query);
        onet.load(open(MiniRelease.singleSkillsText()));
        List<List<@Nullable String>> byCommodity = rows(query);

        assertThat(byElement)
                .hasSize(4)
                .startsWith(List.of(
                        "31.0",
                        "11-1011.00",
                        "Chief Executives",
                        "Adobe Acrobat",
                        "Document management software",
                        "Y",
                        "N"));
        assertThat(byCommodity)
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo("29.3"))
                .extracting(row -> row.subList(1, row.size()))
                .containsExactlyElementsOf(byElement.stream()
                        .map(row -> row.subList(1, row.size()))
                        .toList());
    }

    @Test
    void namesTheAnswersOnEducationInItsView() {
        onetWith(MiniRelease.text()
                .withRow(
                        "Education.txt",
                        "15-1252.00",
                        "2.D.1",
                        "Required Level of Education",
                        "RL",
                        "7",
                        "100.00",
                        "28",
                        "0.0000",
                        "n/a",
                        "n/a",
                        "N",
                        "08/2023",
                        "Incumbent"));

        assertThat(rows("select version, onetsoc_code, title, scale_id, category, education, percent, standard_error,"
                        + " recommend_suppress, date_updated"
                        + " from onet_active_education order by onetsoc_code, category"))
                .containsExactly(
                        List.of(
                                "31.0",
                                "11-1011.00",
                                "Chief Executives",
                                "RL",
                                "6",
                                "Bachelor's Degree",
                                "40.0000",
                                "9.4200",
                                "N",
                                "2023-08-01"),
                        List.of(
                                "31.0",
                                "11-1011.00",
                                "Chief Executives",
                                "RL",
                                "8",
                                "Master's Degree",
                                "60.0000",
                                "9.4200",
                                "N",
                                "2023-08-01"),
                        Arrays.asList(
                                "31.0",
                                "15-1252.00",
                                "Software Developers",
                                "RL",
                                "7",
                                null,
                                "100.0000",
                                "0.0000",
                                "N",
                                "2023-08-01"));
    }

    @Test
    void showsOfficialAndAssessedLevelsSideBySide() {
        Onet onet = onetWith(MiniRelease.text());
        int release = onet.requireRelease("31.0").id();
        execute(
                assessment(1, release, "15-1252.00", "SKILLS", "older"),
                level(1, release, "2.A.1.a", "7.0"),
                assessment(2, release, "15-1252.00", "SKILLS", "newer"),
                level(2, release, "2.A.1.a", "5.5"),
                level(2, release, "2.B.3.e", "null"),
                assessment(3, release, "15-1252.00", "KNOWLEDGE", "newest"),
                level(3, release, "2.C.3.a", "6.0"),
                assessment(4, release, "15-1251.00", "SKILLS", "newest"),
                level(4, release, "2.A.1.a", "6.5"));

        assertThat(rows("select version, title, element_id, element_name, source, model, level, proficiency,"
                        + " explanation from onet_active_level where onetsoc_code = '15-1252.00' order by"
                        + " element_id"))
                .containsExactly(
                        List.of(
                                "31.0",
                                "Software Developers",
                                "2.A.1.a",
                                "Reading Comprehension",
                                "ASSESSED",
                                "newer",
                                "5.5000",
                                "ADVANCED",
                                "Why not."),
                        Arrays.asList(
                                "31.0",
                                "Software Developers",
                                "2.B.3.e",
                                "Programming",
                                "ASSESSED",
                                "newer",
                                null,
                                "ADVANCED",
                                "Why not."));
        assertThat(rows("select source, model, level, proficiency, explanation from onet_active_level"
                        + " where onetsoc_code = '15-1251.00' and element_id = '2.A.1.a' order by source desc"))
                .containsExactly(
                        Arrays.asList("OFFICIAL", null, "4.0000", null, null),
                        List.of("ASSESSED", "newest", "6.5000", "ADVANCED", "Why not."));
        // Five occupations rated on all five skills, one on one.
        assertThat(count("onet_active_level where source = 'OFFICIAL'")).isEqualTo(26);
        assertThat(count("onet_active_level where source = 'ASSESSED'")).isEqualTo(3);

        onet.load(open(MiniRelease.singleSkillsText()));
        assertThat(rows("select distinct version, source from onet_active_level"))
                .containsExactly(List.of("29.3", "OFFICIAL"));
    }

    private static String assessment(int id, int release, String code, String domain, String model) {
        return "insert into onet_assessment (assessment_id, release_id, onetsoc_code, domain, model, prompt_sha256,"
                + " call_id, assessed_at_utc) values (" + id + ", " + release + ", '" + code + "', '" + domain + "', '"
                + model
                + "', 'x', 1, timestamp '2026-11-22 10:00:00')";
    }

    private static String level(int assessment, int release, String elementId, String level) {
        return "insert into onet_assessed_level (assessment_id, element_id, release_id, proficiency, assessed_level,"
                + " explanation) values (" + assessment + ", '" + elementId + "', " + release + ", 'ADVANCED', " + level
                + ", 'Why not.')";
    }

    @Test
    void isNotCreatedInMidTransactionWhereDdlWouldCommitIt() throws SQLException {
        execute("create table host_work (id integer)");
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into host_work values (1)");
            OnetSchema schema =
                    Onet.create(HostDataSource.of(connection)).build().schema();

            if (isMySql()) {
                assertThatThrownBy(schema::createOrUpgrade)
                        .isInstanceOf(OnetDatabaseException.class)
                        .hasMessageContaining("commits at every DDL statement")
                        .hasMessageContaining("TransactionMode.ALWAYS");
            } else {
                schema.createOrUpgrade();
                schema.verify();
            }
            connection.rollback();
        }

        assertThat(count("host_work")).isZero();
        assertThat(onet().schema().differences())
                .as("none of the 43 tables, and none of the 5 views, has come to stay")
                .hasSize(48);
    }

    @Test
    void letsAHostGoOnWithItsOwnLockTimeout() throws SQLException {
        String question = isMySql() ? "select @@session.innodb_lock_wait_timeout" : "show lock_timeout";
        try (Connection connection = dataSource.getConnection()) {
            String before = rows(connection, question).toString();
            connection.setAutoCommit(isMySql());

            Onet.create(HostDataSource.of(connection)).build().schema().createOrUpgrade();

            assertThat(rows(connection, question)).hasToString(before);
        }
    }

    @Test
    void waitsForAnotherCreationAndSaysForHowLong() throws SQLException {
        Onet onet = Onet.create(dataSource).lockTimeout(Duration.ofSeconds(1)).build();
        try (Connection other = dataSource.getConnection()) {
            if (isMySql()) {
                execute(other, "select get_lock('onet4j." + database.name() + "', 0)");
            } else {
                other.setAutoCommit(false);
                execute(other, "select pg_advisory_xact_lock(hashtext('onet4j'), hashtext('public'))");
            }

            assertThatThrownBy(onet.schema()::createOrUpgrade)
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("creating the schema")
                    .hasMessageContaining("for 1 s");
        }
    }

    private void worksInSchema(String plainName) {
        String name = schemaName(plainName);
        createSchema(name);
        try {
            Onet onet = Onet.create(dataSource).schemaName(name).build();
            assertThat(onet.schema().differences()).isNotEmpty();
            onet.schema().createOrUpgrade();
            onet.schema().verify();

            LoadReport first = onet.load(open(MiniRelease.text()));
            onet.load(open(MiniRelease.singleSkillsText()));
            onet.activate(first.release());

            assertThat(first.path()).contains(isMySql() ? LoadPath.LOAD_DATA_LOCAL : LoadPath.COPY);
            assertThat(onet.catalog().searchOccupations("programmer", 3)).isNotEmpty();
            assertThat(onet.skillGapAnalyzer().analyze("15-1251", "15-1211").gaps())
                    .isNotEmpty();
            assertThat(onet.dsl().fetchCount(Tables.ONET_ACTIVE_SKILL)).isEqualTo(27);
            assertThat(onet.prune(0)).hasSize(1);
            assertThatCode(onet.schema()::createOrUpgrade).doesNotThrowAnyException();
            assertThat(onet().schema().differences())
                    .as("the connection's own schema stays empty")
                    .hasSize(48);
        } finally {
            dropSchema(name);
        }
    }

    /** A schema of PostgreSQL's is part of its database; on MySQL it is another database of the server. */
    private String schemaName(String plainName) {
        return isMySql() && !plainName.equals("onet_element")
                ? plainName + database.name().substring(database.name().length() - 8)
                : plainName;
    }

    private void createSchema(String name) {
        execute("create schema " + quoted(name));
    }

    private void dropSchema(String name) {
        execute("drop schema " + quoted(name) + (isMySql() ? "" : " cascade"));
    }

    private String quoted(String name) {
        return isMySql() ? "`" + name.replace("`", "``") + "`" : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private void runScript(String script) {
        assertThat(script).endsWith(";\n");
        for (String statement : script.substring(0, script.length() - 2).split(";\n", -1)) {
            execute(statement);
        }
    }

    private String schemaOfTables() {
        return isMySql() ? database.name() : "public";
    }

    /** Table, column and comment; the comment of a table itself has no column. */
    private List<List<@Nullable String>> comments() {
        return rows(isMySql() ? """
                select table_name, null, table_comment from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE'
                union all
                select table_name, column_name, column_comment
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = database() and table_type = 'BASE TABLE'
                """ : """
                select c.relname, a.attname, d.description
                from pg_class c join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
                where c.relnamespace = 'public'::regnamespace
                """);
    }

    private static String size(Field<?> field) {
        return switch (field.getDataType().getTypeName()) {
            case "varchar" -> "(" + field.getDataType().length() + ")";
            case "decimal", "numeric" ->
                "(" + field.getDataType().precision() + ","
                        + field.getDataType().scale() + ")";
            default -> "";
        };
    }

    private List<String> liveColumns(String table, boolean isView) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet row = columns(connection.getMetaData(), table)) {
            while (row.next()) {
                String name = row.getString("TYPE_NAME");
                boolean isText = name.equals("text") || name.equals("LONGTEXT");
                // To PostgreSQL's driver decimal is numeric; to jOOQ a text without a limit is a varchar without one.
                int type = switch (name) {
                    case "numeric" -> Types.DECIMAL;
                    case "text", "LONGTEXT" -> Types.VARCHAR;
                    default -> row.getInt("DATA_TYPE");
                };
                String size = switch (type) {
                    case Types.VARCHAR -> isText || isView ? "" : "(" + row.getInt("COLUMN_SIZE") + ")";
                    case Types.DECIMAL -> "(" + row.getInt("COLUMN_SIZE") + "," + row.getInt("DECIMAL_DIGITS") + ")";
                    default -> "";
                };
                columns.add(table + "." + row.getString("COLUMN_NAME") + " " + type + size
                        + (isView || row.getString("IS_NULLABLE").equals("YES") ? "" : " not null"));
            }
        }
        return columns;
    }

    private ResultSet columns(DatabaseMetaData metaData, String table) throws SQLException {
        return isMySql()
                ? metaData.getColumns(database.name(), null, table, null)
                : metaData.getColumns(null, "public", table, null);
    }

    private List<String> livePrimaryKey(String table) throws SQLException {
        TreeSet<String> ordered = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet row = isMySql()
                        ? connection.getMetaData().getPrimaryKeys(database.name(), null, table)
                        : connection.getMetaData().getPrimaryKeys(null, "public", table)) {
            while (row.next()) {
                ordered.add(row.getShort("KEY_SEQ") + row.getString("COLUMN_NAME"));
            }
        }
        return ordered.stream().map(column -> column.substring(1)).toList();
    }

    /** A user who was granted some rights on the tables that are there, and none to create any. */
    private DataSource restrictedUser(String rights) {
        String user = "u" + database.name().substring(database.name().length() - 20);
        restrictedUser = user;
        if (isMySql()) {
            execute(
                    "create user " + user + " identified by 'pw'",
                    "grant " + rights + " on " + database.name() + ".* to " + user);
        } else {
            execute(
                    "create role " + user + " login password 'pw'",
                    "revoke create on schema public from public",
                    "grant " + rights + " on all tables in schema public to " + user);
        }
        String url = database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "allowLoadLocalInfile=true";
        return HostDataSource.of(url, user, "pw");
    }
}
