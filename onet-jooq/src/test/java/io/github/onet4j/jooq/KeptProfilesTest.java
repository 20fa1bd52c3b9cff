package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadOptions.AlreadyLoaded;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What has been read of a revision stays in memory, and is never out of date. */
final class KeptProfilesTest extends OnEachEngine {
    private static final int READERS = 64;
    private static final OnetSocCode CHIEFS = new OnetSocCode("11-1011.00");
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void costsOneSmallStatementForEachAnswer() {
        onetWith(MiniRelease.text());
        Onet onet = Onet.create(counting()).build();
        SkillGapAnalyzer analyzer = onet.skillGapAnalyzer();

        assertThat(statementsOf(() -> analyzer.analyze("15-1251", "15-1211"))).isEqualTo(3);
        assertThat(statementsOf(() -> analyzer.analyze("15-1251", "15-1211"))).isEqualTo(1);
        assertThat(statements).allMatch(sql -> !sql.contains("onet_rating"));
        assertThat(statementsOf(() -> analyzer.analyze("15-1211", "15-1251"))).isEqualTo(1);
        assertThat(connections).hasValue(1);
        assertThat(statementsOf(() -> onet.catalog().occupations())).isEqualTo(1);
        assertThat(statementsOf(() -> onet.catalog().elements(Domain.SKILLS))).isEqualTo(1);
        assertThat(statementsOf(() -> onet.catalog().relatedOccupations(PROGRAMMERS)))
                .isEqualTo(3);
        assertThat(statementsOf(() -> onet.catalog().relatedOccupations(PROGRAMMERS)))
                .isEqualTo(1);
        assertThat(statementsOf(() -> onet.catalog().ratedOccupations(Domain.SKILLS)))
                .isEqualTo(3);
        assertThat(statementsOf(() -> onet.catalog().ratedOccupations(Domain.SKILLS)))
                .isEqualTo(1);
        assertThat(statementsOf(() -> onet.catalog().tasks(PROGRAMMERS))).isEqualTo(4);
        assertThat(statementsOf(() -> onet.catalog().tasks(PROGRAMMERS))).isEqualTo(1);
        assertThat(statementsOf(() -> onet.catalog().technologies(PROGRAMMERS))).isEqualTo(3);
        assertThat(statementsOf(() -> onet.catalog().technologies(PROGRAMMERS))).isEqualTo(1);
        assertThat(statementsOf(() -> onet.catalog().jobZones())).isEqualTo(3);
        assertThat(statementsOf(() -> onet.catalog().jobZones())).isEqualTo(1);
        onet.catalog().occupationsNeeding("2.A.1.a", 1);
        assertThat(statementsOf(() -> onet.catalog().occupationsNeeding("2.B.3.e", 1)))
                .isEqualTo(1);
    }

    @Test
    void readsTheRelatedOccupationsOfAllAtOnceForWhoAsksForMany() {
        MiniRelease release = MiniRelease.text();
        for (int i = 10; i < 60; i++) {
            String code = "99-10" + i + ".00";
            release = release.withRow("Occupation Data.txt", code, "Made Up " + i, "Made up.")
                    .withRow("Related Occupations.txt", code, PROGRAMMERS.value(), "Primary-Short", "1");
        }
        onetWith(release);
        OnetCatalog files = open(release).catalog();
        Onet onet = Onet.create(counting()).build();
        List<Occupation> occupations = onet.catalog().occupations();

        int all = statementsOf(() -> assertThat(occupations)
                .allSatisfy(occupation -> assertThat(onet.catalog().relatedOccupations(occupation.code()))
                        .isEqualTo(files.relatedOccupations(occupation.code()))));

        assertThat(occupations).hasSizeGreaterThan(50);
        assertThat(all)
                .as("a look at the revision each; twenty lists and one of all others, with a look after each")
                .isEqualTo(occupations.size() + 2 * 20 + 2);
    }

    @Test
    void refusesAnUnratedOccupationAtThePriceOfAnAnswer() {
        onetWith(MiniRelease.text());
        SkillGapAnalyzer analyzer = Onet.create(counting()).build().skillGapAnalyzer();
        Runnable refused = () -> assertThatThrownBy(() -> analyzer.analyze("15-1251", "15-1252"))
                .isInstanceOf(UnratedOccupationException.class);
        analyzer.analyze("15-1251", "15-1211");

        assertThat(statementsOf(refused)).as("the first time").isEqualTo(6);
        assertThat(connections).hasValue(2);
        assertThat(statementsOf(refused)).isEqualTo(1);
        assertThat(connections).hasValue(1);
        assertThat(statements).allMatch(sql -> !sql.contains("onet_rating") && !sql.contains("onet_related"));
    }

    @Test
    void readsEachTimeIfTheHostSaysSo() {
        onetWith(MiniRelease.text());
        Onet onet = Onet.create(counting()).keepProfiles(false).build();
        Profile before = profile(onet.catalog());

        execute("update onet_rating set data_value = 1.23 where onetsoc_code = '15-1251.00'");

        assertThat(profile(onet.catalog())).isNotEqualTo(before);
        assertThat(statementsOf(() -> profile(onet.catalog()))).isEqualTo(1);
        assertThat(statements).allMatch(sql -> sql.contains("onet_rating"));
    }

    @Test
    void findsOccupationsByLevelAlikeFromMemoryAndFromTheDatabase() {
        OnetCatalog keeping = onetWith(MiniRelease.text()).catalog();
        OnetCatalog asking = Onet.create(dataSource).keepProfiles(false).build().catalog();

        for (Element element : keeping.elements(Domain.SKILLS)) {
            for (double level : new double[] {Double.NEGATIVE_INFINITY, 0, 1, 3.5, Double.POSITIVE_INFINITY}) {
                assertThat(asking.occupationsNeeding(element.id(), level))
                        .as("%s at %s", element, level)
                        .isEqualTo(keeping.occupationsNeeding(element.id(), level));
            }
        }
        assertThat(asking.occupationsNeeding("2.A.1.a", 1)).isNotEmpty();
        execute("update onet_rating set data_value = 6.99 where onetsoc_code = '15-1251.00' and scale_id = 'LV'");
        assertThat(asking.occupationsNeeding("2.A.1.a", 6.9))
                .extracting(need -> need.occupation().code())
                .containsExactly(PROGRAMMERS);
    }

    @Test
    void isForgottenOnRequest() {
        Onet onet = onetWith(MiniRelease.text());
        Profile before = profile(onet.catalog());
        int rated = onet.catalog().ratedOccupations(Domain.SKILLS).size();
        execute("delete from onet_rating where onetsoc_code = '15-1251.00'");
        assertThat(profile(onet.catalog())).isEqualTo(before);

        onet.refresh();

        assertThat(profile(onet.catalog()).elements()).isEmpty();
        assertThat(onet.catalog().ratedOccupations(Domain.SKILLS)).hasSize(rated - 1);
    }

    @Test
    void losesNothing() {
        OnetRelease release = open(MiniRelease.text());
        Onet onet = onetWithTables();
        onet.load(release);
        OnetCatalog inMemory = release.catalog();
        for (Domain domain : Domain.values()) {
            List<OnetSocCode> codes =
                    inMemory.occupations().stream().map(Occupation::code).toList();
            List<Profile> read = onet.catalog().profiles(domain, codes);
            assertThat(onet.catalog().profiles(domain, codes))
                    .isEqualTo(read)
                    .usingElementComparator((a, b) -> a.elements().equals(b.elements()) ? 0 : 1)
                    .isEqualTo(inMemory.profiles(domain, codes));
            assertThat(onet.catalog().ratedOccupations(domain)).isEqualTo(inMemory.ratedOccupations(domain));
        }
    }

    @Test
    void neverMixesTwoReleases() throws Exception {
        OnetRelease one = open(MiniRelease.singleSkillsText());
        OnetRelease other = open(MiniRelease.text()
                .withCell("Essential Skills.txt", 3, "Data Value", "6.66")
                .withCell("Occupation Data.txt", 2, "Title", "Presidents"));
        Onet loading = onetWithTables();
        StoredRelease first = loading.load(one).release();
        StoredRelease second = loading.load(other).release();
        List<Object> gaps = List.of(gap(one.catalog()), gap(other.catalog()));
        List<Object> profiles = List.of(profiles(one.catalog()), profiles(other.catalog()));
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(READERS);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(8);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Onet shared = Onet.create(pool).build();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    do {
                        assertThat(gap(shared.catalog())).isIn(gaps);
                        assertThat(profiles(shared.catalog())).isIn(profiles);
                        reading.countDown();
                    } while (!done.get());
                }));
            }
            assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 200; i++) {
                loading.activate(i % 2 == 0 ? first : second);
            }
            StoredRelease again = loading.load(one, LoadOptions.DEFAULTS.alreadyLoaded(AlreadyLoaded.LOAD_AGAIN))
                    .release();
            loading.prune(0);
            assertThat(gap(shared.catalog())).isEqualTo(gaps.get(0));
            assertThat(loading.releases()).containsExactly(again);
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
    }

    @Test
    void standsStillInASnapshot() {
        OnetRelease one = open(MiniRelease.text());
        onetWithTables().load(one);
        Onet onet = Onet.create(counting()).build();
        OnetCatalog inMemory = one.catalog();
        OnetCatalog snapshot = onet.snapshot();
        onet.load(open(MiniRelease.singleSkillsText()));

        assertThat(statementsOf(() -> {
                    assertThat(gap(snapshot)).isEqualTo(gap(inMemory));
                    assertThat(profiles(snapshot)).isEqualTo(profiles(inMemory));
                    assertThat(snapshot.occupations()).isEqualTo(inMemory.occupations());
                    assertThat(snapshot.scales()).isEqualTo(inMemory.scales());
                    assertThat(snapshot.domains()).isEqualTo(inMemory.domains());
                    assertThat(snapshot.texts()).isEqualTo(inMemory.texts());
                    assertThat(snapshot.jobZones())
                            .isEqualTo(inMemory.jobZones())
                            .hasSize(6);
                    for (Occupation occupation : inMemory.occupations()) {
                        assertThat(snapshot.tasks(occupation.code())).isEqualTo(inMemory.tasks(occupation.code()));
                        assertThat(snapshot.technologies(occupation.code()))
                                .isEqualTo(inMemory.technologies(occupation.code()));
                    }
                    for (Domain domain : Domain.values()) {
                        assertThat(snapshot.elements(domain)).isEqualTo(inMemory.elements(domain));
                        assertThat(snapshot.ratedOccupations(domain)).isEqualTo(inMemory.ratedOccupations(domain));
                    }
                    for (Occupation occupation : inMemory.occupations()) {
                        assertThat(snapshot.relatedOccupations(occupation.code()))
                                .isEqualTo(inMemory.relatedOccupations(occupation.code()));
                        assertThat(snapshot.ratedAlternatives(occupation.code(), Domain.SKILLS))
                                .isEqualTo(inMemory.ratedAlternatives(occupation.code(), Domain.SKILLS));
                    }
                    assertThat(snapshot.occupationsNeeding("2.A.1.a", 1))
                            .isEqualTo(inMemory.occupationsNeeding("2.A.1.a", 1));
                    assertThatThrownBy(() -> snapshot.occupationsNeeding("2.Z", 1))
                            .as("as every catalog does")
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("no element \"2.Z\"");
                }))
                .isZero();

        onet.prune(0);
        assertThat(gap(snapshot)).isEqualTo(gap(inMemory));
        assertThat(snapshot.searchOccupations("chief executive", 5))
                .isEqualTo(inMemory.searchOccupations("chief executive", 5))
                .isNotEmpty();
    }

    private static SkillGap gap(OnetCatalog catalog) {
        return SkillGapAnalyzer.of(catalog).analyze("15-1251", "11-1011");
    }

    private static List<Profile> profiles(OnetCatalog catalog) {
        return catalog.profiles(Domain.SKILLS, List.of(CHIEFS, PROGRAMMERS));
    }

    private static Profile profile(OnetCatalog catalog) {
        return catalog.profile(PROGRAMMERS, Domain.SKILLS);
    }

    private int statementsOf(Runnable work) {
        statements.clear();
        connections.set(0);
        work.run();
        return statements.size();
    }

    private DataSource counting() {
        return HostDataSource.connecting(HostDataSource.noting(dataSource, statements), connection -> {
            connections.incrementAndGet();
            return connection;
        });
    }
}
