package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceCatalog;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.internal.web.WebRow;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A service on this machine, and a client of it that never waits between requests. */
abstract class StubbedService {
    static final String KEY = "k3y\"of/the+pr0ject";
    static final String USERNAME = "their_user";
    static final String PASSWORD = "pässw0rd\"/with+signs";
    static final String TOKEN =
            Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    static final OnetSocCode CHIEF_EXECUTIVES = OnetSocCode.parse("11-1011");
    static final OnetSocCode PROGRAMMERS = OnetSocCode.parse("15-1251");
    static final OnetSocCode DEVELOPERS = OnetSocCode.parse("15-1252");

    /** More than two pages of rows. */
    static final int MANY = 4100;

    final MiniRelease mini = MiniRelease.text();
    final WebServicesStub stub = stub();

    @AfterEach
    final void closeStub() {
        stub.close();
    }

    /** Starts a service of version 2.0, unless a test is about another one. */
    WebServicesStub stub() {
        return WebServicesStub.v2(mini, KEY);
    }

    OnetWebServices.Builder builder(WebServicesStub service) {
        return OnetWebServices.v2(KEY)
                .baseAddress(service.address())
                .minimumInterval(Duration.ZERO)
                .maxRetryDelay(Duration.ZERO);
    }

    final OnetWebServices.Builder builder() {
        return builder(stub);
    }

    final OnetWebServices services() {
        return builder().build();
    }

    static TableClient tables(OnetWebServices services) {
        return ((ServiceCatalog) services.catalog()).tables();
    }

    static List<WebRow> rows(OnetWebServices services, RowQuery query) {
        List<WebRow> rows = new ArrayList<>();
        tables(services).readPages(query, List.of(), page -> rows.addAll(page.rows()));
        return rows;
    }

    final MiniRelease withManyTitles() {
        MiniRelease longer = mini;
        for (int i = 0; i < MANY; i++) {
            longer = longer.withRow("Job Titles.txt", "15-1251.00", "Title " + i, "", "01");
        }
        return longer;
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
