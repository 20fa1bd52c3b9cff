package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.fetch.FetchOptions.MixedReleases;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadOptions.Activation;
import io.github.onet4j.jooq.load.LoadOptions.AlreadyLoaded;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.web.WebServicesException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question fetches what the active release lacks; from then on the database answers it. */
final class OnDemandTest extends WithWebServices {
    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "31.0");
    private static final Origin WEB = new Origin(Origin.Kind.WEB_SERVICES, "31.0");

    @ParameterizedTest
    @CsvSource({"true, true, false", "true, true, true", "false, true, false", "false, true, true", "true, false, false"
    })
    void whatWasDeletedIsFetchedStoredAndAnsweredAsBefore(boolean occupation, boolean ratings, boolean seenBefore) {
        SkillGap before = onet().skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
        if (seenBefore) {
            onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
        }
        if (ratings) {
            deleteRatings(PROGRAMMERS);
        }
        if (occupation) {
            deleteOccupation(PROGRAMMERS);
        }
        onet.refresh();

        SkillGap fetched = onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");

        assertThat(fetched)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*\\.origins?")
                .isEqualTo(before);
        assertThat(fetched.from().origins()).containsExactly(ratings ? WEB : RELEASE);
        assertThat(fetched.to().origins()).containsExactly(RELEASE);
        assertThat(onet.catalog().requireOccupation(PROGRAMMERS).title()).isEqualTo("Computer Programmers");
        assertThat(asked("occupation_data", PROGRAMMERS)).isEqualTo(occupation ? 1 : 0);
        assertThat(asked("essential_skills", PROGRAMMERS)).isEqualTo(ratings ? 1 : 0);
        assertThat(asked("transferable_skills", PROGRAMMERS)).isEqualTo(ratings ? 1 : 0);

        stub.stop();
        assertThat(onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00")).isEqualTo(fetched);
        assertThat(node().skillGapAnalyzer().analyze("15-1251.00", "15-1211.00"))
                .isEqualTo(fetched);
        assertThat(onet().skillGapAnalyzer().analyze("15-1251.00", "15-1211.00"))
                .isEqualTo(fetched);
    }

    @Test
    void anOccupationIsFetchedBeforeALanguageModelAssessesIt() {
        AssessingModel model = new AssessingModel();
        Onet assessing = Onet.create(dataSource)
                .webServices(services(), options)
                .listener(listener)
                .languageModel(model, "our-model")
                .build();

        StoredAssessment assessment = assessing.assessments().assess(DESIGNERS.value());

        assertThat(assessment.occupation()).isEqualTo(DESIGNERS);
        assertThat(model.prompts().get(0).data()).contains("Web Designers", "official_level");
    }

    @Test
    void anUnratedOccupationIsRatedByTheService() {
        assertThat(skills(onet(), DEVELOPERS).coverage()).isEqualTo(Coverage.UNRATED);

        Profile profile = skills(onet, DEVELOPERS);
        SkillGap gap = onet.skillGapAnalyzer().analyze("15-1251.00", "15-1252.00");

        assertThat(profile.fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(profile.coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(profile.elements()).hasSize(2).allSatisfy(rated -> {
            assertThat(rated.importance().orElseThrow())
                    .extracting("value", "origin")
                    .containsExactly(4.0, WEB);
            assertThat(rated.level().orElseThrow())
                    .extracting("value", "origin")
                    .containsExactly(4.5, WEB);
        });
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
        assertThat(gap.to()).extracting(GapSide::origins).isEqualTo(Set.of(WEB));
        assertThat(gap.attribution())
                .contains("Ratings of Software Developers were retrieved from O*NET Web Services"
                        + " (https://services.onetcenter.org/), of O*NET 31.0.");
        assertThat(rows("select table_id, domain, onetsoc_code, generation, service_version, total_rows, rows_added,"
                        + " rows_refused from onet_web_fetch order by fetch_id"))
                .hasToString("[[essential_skills, SKILLS, 15-1252.00, 2.0, 31.0, 2, 2, 0],"
                        + " [transferable_skills, SKILLS, 15-1252.00, 2.0, 31.0, 2, 2, 0]]");
        assertThat(count("onet_web_fetch where completed_at_utc is null or normalized_at_utc is null"))
                .isZero();
        assertThat(count("onet_web_response where status = 200 and received_at_utc is not null"
                        + " and address like '" + stub.address() + "database/rows/%15-1252.00%'"
                        + " and body like '%\"15-1252.00\"%'"))
                .isEqualTo(2);
        assertThat(count("onet_rating where onetsoc_code = '15-1252.00' and domain = 'SKILLS'"
                        + " and web_fetch_id in (select fetch_id from onet_web_fetch)"))
                .isEqualTo(4);
        assertThat(count("onet_rating where onetsoc_code = '15-1251.00' and web_fetch_id is not null"))
                .isZero();
    }

    @Test
    void anOccupationThatTheReleaseNeverHadIsFetchedWithItsRatings() {
        assertThat(onet.catalog().findOccupation(DESIGNERS))
                .contains(new Occupation(DESIGNERS, "Web Designers", "Design web sites."));
        assertThat(onet.skillGapAnalyzer()
                        .analyze("15-1251.00", "15-1255.00")
                        .to()
                        .name())
                .isEqualTo("Web Designers");
        assertThat(onet.catalog().searchOccupations("web designers", 1))
                .extracting(match -> match.occupation().code())
                .containsExactly(DESIGNERS);
        assertThat(asked("occupation_data", DESIGNERS)).isEqualTo(1);
        assertThat(value("select count(*) from onet_occupation where web_fetch_id is not null"))
                .isEqualTo("1");
    }

    @Test
    void whatIsThereIsNotAskedFor() {
        OnetCatalog catalog = onet.catalog();
        OnetCatalog fixed = onet.catalog(onet.requireRelease("31.0"));

        onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
        onet.skillGapAnalyzer().analyze(new Person("Ada", Map.of("2.B.3.e", 5.0)), "15-1251.00", GapOptions.DEFAULTS);
        onet.skillGapAnalyzer().analyze("15-1251.00", "15-2051.02");
        assertThat(catalog.profiles(Domain.SKILLS, List.of(CHIEFS, PROGRAMMERS)))
                .extracting(Profile::fetchOutcome)
                .containsOnly(FetchOutcome.NOT_NEEDED);
        catalog.findOccupation(DEVELOPERS);
        catalog.requireOccupation("Software Developers");
        catalog.searchOccupations("web designer", 5);
        catalog.relatedOccupations(DEVELOPERS);
        catalog.ratedAlternatives(DEVELOPERS, Domain.SKILLS);
        catalog.ratedOccupations(Domain.SKILLS);
        catalog.jobZones();
        catalog.occupationsNeeding("2.B.3.e", 0.5);
        catalog.occupations();
        catalog.elements(Domain.SKILLS);
        catalog.scales();
        catalog.domains();
        catalog.release();
        assertThat(fixed.findOccupation(DESIGNERS)).isEmpty();
        assertThat(fixed.profile(DEVELOPERS, Domain.SKILLS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_OFFERED);
        assertThat(stub.requests()).isEmpty();
        assertThat(runs).isEmpty();
    }

    @Test
    void anUnratedOccupationIsAskedForAlone() {
        stub.release(MiniRelease.text());

        assertThatThrownBy(() -> onet.skillGapAnalyzer().analyze("15-1252.00", "15-1251.00"))
                .isInstanceOf(UnratedOccupationException.class)
                .hasMessageContaining("UnratedPolicy.ESTIMATE");
        assertThat(stub.requests("15-2051.00")).as("related, and unrated").isEmpty();

        onet.skillGapAnalyzer()
                .analyze("15-1252.00", "15-1251.00", GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
        assertThat(asked("essential_skills", SCIENTISTS))
                .as("nor for an estimate")
                .isZero();
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
    }

    @Test
    void aMissIsRememberedForAllNodes() {
        stub.release(MiniRelease.text());
        for (Onet each : List.of(onet, onet, node())) {
            assertThat(each.catalog().findOccupation(NOBODY)).isEmpty();
            assertThatThrownBy(() -> each.catalog().requireOccupation(NOBODY))
                    .isInstanceOfSatisfying(
                            OccupationNotFoundException.class,
                            e -> assertThat(e.fetchOutcome()).isEqualTo(FetchOutcome.NO_SUCH_OCCUPATION));
            assertThat(skills(each, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.NO_RATINGS);
        }
        assertThat(asked("occupation_data", NOBODY)).isEqualTo(1);
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(1);
        assertThat(stub.requests("about")).as("before and after each fetch").hasSize(4);

        stub.release(RICHER);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.NO_RATINGS);
        assertThat(skills(node(options.missMemory(Duration.ZERO)), DEVELOPERS).fetchOutcome())
                .isEqualTo(FetchOutcome.FETCHED);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
    }

    @Test
    void aMissIsForgottenWhereNoneIsToBeRemembered() {
        stub.release(MiniRelease.text());
        Onet forgetful = node(options.missMemory(Duration.ZERO));
        assertThat(forgetful.catalog().findOccupation(DESIGNERS)).isEmpty();
        assertThat(forgetful.catalog().findOccupation(DESIGNERS)).isEmpty();
        assertThat(asked("occupation_data", DESIGNERS)).isEqualTo(2);

        stub.release(RICHER);
        assertThat(forgetful.catalog().findOccupation(DESIGNERS)).isPresent();
    }

    @Test
    void rowsOfAnotherVersionAreRefusedUnlessAllowed() {
        stub.release(RICHER.version("31.1", "November 2026"));
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.MIXED_RELEASE);
        assertThat(onet.catalog().findOccupation(DESIGNERS)).isEmpty();
        assertThat(runs)
                .as("told once, as long as it is remembered")
                .singleElement()
                .satisfies(run -> assertThat(run.failure()).containsInstanceOf(MixedReleaseException.class));
        assertThat(stub.requests("database")).isEmpty();
        assertThat(count("onet_web_fetch")).isZero();

        SkillGap gap = node(options.mixedReleases(MixedReleases.ALLOW))
                .skillGapAnalyzer()
                .analyze("15-1251.00", "15-1252.00");
        assertThat(gap.release().version()).isEqualTo("31.0");
        assertThat(gap.to().origins()).containsExactly(new Origin(Origin.Kind.WEB_SERVICES, "31.1"));
        assertThat(gap.attribution()).contains("of O*NET 31.1.");
    }

    @Test
    void aServiceThatMovesBetweenItsVersionAndItsRowsLeavesNothing() {
        MiniRelease next = RICHER.version("31.1", "November 2026");
        stub.on("rows/essential_skills").meanwhile(() -> stub.release(next));

        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.MIXED_RELEASE);

        assertThat(count("onet_web_fetch")).isZero();
        assertThat(count("onet_web_response")).isZero();
        assertThat(count("onet_rating where web_fetch_id is not null")).isZero();

        stub.release(RICHER);
        stub.on("rows/transferable_skills").meanwhile(() -> stub.release(next));
        assertThat(skills(node(options.mixedReleases(MixedReleases.ALLOW)), DEVELOPERS)
                        .elements())
                .extracting(rated -> rated.level().orElseThrow().origin())
                .as("asked again where both versions are allowed")
                .containsOnly(new Origin(Origin.Kind.WEB_SERVICES, "31.1"));
        assertThat(rows("select table_id, service_version from onet_web_fetch order by fetch_id"))
                .hasToString("[[essential_skills, 31.1], [transferable_skills, 31.1]]");
        assertThat(count("onet_web_response")).isEqualTo(2);
    }

    @Test
    void aServiceWhoseTablesMoveWithItsVersionLeavesNothing() {
        onet().load(open(MiniRelease.singleSkillsText()));
        stub.release(MiniRelease.singleSkillsText());
        stub.on("rows/skills").meanwhile(() -> stub.release(RICHER));

        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.MIXED_RELEASE);

        assertThat(count("onet_web_fetch")).isZero();
        assertThat(count("onet_web_response")).isZero();
        assertThat(count("onet_rating where web_fetch_id is not null")).isZero();
    }

    @Test
    void aMissIsNotRememberedOfAServiceThatMoves() {
        stub.release(MiniRelease.text());
        stub.on("rows/essential_skills")
                .meanwhile(() -> stub.release(MiniRelease.text().version("31.1", "November 2026")));

        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.MIXED_RELEASE);

        assertThat(count("onet_web_lookup where answer is not null")).isZero();
    }

    @Test
    void rowsOfAnUnknownVersionAreRefusedUnlessAllowed() {
        stub.on("about").always().body(json -> json.replace("O*NET 31.0", "O*NET"));
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.MIXED_RELEASE);

        assertThat(node(options.mixedReleases(MixedReleases.ALLOW))
                        .skillGapAnalyzer()
                        .analyze("15-1251.00", "15-1252.00")
                        .to()
                        .origins())
                .containsExactly(new Origin(Origin.Kind.WEB_SERVICES, "unknown"));
    }

    @Test
    void tablesThatMoveBetweenTwoQuestionsAreFound() {
        stub.release(singleSkills());
        deleteRatings(PROGRAMMERS);
        assertThat(skills(onet, PROGRAMMERS).coverage()).isEqualTo(Coverage.RATED);
        assertThat(asked("skills", PROGRAMMERS)).isEqualTo(1);

        stub.release(RICHER);
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);

        stub.release(singleSkills());
        deleteRatings(CHIEFS);
        assertThat(skills(onet, CHIEFS).coverage()).isEqualTo(Coverage.RATED);
    }

    @Test
    void aTableThatIsGoneIsNamed() {
        stub.release(RICHER.withoutFile("Transferable Skills.txt"));
        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.UNUSABLE_ANSWER);
        assertThat(runs)
                .singleElement()
                .satisfies(run -> assertThat(run.failure().orElseThrow())
                        .hasMessageContaining("no table")
                        .hasMessageContaining("transferable_skills"));

        stub.release(RICHER.withoutFile("Occupation Data.txt"));
        assertThatThrownBy(() -> onet.catalog().findOccupation(DESIGNERS))
                .isInstanceOf(WebServicesException.class)
                .hasMessageStartingWith("O*NET 31.0 has no occupation 15-1255.00, and O*NET Web Services have no table")
                .hasMessageContaining("occupation_data");
        assertThat(count("onet_web_fetch")).isZero();
    }

    @Test
    void theTablesMayStandInASchemaThatTheHostNames() {
        String schema = database.name() + "_host";
        execute((isMySql() ? "create database " : "create schema ") + schema);
        try {
            Onet named = Onet.create(dataSource)
                    .schemaName(schema)
                    .webServices(services(), options)
                    .listener(listener)
                    .build();
            named.schema().createOrUpgrade();
            named.load(open(MiniRelease.text()));

            assertThat(skills(named, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
            assertThat(named.catalog().findOccupation(NOBODY)).isEmpty();
            assertThat(count(schema + ".onet_web_fetch")).isEqualTo(3);
            assertThat(count("onet_web_fetch")).isZero();
        } finally {
            execute(isMySql() ? "drop database " + schema : "drop schema " + schema + " cascade");
        }
    }

    @Test
    void theListenerIsToldOfEachFetch() {
        skills(onet, DEVELOPERS);
        skills(onet, DEVELOPERS);
        skills(node(), DEVELOPERS);
        onet.catalog().findOccupation(NOBODY);
        onet.catalog().findOccupation(NOBODY);
        stub.stop();
        skills(onet, SCIENTISTS);

        assertThat(runs).extracting(PipelineRun::kind).containsOnly(PipelineRun.Kind.ON_DEMAND);
        assertThat(runs)
                .extracting(
                        PipelineRun::pagesLanded,
                        run -> run.rows().fetches(),
                        run -> run.rows().added(),
                        run -> run.failure().isPresent())
                .containsExactly(tuple(2, 2, 4L, false), tuple(1, 0, 0L, false), tuple(0, 0, 0L, true));
    }

    @Test
    void aListenerThatFailsSpoilsNothing() {
        Onet told = node(dataSource, options, new FetchListener(run -> {
            throw new IllegalStateException("the host's own trouble");
        }));
        assertThat(skills(told, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void whatWasFetchedGoesWithItsReleaseAndIsAskedForAnew() {
        skills(onet, DEVELOPERS);
        onet.catalog().findOccupation(NOBODY);
        onet.load(open(MiniRelease.text()), LoadOptions.DEFAULTS.alreadyLoaded(AlreadyLoaded.LOAD_AGAIN));

        assertThat(skills(onet, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(onet.catalog().findOccupation(NOBODY)).isEmpty();
        assertThat(asked("essential_skills", DEVELOPERS)).isEqualTo(2);
        assertThat(asked("occupation_data", NOBODY)).isEqualTo(2);
        assertThat(count("onet_web_fetch")).isEqualTo(6);

        onet.prune(0);
        assertThat(count("onet_web_fetch")).isEqualTo(3);
        assertThat(count("onet_web_response")).isEqualTo(3);
        assertThat(count("onet_web_lookup")).isEqualTo(2);
        assertThat(skills(node(), DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.NOT_NEEDED);
    }

    @Test
    void aReleaseThatIsActivatedMeanwhileIsAnsweredFrom() {
        StoredRelease other = onet.load(
                        open(MiniRelease.text()),
                        LoadOptions.DEFAULTS
                                .alreadyLoaded(AlreadyLoaded.LOAD_AGAIN)
                                .activation(Activation.LATER))
                .release();
        Onet moved = node(dataSource, options, new FetchListener(run -> onet().activate(other)));

        assertThat(skills(moved, DEVELOPERS).fetchOutcome()).isEqualTo(FetchOutcome.FETCHED);

        assertThat(value("select count(distinct release_id) from onet_rating where web_fetch_id is not null"))
                .isEqualTo("2");
    }

    private static MiniRelease singleSkills() {
        return MiniRelease.singleSkillsText().version("31.0", "August 2026");
    }
}
