package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A service of one generation on this machine, with the same rows in each, and a client of it that never waits. */
abstract class StubbedService {
    static final String KEY = "k3y\"of/the+pr0ject";
    static final String USERNAME = "their_user";
    static final String PASSWORD = "pässw0rd\"/with+signs";
    static final String TOKEN =
            Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    /** More than two pages of rows. */
    static final int MANY = 4100;

    final ApiVersion generation;
    final MiniRelease mini;
    final WebServicesStub stub;

    StubbedService(ApiVersion generation) {
        this.generation = generation;
        this.mini = generation == ApiVersion.V2 ? MiniRelease.text() : MiniRelease.singleSkillsText();
        this.stub = stub(mini);
    }

    @AfterEach
    final void closeStub() {
        stub.close();
    }

    final WebServicesStub stub(MiniRelease release) {
        return generation == ApiVersion.V2
                ? WebServicesStub.v2(release, KEY)
                : WebServicesStub.v1_9(release, USERNAME, PASSWORD);
    }

    final OnetWebServices.Builder builder() {
        OnetWebServices.Builder builder =
                generation == ApiVersion.V2 ? OnetWebServices.v2(KEY) : OnetWebServices.v1_9(USERNAME, PASSWORD);
        return builder.baseAddress(stub.address())
                .minimumInterval(Duration.ZERO)
                .longestRetryDelay(Duration.ZERO);
    }

    final OnetWebServices services() {
        return builder().build();
    }

    final String skills() {
        return skillTables().get(0);
    }

    final List<String> skillTables() {
        return generation == ApiVersion.V2 ? List.of("essential_skills", "transferable_skills") : List.of("skills");
    }

    final String skillsFile() {
        return generation == ApiVersion.V2 ? "Essential Skills.txt" : "Skills.txt";
    }

    final String titlesFile() {
        return generation == ApiVersion.V2 ? "Job Titles.txt" : "Alternate Titles.txt";
    }

    final String titles() {
        return titlesFile().replace(".txt", "").replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    final String titleColumn() {
        return generation == ApiVersion.V2 ? "job_title" : "alternate_title";
    }

    final MiniRelease withManyTitles() {
        MiniRelease longer = mini;
        for (int i = 0; i < MANY; i++) {
            longer = longer.withRow(titlesFile(), "15-1251.00", "Title " + i, "", "01");
        }
        return longer;
    }

    final MiniRelease theOtherLayout() {
        return generation == ApiVersion.V2 ? MiniRelease.singleSkillsText() : MiniRelease.text();
    }

    /** Returns how a call fails, and makes sure that nothing of it tells a secret. */
    static WebServicesException failure(ThrowingCallable call) {
        WebServicesException failure = catchThrowableOfType(WebServicesException.class, call);
        assertThat(failure).as("the call should have failed").isNotNull();
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything, true));
        assertTellsNoSecret(everything.toString());
        assertTellsNoSecret(failure.address().toString());
        return failure;
    }

    static void assertTellsNoSecret(String text) {
        assertThat(text).doesNotContain(KEY, PASSWORD, TOKEN, "k3y", "pr0ject", "pässw0rd", "with+signs");
    }
}
