package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.NotRelevantPolicy;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.Spelled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database answers every question of a catalog as the release on disk does. */
final class CatalogTest extends OnEachEngine {
    private static final List<String> TITLES = List.of(
            "",
            " ",
            "%",
            "_",
            "\\",
            "'",
            "; drop table onet_rating",
            "c++",
            "c#",
            "C++ developer",
            "programmer",
            "PROGRAMMERS",
            "Programmer Analyst",
            "data analyst",
            "analyst data",
            "d",
            "chief exec",
            "İ",
            "ı",
            "i",
            "CHİEF",
            "ciéo",
            "ceo",
            "driver's helper",
            "drivers helper",
            "vice president, operations",
            "operation",
            "zzz",
            "15-1251",
            "😀",
            "\u0000",
            "softw% dev_loper",
            "a".repeat(5000));

    private static final List<String> UNKNOWN_CODES = List.of("99-9999.99", "15-1252.99", "00-0000.00");

    private @Nullable HikariDataSource pool;

    @AfterEach
    void closePool() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void answersAsTheReleaseDoes() {
        Onet onet = pooled();
        for (MiniRelease mini : List.of(
                MiniRelease.csv(),
                MiniRelease.singleSkillsText(),
                MiniRelease.relatedAcrossSocGroups(),
                MiniRelease.text()
                        .withoutFile("Content Model Reference.txt")
                        .withoutFile("Level Scale Anchors.txt")
                        .withoutFile("Knowledge.txt")
                        .withoutFile("Related Occupations.txt")
                        .withoutFile("Job Zones.txt")
                        .withoutFile("Job Titles.txt"))) {
            OnetRelease release = open(mini);
            onet.load(release);

            assertAnswers(asNotConfigured(answers(release.catalog())), onet.catalog());
        }
    }

    @Test
    void answersFromAReleaseThatIsNotActive() {
        OnetRelease old = open(MiniRelease.singleSkillsText());
        Onet onet = pooled();
        StoredRelease stored = onet.load(old).release();
        onet.load(open(MiniRelease.text().withCell("Essential Skills.txt", 3, "Data Value", "0.01")));

        OnetCatalog pinned = onet.catalog(stored);

        assertAnswers(answers(old.catalog()), pinned);
        assertThat(answers(onet.catalog())).isNotEqualTo(answers(pinned));
    }

    @Test
    void comparesTwoStoredReleasesAsTheirArchives() {
        OnetRelease earlier = open(MiniRelease.singleSkillsText());
        OnetRelease later = open(MiniRelease.text()
                .withCell("Essential Skills.txt", 3, "Data Value", "3.21")
                .withCell("Job Zones.txt", 2, "Job Zone", "4")
                .withCell("Related Occupations.txt", 2, "Index", "7"));
        Onet onet = pooled();
        StoredRelease first = onet.load(earlier).release();
        StoredRelease second = onet.load(later).release();

        ReleaseComparison stored = onet.compare(first, second);

        ReleaseComparison archives = ReleaseComparison.of(earlier.catalog(), later.catalog());
        for (Domain domain : Domain.values()) {
            assertThat(stored.ratings(domain)).isEqualTo(archives.ratings(domain));
            assertThat(stored.elements(domain)).isEqualTo(archives.elements(domain));
        }
        assertThat(stored.occupations()).isEqualTo(archives.occupations());
        assertThat(stored.jobZones()).isEqualTo(archives.jobZones());
        assertThat(stored.jobZones().changed()).hasSize(1);
        assertThat(stored.relatedOccupations()).isEqualTo(archives.relatedOccupations());
        assertThat(stored.relatedOccupations().changes()).hasSize(1);
        OnetSocCode from = new OnetSocCode("11-1011.00");
        OnetSocCode to = new OnetSocCode("15-1211.00");
        assertThat(stored.drift(from, to, GapOptions.DEFAULTS))
                .isEqualTo(archives.drift(from, to, GapOptions.DEFAULTS))
                .satisfies(drift -> assertThat(drift.parts()).hasSize(1));
    }

    @Test
    void followsTheActiveReleaseAtOnce() {
        OnetRelease one = open(MiniRelease.singleSkillsText());
        OnetRelease other = open(MiniRelease.text().withCell("Essential Skills.txt", 3, "Data Value", "0.01"));
        Onet onet = pooled();
        Onet otherNode = onet();
        onet.load(one);
        OnetCatalog catalog = onet.catalog();
        SkillGapAnalyzer analyzer = onet.skillGapAnalyzer();
        assertThat(catalog.release()).isEqualTo(one.info());

        otherNode.load(other);
        assertThat(catalog.release()).isEqualTo(other.info());
        assertThat(analyzer.analyze("15-1211", "11-1011"))
                .isEqualTo(SkillGapAnalyzer.of(other.catalog()).analyze("15-1211", "11-1011"));

        otherNode.activate(otherNode.requireRelease("29.3"));
        assertThat(analyzer.analyze("15-1211", "11-1011"))
                .isEqualTo(SkillGapAnalyzer.of(one.catalog()).analyze("15-1211", "11-1011"));
        assertThat(catalog.release()).isEqualTo(one.info());
    }

    @Test
    void refusesToAnswerFromAReleaseThatIsPruned() {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        OnetCatalog warm = onet.catalog(onet.requireRelease("29.3"));
        OnetCatalog cold = onet.catalog(onet.requireRelease("29.3"));
        OnetSocCode code = new OnetSocCode("15-1251.00");
        assertThat(warm.relatedOccupations(code)).hasSize(2);
        onet.load(open(MiniRelease.text()));
        onet.prune(0);

        for (OnetCatalog pruned : List.of(warm, cold)) {
            for (Question question : List.<Question>of(
                    OnetCatalog::release,
                    OnetCatalog::occupations,
                    OnetCatalog::domains,
                    OnetCatalog::scales,
                    catalog -> catalog.findOccupation(code),
                    catalog -> catalog.elements(Domain.SKILLS),
                    catalog -> catalog.profiles(Domain.SKILLS, List.of(code)),
                    catalog -> catalog.profiles(Domain.SKILLS, List.of()),
                    catalog -> catalog.occupationsNeeding("2.B.3.e", 1),
                    catalog -> catalog.relatedOccupations(code),
                    OnetCatalog::jobZones,
                    OnetCatalog::texts,
                    catalog -> catalog.tasks(code),
                    catalog -> catalog.technologies(code),
                    catalog -> catalog.ratedOccupations(Domain.SKILLS),
                    catalog -> catalog.searchOccupations("programmer", 3))) {
                assertThatThrownBy(() -> question.of(pruned))
                        .isInstanceOf(ReleaseNotLoadedException.class)
                        .hasMessageContaining("O*NET 29.3 (release 1")
                        .hasMessageContaining("is no longer loaded; loaded are O*NET 31.0");
            }
        }
    }

    @Test
    void anOccupationWhoseRowTheHostDeletedIsLeftOut() {
        Onet onet = onetWith(MiniRelease.text());
        OnetSocCode code = new OnetSocCode("15-1251.00");
        String deleted = "15-1211.00";
        assertThat(onet.catalog().relatedOccupations(code)).hasSize(2);
        assertThat(onet.catalog().ratedOccupations(Domain.SKILLS)).hasSize(6);
        execute("delete from onet_occupation where onetsoc_code = '" + deleted + "'");

        OnetCatalog catalog = onet().catalog();

        assertThat(catalog.relatedOccupations(code))
                .singleElement()
                .satisfies(related ->
                        assertThat(related.occupation().code().value()).isNotEqualTo(deleted));
        assertThat(catalog.jobZones())
                .hasSize(5)
                .noneMatch(zone -> zone.occupation().code().value().equals(deleted));
        assertThat(catalog.ratedOccupations(Domain.SKILLS))
                .hasSize(5)
                .noneMatch(occupation -> occupation.code().value().equals(deleted));
        assertThat(catalog.occupationsNeeding("2.A.1.a", 0))
                .hasSize(5)
                .noneMatch(need -> need.occupation().code().value().equals(deleted));
        assertThat(catalog.searchOccupations("systems analyst", 5))
                .noneMatch(match -> match.occupation().code().value().equals(deleted));
        assertThat(catalog.ratedAlternatives(new OnetSocCode("15-1252.00"), Domain.SKILLS))
                .isNotEmpty()
                .noneMatch(occupation -> occupation.code().value().equals(deleted));
    }

    private Onet pooled() {
        onetWithTables();
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
        return Onet.create(pool).build();
    }

    private static void assertAnswers(Map<String, String> expected, OnetCatalog catalog) {
        Map<String, String> different = answers(catalog);
        different.entrySet().removeIf(answer -> answer.getValue().equals(expected.get(answer.getKey())));

        assertThat(different).isEmpty();
        assertThat(expected).hasSizeGreaterThan(700);
    }

    /**
     * The answers of a release, which fetches nothing, as those of a database that was not told from where to fetch.
     */
    private static Map<String, String> asNotConfigured(Map<String, String> answers) {
        String clause = ". " + FetchOutcome.NOT_CONFIGURED.explanation().orElseThrow();
        answers.replaceAll((question, answer) -> answer.startsWith(OccupationNotFoundException.class.getName())
                        || answer.startsWith(UnratedOccupationException.class.getName())
                ? answer + clause
                : answer.replace("fetchOutcome=NOT_OFFERED", "fetchOutcome=NOT_CONFIGURED"));
        assertThat(answers.values())
                .anyMatch(answer -> answer.endsWith(clause))
                .anyMatch(answer -> answer.contains("fetchOutcome=NOT_CONFIGURED"));
        return answers;
    }

    /** Every question with many arguments; of one that is refused, how. */
    private static Map<String, String> answers(OnetCatalog catalog) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<OnetSocCode> codes =
                catalog.occupations().stream().map(Occupation::code).toList();
        ask(answers, "release", catalog, OnetCatalog::release);
        ask(answers, "occupations", catalog, OnetCatalog::occupations);
        ask(answers, "domains", catalog, OnetCatalog::domains);
        ask(answers, "scales", catalog, OnetCatalog::scales);
        ask(answers, "job zones", catalog, OnetCatalog::jobZones);
        ask(answers, "texts", catalog, OnetCatalog::texts);
        for (OnetSocCode code : codes) {
            ask(answers, "tasks of " + code, catalog, asked -> asked.tasks(code));
            ask(answers, "technologies of " + code, catalog, asked -> asked.technologies(code));
        }
        for (String title : TITLES) {
            for (int limit : new int[] {1, 3, 100, 0, -1}) {
                ask(answers, limit + " found for " + title, catalog, asked -> asked.searchOccupations(title, limit));
            }
            ask(answers, "require " + title, catalog, asked -> asked.requireOccupation(title));
        }
        List<OnetSocCode> asked = Stream.concat(
                        codes.stream(), UNKNOWN_CODES.stream().map(OnetSocCode::new))
                .toList();
        for (Domain domain : Domain.values()) {
            ask(answers, "elements " + domain, catalog, each -> each.elements(domain));
            ask(answers, "rated " + domain, catalog, each -> each.ratedOccupations(domain));
            ask(answers, "profiles " + domain, catalog, each -> each.profiles(domain, codes));
            ask(answers, "none " + domain, catalog, each -> each.profiles(domain, List.of()));
            ask(
                    answers,
                    "twice " + domain,
                    catalog,
                    each -> each.profiles(domain, List.of(codes.get(3), codes.get(0), codes.get(3))));
            for (OnetSocCode code : asked) {
                ask(answers, domain + " of " + code, catalog, each -> each.profile(code, domain));
                ask(answers, domain + " covers " + code, catalog, each -> each.coverage(code, domain));
                ask(answers, domain + " like " + code, catalog, each -> each.ratedAlternatives(code, domain));
            }
        }
        for (OnetSocCode code : asked) {
            ask(answers, "find " + code, catalog, each -> each.findOccupation(code));
            ask(answers, "require " + code, catalog, each -> each.requireOccupation(code));
            ask(answers, "related " + code, catalog, each -> each.relatedOccupations(code));
        }
        for (String element : List.of(
                "2.A.1.a",
                "2.A.1.b",
                "2.B.1.b",
                "2.B.3.e",
                "2.B.4.e",
                "2.C.1.a",
                "1.A.1.a.1",
                "4.A.1.a.1",
                "1.C.1.a",
                "2.B",
                "",
                "'")) {
            for (double level : new double[] {
                Double.NEGATIVE_INFINITY,
                -1,
                -0.0,
                0,
                0.4,
                2.6199999,
                2.62,
                4.75,
                7,
                1e300,
                Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN
            }) {
                ask(answers, element + " at " + level, catalog, each -> each.occupationsNeeding(element, level));
            }
        }
        analyses(answers, catalog, codes);
        return answers;
    }

    private static void analyses(Map<String, String> answers, OnetCatalog catalog, List<OnetSocCode> codes) {
        List<GapOptions> options = List.of(
                GapOptions.DEFAULTS,
                GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE).notRelevant(NotRelevantPolicy.AS_ABSENT),
                GapOptions.DEFAULTS.domain(Domain.KNOWLEDGE).unrated(UnratedPolicy.ESTIMATE));
        for (OnetSocCode from : codes) {
            for (OnetSocCode to : codes) {
                for (GapOptions each : options) {
                    ask(
                            answers,
                            from + " to " + to + " " + each,
                            catalog,
                            asked -> SkillGapAnalyzer.of(asked).analyze(from, to, each));
                }
            }
            ask(
                    answers,
                    "me to " + from,
                    catalog,
                    asked -> SkillGapAnalyzer.of(asked)
                            .analyze(new Person("me", Map.of("2.A.1.a", 4.0)), from.value(), options.get(1)));
        }
    }

    private static void ask(Map<String, String> answers, String name, OnetCatalog catalog, Question question) {
        try {
            answers.put(name, Spelled.of(question.of(catalog)));
        } catch (RuntimeException e) {
            answers.put(name, String.valueOf(e));
        }
    }

    private interface Question {
        Object of(OnetCatalog catalog);
    }
}
