package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.internal.web.ApiVersion;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceInfo;
import io.github.onet4j.internal.web.WebPage;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.WebServicesException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Version 1.9 of the interface, where it differs from 2.0: credentials, the list of tables, links to the next page,
 * and hits.
 */
class Version19Test extends StubbedService {
    private final OnetWebServices services = services();

    @Override
    WebServicesStub stub() {
        return WebServicesStub.v1_9(mini, USERNAME, PASSWORD);
    }

    @Override
    OnetWebServices.Builder builder(WebServicesStub service) {
        return OnetWebServices.v1_9(USERNAME, PASSWORD)
                .baseAddress(service.address())
                .minimumInterval(Duration.ZERO)
                .maxRetryDelay(Duration.ZERO);
    }

    @Test
    void aRequestCarriesUserNameAndPasswordInAHeaderAndAsksForJson() {
        assertThat(tables(services).about()).isEqualTo(new ServiceInfo(ApiVersion.V1_9, "31.0"));

        assertThat(services).hasToString("O*NET Web Services 1.9 at " + stub.address());
        assertThat(stub.requests()).singleElement().satisfies(request -> {
            assertThat(request.headers().get("Accept")).containsExactly("application/json");
            assertThat(request.headers().get("Authorization")).containsExactly("Basic " + TOKEN);
            assertThat(request.headers()).doesNotContainKey("X-API-Key");
            assertTellsNoSecret(request.address().toString());
        });
    }

    @Test
    void wrongCredentialsAreRefused() {
        OnetWebServices stranger = OnetWebServices.v1_9(USERNAME, "wr0ng")
                .baseAddress(stub.address())
                .build();

        WebServicesException failure = failure(() -> stranger.catalog().release());

        assertThat(failure.reason()).isEqualTo(Reason.CREDENTIALS_REFUSED);
        assertThat(failure.getMessage()).doesNotContain("wr0ng");
    }

    @Test
    void theLinkToTheNextPageIsFollowed() {
        stub.release(withManyTitles());

        assertThat(rows(services, RowQuery.of("job_titles"))).hasSize(MANY + mini.count("job_titles"));
        assertThat(stub.requests("database/rows")).hasSize(3);
    }

    @Test
    void aSearchFindsOccupations() {
        assertThat(services.search("computer programmers", 10))
                .containsExactly(new SearchHit(PROGRAMMERS, "Computer Programmers"));
    }

    @Test
    void theCatalogAnswersAsTheReleaseDoes(@TempDir Path folder) {
        OnetCatalog catalog = services.catalog();
        OnetCatalog file =
                OnetRelease.open(mini.writeZip(folder.resolve("mini.zip"))).catalog();

        assertThat(catalog.occupations()).isEqualTo(file.occupations());
        for (Occupation occupation : file.occupations()) {
            assertThat(catalog.profile(occupation.code(), Domain.SKILLS).coverage())
                    .isEqualTo(file.profile(occupation.code(), Domain.SKILLS).coverage());
        }
        assertThat(catalog.elements(Domain.SKILLS)).isEqualTo(file.elements(Domain.SKILLS));
        assertThat(catalog.searchOccupations("programmer", 5)).isEqualTo(file.searchOccupations("programmer", 5));
    }

    @Test
    void neitherThePasswordNorItsTokenIsTold() {
        for (String secret : List.of(TOKEN, PASSWORD)) {
            String escaped = secret.replace("\"", "\\\"").replace("/", "\\/");
            stub.on("about").error(422, "who are you, " + secret + "?");
            failure(() -> tables(services).about());
            stub.on("about").status(401, Map.of(), "{\"error\":\"" + escaped + "\"}");
            failure(() -> tables(services).about());
            stub.on("rows/")
                    .body(json -> json.replaceFirst("\\{", "{\"echo\":\"" + Matcher.quoteReplacement(escaped) + "\","));
            List<WebPage> pages = new ArrayList<>();
            tables(services).readPages(RowQuery.of("occupation_data"), List.of(), pages::add);
            assertThat(pages.get(0).response().body()).contains("\"echo\":\"***\"");
            assertTellsNoSecret(pages.toString());
        }
    }
}
