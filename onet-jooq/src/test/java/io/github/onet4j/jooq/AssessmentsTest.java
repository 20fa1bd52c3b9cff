package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.waitAtMost;
import static org.awaitility.Durations.ONE_MINUTE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.AssessedSkill;
import io.github.onet4j.assess.InvalidReplyException;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.Proficiency;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.gap.DescribedGap;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import io.github.onet4j.jooq.assess.AssessmentProgress;
import io.github.onet4j.jooq.assess.AssessmentRun;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A language model is asked once about an occupation, and its opinion is stored whole. */
@SuppressWarnings("NullAway.Init")
final class AssessmentsTest extends OnEachEngine {
    private static final String NAME = "our-model";
    private static final AssessmentOptions DEFAULTS = AssessmentOptions.DEFAULTS;
    private static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    /** Without ratings in the release. */
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    private static final OnetSocCode NOBODY = new OnetSocCode("99-9999.00");

    private final AssessingModel model = new AssessingModel();
    private Onet onet;

    @BeforeEach
    void loadRelease() {
        onetWith(MiniRelease.text());
        onet = node();
    }

    @Test
    void ofADescriptionThatLeavesSkillsOutTheRestIsUsedAndTheCallKept() {
        SkillGap gap = onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00");
        ElementGap first = gap.gaps().get(0);
        Object[] figures = {first.element().id(), first.element().name(), first.fromLevel(), first.toLevel()};
        String reply = """
                {"skill_gap_analysis": {"from_occupation": "Computer Programmers", "to_occupation": "Computer Systems \
                Analysts",
                 "skill_gaps": [{"element_id": "%s", "skill_name": "%s", "from_proficiency_level": %s,
                  "to_proficiency_level": %s, "gap_description": "Practise."}]}}""".formatted(figures);
        SkillGapAnalyzer analyzer = Onet.create(dataSource)
                .languageModel(prompt -> new ModelReply(reply, "replying", 7, 5), NAME)
                .build()
                .skillGapAnalyzer();

        DescribedGap described = analyzer.describe(gap);

        assertThat(described.gap()).isEqualTo(gap);
        assertThat(described.descriptions().get(0))
                .extracting(GapDescription::text, GapDescription::model)
                .containsExactly("Practise.", "replying");
        assertThat(described.descriptions().subList(1, gap.gaps().size()))
                .isNotEmpty()
                .allSatisfy(other -> assertThat(other.model()).isNull());
        assertThat(rows("select onetsoc_code, purpose, model, reply, reply_model, prompt_tokens, outcome from"
                        + " onet_model_call"))
                .containsExactly(List.of("15-1211.00", "GAP", NAME, reply, "replying", "7", "REFUSED"));
    }

    @Test
    void aGapIsDescribedFromAnchorsWhereTheModelFailsAndTheFailureIsKept() {
        SkillGapAnalyzer analyzer = Onet.create(dataSource)
                .languageModel(
                        prompt -> {
                            throw LanguageModelException.of(LanguageModelException.Reason.UNREACHABLE, "no line");
                        },
                        NAME)
                .build()
                .skillGapAnalyzer();

        DescribedGap described = analyzer.describe("15-1251.00", "15-1211.00");

        assertThat(described.gap()).isEqualTo(onet.skillGapAnalyzer().analyze("15-1251.00", "15-1211.00"));
        assertThat(described.descriptions())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.model()).isNull());
        assertThat(rows("select onetsoc_code, purpose, outcome, failure from onet_model_call"))
                .containsExactly(List.of("15-1211.00", "GAP", "FAILED", "no line"));
    }

    @Test
    void anAssessmentIsStoredWholeAndFoundAgainWithoutAsking() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        StoredAssessment assessment = onet.assessments().assess("15-1251.00");

        List<Element> skills = onet.catalog().elements(Domain.SKILLS);
        assertThat(assessment.releaseVersion()).isEqualTo("31.0");
        assertThat(assessment.occupation()).isEqualTo(PROGRAMMERS);
        assertThat(assessment.domain()).isEqualTo(Domain.SKILLS);
        assertThat(assessment.from()).isEmpty();
        assertThat(assessment.model()).isEqualTo(NAME);
        assertThat(assessment.assessedAt()).isBetween(before, Instant.now());
        assertThat(assessment.levels())
                .isEqualTo(skills.stream()
                        .map(skill -> new AssessedSkill(skill, Proficiency.NOVICE, 2.5, "Why"))
                        .toList())
                .isNotEmpty();
        Prompt prompt = model.prompts().get(0);
        String release = value("select release_id from onet_active_release");
        assertThat(rows("select release_id, onetsoc_code, purpose, model, instructions, data, response_schema,"
                        + " parameters, reply, reply_model, prompt_tokens, reply_tokens, outcome,"
                        + " failure from onet_model_call"))
                .containsExactly(Arrays.asList(
                        release,
                        "15-1251.00",
                        "PROFICIENCY",
                        NAME,
                        prompt.instructions(),
                        prompt.data(),
                        prompt.responseSchema(),
                        AssessingModel.PARAMETERS,
                        AssessingModel.goodReply(prompt.data()),
                        AssessingModel.NAME,
                        "100",
                        "20",
                        "ACCEPTED",
                        null));
        assertThat(rows("select a.release_id, a.onetsoc_code, a.domain, a.from_onetsoc_code, a.model"
                        + " from onet_assessment a join onet_model_call c on c.call_id = a.call_id"
                        + " and c.prompt_sha256 = a.prompt_sha256 and c.asked_at_utc = a.assessed_at_utc"))
                .containsExactly(Arrays.asList(release, "15-1251.00", "SKILLS", null, NAME));
        assertThat(value("select prompt_sha256 from onet_assessment")).matches("[0-9a-f]{64}");
        assertThat(rows("select distinct assessment_id, release_id, proficiency, assessed_level, explanation"
                        + " from onet_assessed_level"))
                .containsExactly(List.of(String.valueOf(assessment.id()), release, "NOVICE", "2.5000", "Why"));

        assertThat(onet.assessments().assess("15-1251.00")).isEqualTo(assessment);
        assertThat(node().assessments().assess("15-1251.00")).isEqualTo(assessment);
        assertThat(onet.assessments().find(PROGRAMMERS, Domain.SKILLS)).contains(assessment);
        assertThat(onet.assessments().history(PROGRAMMERS, Domain.SKILLS)).containsExactly(assessment);
        assertThat(model.prompts()).hasSize(1);
        assertThat(onet.assessments().find(ANALYSTS, Domain.SKILLS)).isEmpty();
        assertThat(onet.assessments().find(PROGRAMMERS, Domain.KNOWLEDGE)).isEmpty();
        assertThat(onet.assessments().history(NOBODY, Domain.SKILLS)).isEmpty();
    }

    @Test
    void officialRatingsStayAsTheyAre() {
        List<?> before = rows("select * from onet_rating order by onetsoc_code, domain, element_id, scale_id");

        onet.assessments().assess("15-1251.00");
        onet.assessments().assess("15-1252.00");

        assertThat(rows("select * from onet_rating order by onetsoc_code, domain, element_id, scale_id"))
                .isEqualTo(before);
        assertThat(onet.catalog().profile(DEVELOPERS, Domain.SKILLS).elements()).isEmpty();
    }

    @Test
    void aLevelThatCannotBeJudgedStaysNullAndDecimalsAreKeptToFourPlaces() {
        model.next(good -> good.replaceFirst("2\\.5", "null").replaceFirst("2\\.5", "3.14159"));

        StoredAssessment assessment = onet.assessments().assess("15-1252.00");

        assertThat(assessment.levels().subList(0, 3))
                .extracting(AssessedSkill::level)
                .containsExactly(null, 3.1416, 2.5);
        assertThat(onet.assessments().assess("15-1252.00")).isEqualTo(assessment);
    }

    @Test
    void askingAgainKeepsTheOldAndTheNewestIsFound() {
        StoredAssessment first = onet.assessments().assess("15-1251.00");
        model.next(good -> good.replace("2.5", "3.5"));

        StoredAssessment second = onet.assessments().assess(PROGRAMMERS, DEFAULTS.force(true));

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(second.levels()).extracting(AssessedSkill::level).containsOnly(3.5);
        assertThat(onet.assessments().assess("15-1251.00")).isEqualTo(second);
        assertThat(onet.assessments().find(PROGRAMMERS, Domain.SKILLS)).contains(second);
        assertThat(onet.assessments().history(PROGRAMMERS, Domain.SKILLS)).containsExactly(second, first);
        assertThat(model.prompts()).hasSize(2).containsOnly(model.prompts().get(0));
    }

    @Test
    void aRepairedReplyIsStoredAsTwoCalls() {
        model.nextBad();

        StoredAssessment assessment = onet.assessments().assess("15-1251.00");

        assertThat(outcomes()).containsExactly("REFUSED", "ACCEPTED");
        assertThat(value("select failure from onet_model_call where outcome = 'REFUSED'"))
                .contains("llm_explanation is missing or blank")
                .hasLineCount(assessment.levels().size());
        assertThat(rows("select data from onet_model_call order by call_id"))
                .isEqualTo(model.prompts().stream()
                        .map(prompt -> List.of(prompt.data()))
                        .toList());
        assertThat(value("select outcome from onet_model_call c join onet_assessment a on a.call_id = c.call_id"))
                .isEqualTo("ACCEPTED");
        assertThat(node().assessments().assess("15-1251.00"))
                .as("found by the first prompt")
                .isEqualTo(assessment);
    }

    @Test
    void aReplyWithOneRefusedEntryIsStoredWithoutItAndFoundAgain() {
        UnaryOperator<String> oneBlank =
                good -> good.replaceFirst("\"llm_explanation\":\"Why", "\"llm_explanation\":\"");
        model.next(oneBlank).next(good -> "sorry");

        StoredAssessment assessment = onet.assessments().assess("15-1251.00");

        int skills = onet.catalog().elements(Domain.SKILLS).size();
        assertThat(assessment.levels()).hasSize(skills - 1);
        assertThat(outcomes()).containsExactly("REFUSED", "REFUSED");
        assertThat(value("select failure from onet_model_call c join onet_assessment a on a.call_id = c.call_id"))
                .as("the call whose reply was used")
                .endsWith("llm_explanation is missing or blank; write why the skill needs this level");
        assertThat(onet.assessments().assess("15-1251.00")).isEqualTo(assessment);
        assertThat(onet.assessments().find(PROGRAMMERS, Domain.SKILLS)).contains(assessment);
        assertThat(model.prompts()).hasSize(2);
    }

    @Test
    void anotherCategoryThanTheFiveIsStoredAsThatOfTheLevel() {
        model.next(good -> good.replace("\"Novice\"", "\"Basic\""));

        StoredAssessment assessment = onet.assessments().assess("15-1251.00");

        assertThat(outcomes()).containsExactly("ACCEPTED");
        assertThat(assessment.levels()).extracting(AssessedSkill::proficiency).containsOnly(Proficiency.BEGINNER);
        assertThat(rows("select distinct proficiency from onet_assessed_level")).containsExactly(List.of("BEGINNER"));
    }

    @Test
    void aReplyThatStaysBadIsStoredWithItsProblemsAndAskedAgain() {
        model.nextBad().next(good -> "sorry");

        assertThatThrownBy(() -> onet.assessments().assess("15-1251.00")).isInstanceOf(InvalidReplyException.class);

        assertThat(outcomes()).containsExactly("REFUSED", "REFUSED");
        assertThat(rows("select reply, failure from onet_model_call order by call_id")
                        .get(1))
                .satisfies(
                        last -> assertThat(last.get(0)).isEqualTo("sorry"),
                        last -> assertThat(last.get(1)).contains("no complete JSON object"));
        assertThat(count("onet_assessment")).isZero();
        assertThat(count("onet_assessed_level")).isZero();

        assertThat(onet.assessments().assess("15-1251.00").levels()).isNotEmpty();
        assertThat(model.prompts()).hasSize(3);
    }

    @Test
    void aFailureOfTheModelIsStored() {
        model.nextBad().nextFailure(Reason.RATE_LIMITED);

        assertThatThrownBy(() -> onet.assessments().assess("15-1251.00"))
                .isInstanceOf(LanguageModelException.class)
                .hasMessage("the model said RATE_LIMITED");

        assertThat(outcomes()).containsExactly("REFUSED", "FAILED");
        assertThat(rows("select reply, reply_model, prompt_tokens, reply_tokens, failure from onet_model_call"
                        + " where outcome = 'FAILED'"))
                .containsExactly(Arrays.asList(null, null, null, null, "the model said RATE_LIMITED"));
        assertThat(count("onet_assessment")).isZero();
    }

    @Test
    void whatTheDatabaseCannotHoldDoesNotLoseAReply() {
        String name = "m".repeat(200);
        LanguageModel odd = prompt -> new ModelReply(
                prompt.data().contains("previous_reply")
                        ? AssessingModel.goodReply(prompt.data()).replace("Why", "Wh\\u0000y")
                        : "sorry\0",
                name,
                null,
                null);

        StoredAssessment assessment = node(dataSource, odd, NAME).assessments().assess("15-1251.00");

        assertThat(assessment.levels()).extracting(AssessedSkill::explanation).containsOnly("Wh\uFFFDy");
        assertThat(rows("select reply_model, prompt_tokens, reply_tokens from onet_model_call order by call_id"))
                .hasSize(2)
                .containsOnly(Arrays.asList("m".repeat(128), null, null));
        assertThat(value("select reply from onet_model_call where outcome = 'REFUSED'"))
                .isEqualTo("sorry\uFFFD");
    }

    @Test
    void anotherSourceDomainModelOrReleaseIsAskedAnew() {
        StoredAssessment first = onet.assessments().assess("15-1251.00");
        StoredAssessment fromAnalysts = onet.assessments().assess(PROGRAMMERS, DEFAULTS.from(ANALYSTS));
        StoredAssessment knowledge = onet.assessments().assess(PROGRAMMERS, DEFAULTS.domain(Domain.KNOWLEDGE));
        StoredAssessment other =
                node(dataSource, model, "other-model").assessments().assess("15-1251.00");
        StoredRelease release = onet.requireRelease("31.0");
        onet.load(open(MiniRelease.text().version("31.1", "December 2026")));

        assertThat(onet.assessments().find(PROGRAMMERS, Domain.SKILLS)).isEmpty();
        StoredAssessment later = onet.assessments().assess("15-1251.00");

        assertThat(fromAnalysts.from()).contains(ANALYSTS);
        assertThat(knowledge.levels())
                .extracting(AssessedSkill::element)
                .isEqualTo(onet.catalog().elements(Domain.KNOWLEDGE));
        assertThat(later.releaseVersion()).isEqualTo("31.1");
        assertThat(model.prompts()).hasSize(5);

        onet.activate(release);
        assertThat(onet.assessments().assess("15-1251.00")).isEqualTo(first);
        assertThat(onet.assessments().assess(PROGRAMMERS, DEFAULTS.from(ANALYSTS)))
                .isEqualTo(fromAnalysts);
        assertThat(onet.assessments().assess(PROGRAMMERS, DEFAULTS.domain(Domain.KNOWLEDGE)))
                .isEqualTo(knowledge);
        assertThat(onet.assessments().history(PROGRAMMERS, Domain.SKILLS)).containsExactly(other, fromAnalysts, first);
        assertThat(model.prompts()).hasSize(5);
    }

    @Test
    void otherRatingsInTheSameReleaseAreAskedAnew() {
        onet.assessments().assess("15-1251.00");
        execute("update onet_rating set data_value = 6.5 where onetsoc_code = '15-1251.00' and scale_id = 'LV'");
        onet.refresh();

        onet.assessments().assess("15-1251.00");

        assertThat(model.prompts()).hasSize(2).doesNotHaveDuplicates();
        assertThat(onet.assessments().history(PROGRAMMERS, Domain.SKILLS)).hasSize(2);
    }

    @Test
    void anUnknownOccupationIsNotAskedAbout() {
        assertThatThrownBy(() -> onet.assessments().assess("99-9999.00"))
                .isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> onet.assessments().assess(PROGRAMMERS, DEFAULTS.from(NOBODY)))
                .isInstanceOf(OccupationNotFoundException.class);

        assertThat(model.prompts()).isEmpty();
        assertThat(count("onet_model_call")).isZero();
    }

    @Test
    void pruningDeletesWhatWasSaidAboutARelease() {
        onet.assessments().assess("15-1251.00");
        onet.load(open(MiniRelease.text().version("31.1", "December 2026")));
        StoredAssessment kept = onet.assessments().assess("15-1251.00");

        onet.prune(0);

        assertThat(count("onet_model_call")).isEqualTo(1);
        assertThat(rows("select assessment_id from onet_assessment")).containsExactly(List.of("" + kept.id()));
        assertThat(count("onet_assessed_level")).isEqualTo(kept.levels().size());
    }

    @Test
    void aReleaseThatIsPrunedMeanwhileIsNamedAndNothingIsLeftOfIt() {
        model.next(good -> {
            onet.load(open(MiniRelease.text().version("31.1", "December 2026")));
            onet.prune(0);
            return good;
        });

        assertThatThrownBy(() -> onet.assessments().assess("15-1251.00"))
                .isInstanceOf(ReleaseNotLoadedException.class)
                .hasMessageContaining("31.0");

        assertThat(count("onet_model_call")).isZero();
        assertThat(count("onet_assessment")).isZero();
    }

    @Test
    void noConnectionIsHeldWhileTheModelIsAskedAndEachCallIsCommittedAtOnce() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            List<String> seen = new ArrayList<>();
            LanguageModel watching = prompt -> {
                seen.add(pool.getHikariPoolMXBean().getActiveConnections() + " connections, " + count("onet_model_call")
                        + " calls stored");
                return model.reply(prompt);
            };
            model.nextBad();

            node(pool, watching, NAME).assessments().assess("15-1251.00");

            assertThat(seen).containsExactly("0 connections, 0 calls stored", "0 connections, 1 calls stored");
        }
    }

    @Test
    void aRollbackOfTheHostUndoesWhatWasStored() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Onet inTransaction = node(HostDataSource.of(connection), model, NAME);

            StoredAssessment assessment = inTransaction.assessments().assess("15-1251.00");

            assertThat(inTransaction.assessments().assess("15-1251.00")).isEqualTo(assessment);
            connection.rollback();
        }
        assertThat(model.prompts()).hasSize(1);
        assertThat(count("onet_model_call")).isZero();
        assertThat(count("onet_assessment")).isZero();
    }

    @Test
    void twoThreadsThatWantTheSameAskOnceAndAThirdIsNotHeldUp() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayReply = new CountDownLatch(1);
        model.next(good -> {
            asked.countDown();
            await(mayReply);
            return good;
        });
        AtomicReference<StoredAssessment> first = new AtomicReference<>();
        AtomicReference<StoredAssessment> second = new AtomicReference<>();
        Thread asking = new Thread(() -> first.set(onet.assessments().assess("15-1251.00")));
        Thread waiting = new Thread(() -> second.set(onet.assessments().assess("15-1251.00")));
        try {
            asking.start();
            await(asked);
            waiting.start();
            waitAtMost(ONE_MINUTE).until(() -> waiting.getState() == Thread.State.WAITING);

            assertThat(onet.assessments().assess("15-1211.00").occupation()).isEqualTo(ANALYSTS);
        } finally {
            mayReply.countDown();
            asking.join();
            waiting.join();
        }
        assertThat(second.get()).isNotNull().isEqualTo(first.get());
        assertThat(model.prompts()).hasSize(2);
        assertThat(count("onet_assessment")).isEqualTo(2);
    }

    @Test
    void whoWaitedForAFailureAsks() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayFail = new CountDownLatch(1);
        model.next(good -> {
            asked.countDown();
            await(mayFail);
            throw LanguageModelException.of(Reason.UNREACHABLE, "no connection");
        });
        AtomicReference<LanguageModelException> failure = new AtomicReference<>();
        AtomicReference<StoredAssessment> second = new AtomicReference<>();
        Thread failing = new Thread(() -> failure.set(catchThrowableOfType(
                LanguageModelException.class, () -> onet.assessments().assess("15-1251.00"))));
        Thread waiting = new Thread(() -> second.set(onet.assessments().assess("15-1251.00")));
        try {
            failing.start();
            await(asked);
            waiting.start();
            waitAtMost(ONE_MINUTE).until(() -> waiting.getState() == Thread.State.WAITING);
        } finally {
            mayFail.countDown();
            failing.join();
            waiting.join();
        }
        assertThat(failure.get()).hasMessage("no connection");
        assertThat(second.get()).isNotNull();
    }

    @Test
    void whoIsInATransactionOfTheHostsDoesNotWaitForAnotherThread() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayReply = new CountDownLatch(1);
        model.next(good -> {
            asked.countDown();
            await(mayReply);
            return good;
        });
        ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);
        Onet shared = node(
                HostDataSource.connecting(dataSource, connection -> {
                    connection.setAutoCommit(!inTransaction.get());
                    return connection;
                }),
                model,
                NAME);
        Thread asking = new Thread(() -> shared.assessments().assess("15-1251.00"));
        try {
            asking.start();
            await(asked);

            StoredAssessment assessment = CompletableFuture.supplyAsync(() -> {
                        inTransaction.set(true);
                        try {
                            return shared.assessments().assess("15-1251.00");
                        } finally {
                            inTransaction.remove();
                        }
                    })
                    .get(60, TimeUnit.SECONDS);

            assertThat(assessment.levels()).isNotEmpty();
            assertThat(model.prompts()).hasSize(2);
        } finally {
            mayReply.countDown();
            asking.join();
        }
    }

    @Test
    void aRunGoesOnWhereAFailureEndedTheOneBefore() {
        List<OnetSocCode> codes = someCodes();
        model.nextGood().nextGood().nextFailure(Reason.NO_CREDIT);

        AssessmentRun ended = onet.assessments().assessAll(codes, DEFAULTS);

        assertThat(ended.assessed()).isEqualTo(codes.subList(0, 2));
        assertThat(ended.found()).isEmpty();
        assertThat(ended.failures()).isEmpty();
        assertThat(ended.left()).isEqualTo(codes.subList(2, codes.size()));
        assertThat(ended.endedBy())
                .get()
                .extracting(LanguageModelException::reason)
                .isEqualTo(Reason.NO_CREDIT);
        assertThat(ended.calls()).isEqualTo(3);
        assertThat(ended.tokens()).isEqualTo(240);

        AssessmentRun next = onet.assessments().assessAll(codes, DEFAULTS);

        assertThat(next.found()).isEqualTo(codes.subList(0, 2));
        assertThat(next.assessed()).isEqualTo(codes.subList(2, codes.size()));
        assertThat(next.left()).isEmpty();
        assertThat(next.endedBy()).isEmpty();
        assertThat(next.calls()).isEqualTo(codes.size() - 2);
        assertThat(codes)
                .allSatisfy(code -> assertThat(onet.assessments().history(code, Domain.SKILLS))
                        .hasSize(1));
    }

    @Test
    void whatFailsForOneOccupationIsNamedAndTheRunGoesOn() {
        List<AssessmentProgress> progress = new ArrayList<>();
        model.nextBad().nextBad().nextFailure(Reason.BLOCKED);

        AssessmentRun run = onet.assessments()
                .assessAll(
                        List.of(PROGRAMMERS, NOBODY, ANALYSTS, DEVELOPERS, DEVELOPERS),
                        DEFAULTS.progress(progress::add));

        assertThat(run.assessed()).containsExactly(DEVELOPERS);
        assertThat(run.left()).isEmpty();
        assertThat(run.endedBy()).isEmpty();
        assertThat(run.failures().keySet()).containsExactly(PROGRAMMERS, NOBODY, ANALYSTS);
        assertThat(run.failures().get(PROGRAMMERS)).isInstanceOf(InvalidReplyException.class);
        assertThat(run.failures().get(NOBODY)).isInstanceOf(OccupationNotFoundException.class);
        assertThat(run.failures().get(ANALYSTS)).hasMessage("the model said BLOCKED");
        assertThat(progress)
                .containsExactly(
                        new AssessmentProgress(1, 4, PROGRAMMERS, 2, 240),
                        new AssessmentProgress(2, 4, NOBODY, 2, 240),
                        new AssessmentProgress(3, 4, ANALYSTS, 3, 240),
                        new AssessmentProgress(4, 4, DEVELOPERS, 4, 360));
    }

    @Test
    void aRunEndsWhenItsBudgetIsUsedUpAndNamesWhatIsLeft() {
        List<OnetSocCode> codes = List.of(PROGRAMMERS, ANALYSTS, DEVELOPERS);

        AssessmentRun calls = onet.assessments().assessAll(codes, DEFAULTS.maxCalls(1));
        AssessmentRun tokens = onet.assessments().assessAll(codes, DEFAULTS.maxTokens(120));
        AssessmentRun enough =
                onet.assessments().assessAll(codes, DEFAULTS.maxCalls(2).maxTokens(121));

        assertThat(calls.assessed()).containsExactly(PROGRAMMERS);
        assertThat(calls.left()).containsExactly(ANALYSTS, DEVELOPERS);
        assertThat(calls.endedBy()).isEmpty();
        assertThat(tokens.found()).containsExactly(PROGRAMMERS);
        assertThat(tokens.assessed()).containsExactly(ANALYSTS);
        assertThat(tokens.left()).containsExactly(DEVELOPERS);
        assertThat(enough.assessed()).containsExactly(DEVELOPERS);
        assertThat(enough.left()).isEmpty();
        assertThat(model.prompts()).hasSize(3);
    }

    @Test
    void aForcedRunAsksAboutEveryOccupationAgain() {
        List<OnetSocCode> codes = List.of(PROGRAMMERS, ANALYSTS);
        onet.assessments().assessAll(codes, DEFAULTS);

        AssessmentRun again = onet.assessments().assessAll(codes, DEFAULTS.force(true));

        assertThat(again.assessed()).isEqualTo(codes);
        assertThat(count("onet_assessment")).isEqualTo(4);
    }

    @Test
    void anInterruptEndsARunThatWaitsForItsTurnAndStaysSet() {
        AssessmentOptions slow = DEFAULTS.minimumInterval(Duration.ofDays(1))
                .progress(progress -> Thread.currentThread().interrupt());

        AssessmentRun run = onet.assessments().assessAll(List.of(PROGRAMMERS, ANALYSTS), slow);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.assessed()).containsExactly(PROGRAMMERS);
        assertThat(run.left()).containsExactly(ANALYSTS);
        assertThat(run.endedBy())
                .get()
                .extracting(LanguageModelException::reason)
                .isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void whatProgressThrowsComesOutAndWhatIsStoredStays() {
        IllegalStateException enough = new IllegalStateException("enough");

        assertThatThrownBy(() -> onet.assessments()
                        .assessAll(List.of(PROGRAMMERS, ANALYSTS), DEFAULTS.progress(progress -> {
                            throw enough;
                        })))
                .isSameAs(enough);

        assertThat(onet.assessments().find(PROGRAMMERS, Domain.SKILLS)).isPresent();
        assertThat(model.prompts()).hasSize(1);
    }

    @Test
    void geminiAssessesAndItsKeyIsNowhereInTheTables() {
        String key = "AIzaSecretOfNoProject4711";
        try (GeminiStub stub = GeminiStub.answering(
                key, text -> GeminiReply.text(AssessingModel.goodReply(text).replace("Why", "Why, says " + key)))) {
            GeminiLanguageModel gemini = GeminiLanguageModel.create(key)
                    .baseAddress(stub.address())
                    .retries(0)
                    .build();
            Onet withGemini = node(dataSource, gemini, gemini.model());
            stub.next(GeminiReply.error(500, "INTERNAL", "Went wrong with " + key));

            assertThatThrownBy(() -> withGemini.assessments().assess("15-1251.00"))
                    .isInstanceOf(LanguageModelException.class);
            StoredAssessment assessment = withGemini.assessments().assess("15-1251.00");

            assertThat(withGemini.assessments().assess("15-1251.00")).isEqualTo(assessment);
            assertThat(stub.requests()).hasSize(2);
            assertThat(assessment.model()).isEqualTo(gemini.model());
            assertThat(assessment.levels())
                    .hasSameSizeAs(onet.catalog().elements(Domain.SKILLS))
                    .extracting(AssessedSkill::explanation)
                    .containsOnly("Why, says ***");
            assertThat(outcomes()).containsExactly("FAILED", "ACCEPTED");
            assertThat(value("select prompt_tokens + reply_tokens from onet_model_call where outcome = 'ACCEPTED'"))
                    .isEqualTo(String.valueOf(gemini.tokensUsed()));
        }
        String everything = TABLES.stream()
                .map(table -> rows("select * from " + table).toString())
                .collect(Collectors.joining("\n"));
        assertThat(everything).contains("Why, says ***").doesNotContain(key);
    }

    @Test
    void withoutAModelThereAreNoAssessments() {
        assertThatThrownBy(() -> onet().assessments())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Onet.create(…).languageModel(…)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void aModelNeedsANameThatTheDatabaseCanHold(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Onet.create(dataSource).languageModel(model, "m".repeat(length)))
                .withMessageContaining("has " + length + " characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Onet.create(dataSource).languageModel(model, " "));
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.domain(Domain.WORK_STYLES));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.minimumInterval(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.maxCalls(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.maxTokens(0));
    }

    private Onet node() {
        return node(dataSource, model, NAME);
    }

    private static Onet node(DataSource source, LanguageModel model, String name) {
        return Onet.create(source).languageModel(model, name).build();
    }

    private List<OnetSocCode> someCodes() {
        return onet.catalog().occupations().stream()
                .map(occupation -> occupation.code())
                .limit(4)
                .toList();
    }

    private List<String> outcomes() {
        return rows("select outcome from onet_model_call order by call_id").stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
