package io.github.onet4j.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The client as a host uses it. */
class OnetWebServicesTest extends StubbedService {
    private final OnetWebServices services = services();

    @Test
    void aRequestCarriesTheKeyInAHeaderAndAsksForJson() {
        services.catalog().profile(CHIEF_EXECUTIVES, Domain.SKILLS);

        assertThat(services).hasToString("O*NET Web Services 2.0 at " + stub.address());
        assertThat(stub.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.headers().get("Accept")).containsExactly("application/json");
            assertThat(request.headers().get("User-Agent")).containsExactly("java-onet4j (bot)");
            assertThat(request.headers().get("X-API-Key")).hasSize(1);
            assertThat(request.headers()).doesNotContainKey("Authorization");
            assertTellsNoSecret(request.address().toString());
        });
    }

    @Test
    void aSearchFindsOccupationsAsTheServiceRanksThem() {
        assertThat(services.search("computer programmers", 10))
                .containsExactly(new SearchHit(PROGRAMMERS, "Computer Programmers"));
        assertThat(services.search("computer", 1)).hasSize(1);
        assertThat(services.search("15-1252.00", 5)).extracting(SearchHit::code).containsExactly(DEVELOPERS);
        assertThat(services.search("c++ & c#", 5)).isEmpty();
        assertThat(stub.requests("keyword=c%2B%2B%20%26%20c%23")).hasSize(1);
    }

    @Test
    void aSearchNeedsAKeywordAndALimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> services.search(" ", 1));
        for (int limit : new int[] {0, 2001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> services.search("cook", limit))
                    .withMessage("limit must be between 1 and 2000, but was " + limit);
        }
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void manyThreadsShareOneClient() {
        List<Profile> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> services.catalog().profile(CHIEF_EXECUTIVES, Domain.SKILLS))
                .toList();

        assertThat(answers).hasSize(16).containsOnly(answers.get(0));
    }

    @Test
    void itWorksThroughTheHostsOwnClient() {
        OnetCatalog through = builder()
                .httpClient(HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build())
                .build()
                .catalog();

        assertThat(through.release()).isEqualTo(services.catalog().release());
        assertThat(through.findOccupation(OnetSocCode.parse("99-9999"))).isEmpty();
    }
}
