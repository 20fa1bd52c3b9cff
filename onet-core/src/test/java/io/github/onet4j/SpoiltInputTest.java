package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.onet4j.assess.AssessmentTask;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelGapDescriber;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.ProficiencyAssessor;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseRows;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.AllocatedBytes;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.Mutation;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.OnetWebServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inputs from outside, spoilt at random but always in the same way: each is read, or ends in an exception of onet4j's
 * own, and none takes for ever. {@code -Donet.test.fuzz.seconds} sets the time for all of them together.
 */
class SpoiltInputTest {
    private static final long SEED = 20261125;
    private static final int TARGETS = 9;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("onet.test.fuzz.seconds", TARGETS));
    private static final Duration LONGEST_READING = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 32L << 20;
    private static final long MOST_BYTES_A_CHARACTER = 64;
    private static final String KEY = "0123456789abcdef";

    private static final String ASSESSMENT = """
            {"skill_proficiency_assessment": {"llm_onet_soc_code": "%s", "llm_occupation_name": "%s",
            "assessed_skills": [%s]}}""";
    private static final String ASSESSED = """
            {"element_id": "%s", "llm_skill_name": "%s", "llm_assigned_proficiency_level": 3.5,
            "llm_assigned_proficiency_description": "Basic", "llm_explanation": "Why."}""";
    private static final String DESCRIPTION = """
            {"skill_gap_analysis": {"from_occupation": "%s", "to_occupation": "%s", "skill_gaps": [%s]}}""";
    private static final String DESCRIBED = """
            {"element_id": "%s", "skill_name": "%s", "from_proficiency_level": %s, "to_proficiency_level": %s,
            "gap_description": "Practise."}""";

    @TempDir
    private static Path folder;

    @Test
    void aSpoiltArchive() throws IOException {
        List<byte[]> archives = List.of(archive(MiniRelease.text()), archive(MiniRelease.csv()));
        Path zip = folder.resolve("spoilt.zip");
        spoil(mutation -> {
            write(zip, mutation.of(mutation.oneOf(archives)));
            readAll(OnetRelease.open(zip));
        });
    }

    @Test
    void aSpoiltFileOfARelease() {
        List<MiniRelease> releases = List.of(MiniRelease.text(), MiniRelease.singleSkillsText(), MiniRelease.csv());
        Path zip = folder.resolve("mini.zip");
        spoil(mutation -> {
            MiniRelease mini = mutation.oneOf(releases);
            String file = mutation.oneOf(List.copyOf(mini.files()));
            readAll(OnetRelease.open(
                    mini.withFile(file, mutation.of(mini.bytes(file))).writeZip(zip)));
        });
    }

    @Test
    void aSpoiltAnswerOfTheWebServices() {
        try (WebServicesStub stub = WebServicesStub.v2(MiniRelease.text(), KEY)) {
            OnetWebServices services = OnetWebServices.v2(KEY)
                    .baseAddress(stub.address())
                    .minimumInterval(Duration.ZERO)
                    .retries(0)
                    .build();
            spoil(mutation -> {
                stub.recover();
                stub.on(mutation.oneOf(List.of("search", "database", "rows/", "info/", "")))
                        .always()
                        .body(mutation::of);
                services.search("chief", 10);
                OnetCatalog catalog = services.catalog();
                catalog.searchOccupations("programmer", 5);
                catalog.profile(OnetSocCode.parse("15-1251"), Domain.SKILLS);
                catalog.relatedOccupations(OnetSocCode.parse("15-1251"));
            });
        }
    }

    @Test
    void aSpoiltAnswerOfGemini() {
        GeminiReply good = GeminiReply.text("{\"level\":4}");
        for (GeminiReply reply : List.of(good, GeminiReply.error(429, "RESOURCE_EXHAUSTED", "Slow down.", "1s"))) {
            Mutation[] current = new Mutation[1];
            try (GeminiStub stub = GeminiStub.answering(KEY, prompt -> reply.body(body -> current[0].of(body)))) {
                LanguageModel model = GeminiLanguageModel.create(KEY)
                        .baseAddress(stub.address())
                        .maxCalls(Integer.MAX_VALUE)
                        .maxTokens(Long.MAX_VALUE)
                        .retries(0)
                        .build();
                spoil(TIME.dividedBy(TARGETS * 2L), mutation -> {
                    current[0] = mutation;
                    model.reply(new Prompt("Assign a level.", "{}", "{}"));
                });
            }
        }
    }

    @Test
    void aSpoiltAssessmentOfAModel() {
        AssessmentTask task = AssessmentTask.of(catalog(), "15-1251", Domain.SKILLS);
        String good = assessment(task);
        spoil(mutation -> ProficiencyAssessor.of(replying(mutation, good)).assess(task));
    }

    @Test
    void aSpoiltDescriptionOfAGap() {
        SkillGap gap = SkillGapAnalyzer.of(catalog()).analyze("15-1251.00", "15-1211.00");
        String entries = gap.gaps().stream().map(SpoiltInputTest::described).collect(Collectors.joining(","));
        String good = DESCRIPTION.formatted(gap.from().name(), gap.to().name(), entries);
        spoil(mutation -> LanguageModelGapDescriber.of(replying(mutation, good)).describe(gap));
    }

    @Test
    void aSpoiltCode() {
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog());
        spoil(mutation -> {
            String text = mutation.ofAnyLength(mutation.oneOf(List.of("15-1251.00", " 15-1251 ", "15-1211.00")));
            assertThat(OnetSocCode.isCode(text)).isEqualTo(isParsed(text));
            within(text, () -> analyzer.analyze("15-1251.00", text));
        });
    }

    @Test
    void aSpoiltElementId() {
        OnetCatalog catalog = catalog();
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        spoil(mutation -> {
            String text = mutation.ofAnyLength(mutation.oneOf(List.of("2.A.1.a", "2.B.3.e", "1.A.1.a.1")));
            Person person = new Person("A.", Map.of(text, 3.0));
            boolean isSkill = isAmong(catalog.elements(Domain.SKILLS), text);
            boolean isElement = catalog.domains().stream().anyMatch(domain -> isAmong(catalog.elements(domain), text));
            within(text, () -> assertAnswer(isSkill, () -> analyzer.analyze(person, "15-1211", GapOptions.DEFAULTS)));
            within(text, () -> assertAnswer(isElement, () -> catalog.occupationsNeeding(text, 1)));
        });
    }

    @Test
    void aSpoiltTitle() {
        OnetCatalog catalog = catalog();
        List<String> asked = List.of("15-1251.00", "computer programmers", "C++ developer", "Maître d'");
        spoil(mutation -> {
            String text = mutation.ofAnyLength(mutation.oneOf(asked));
            within(text, () -> assertThat(catalog.searchOccupations(text, 3)).hasSizeLessThanOrEqualTo(3));
            within(text, () -> catalog.requireOccupation(text));
        });
    }

    private static boolean isParsed(String text) {
        try {
            return OnetSocCode.parse(text).value().startsWith(text.strip());
        } catch (InvalidOnetSocCodeException expected) {
            return false;
        }
    }

    private static boolean isAmong(List<Element> elements, String id) {
        return elements.stream().anyMatch(element -> element.id().equals(id));
    }

    /** An unknown element is the one input that is documented to end in an exception of the JDK. */
    private static void assertAnswer(boolean known, ThrowingCallable question) {
        if (known) {
            assertThatCode(question).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException().isThrownBy(question).withMessageContaining("no element");
        }
    }

    /** Answers with memory in proportion to the text, and a little for the answer. */
    private static void within(String text, Runnable question) {
        long before = AllocatedBytes.ofThisThread();
        try {
            question.run();
        } finally {
            assertThat(AllocatedBytes.ofThisThread() - before)
                    .as("bytes for %d characters", text.length())
                    .isLessThan(MOST_BYTES + MOST_BYTES_A_CHARACTER * text.length());
        }
    }

    private static void spoil(Consumer<Mutation> reading) {
        spoil(TIME.dividedBy(TARGETS), reading);
    }

    private static void spoil(Duration time, Consumer<Mutation> reading) {
        long end = System.nanoTime() + time.toNanos();
        for (long seed = SEED; seed == SEED || System.nanoTime() < end; seed++) {
            Mutation mutation = new Mutation(seed);
            assertThatCode(() -> assertTimeoutPreemptively(LONGEST_READING, () -> read(reading, mutation)))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    private static void read(Consumer<Mutation> reading, Mutation mutation) {
        try {
            reading.accept(mutation);
        } catch (OnetException expected) {
            assertThatCode(expected::toString).doesNotThrowAnyException();
        }
    }

    private static void readAll(OnetRelease release) {
        release.info();
        for (ReleaseTable table : release.tables()) {
            try (ReleaseRows rows = release.rows(table, rejected -> {})) {
                rows.forEachRemaining(row -> {});
            }
        }
        release.catalog().searchOccupations("programmer", 5);
    }

    /** A reply that assesses all skills of a task. */
    static String assessment(AssessmentTask task) {
        String entries = task.skills().stream()
                .map(RatedElement::element)
                .map(skill -> ASSESSED.formatted(skill.id(), skill.name()))
                .collect(Collectors.joining(","));
        Occupation occupation = task.occupation();
        return ASSESSMENT.formatted(occupation.code(), occupation.title(), entries);
    }

    private static LanguageModel replying(Mutation mutation, String good) {
        return prompt -> new ModelReply(mutation.of(good), "spoilt", null, null);
    }

    private static String described(ElementGap gap) {
        return DESCRIBED.formatted(gap.element().id(), gap.element().name(), gap.fromLevel(), gap.toLevel());
    }

    private static OnetCatalog catalog() {
        return OnetRelease.open(MiniRelease.text().writeZip(folder.resolve("catalog.zip")))
                .catalog();
    }

    private static byte[] archive(MiniRelease release) throws IOException {
        return Files.readAllBytes(release.writeZip(folder.resolve("archive.zip")));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
