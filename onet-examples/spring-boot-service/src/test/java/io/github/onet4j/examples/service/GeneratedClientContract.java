package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.onet4j.examples.service.generated.ApiClient;
import io.github.onet4j.examples.service.generated.ApiException;
import io.github.onet4j.examples.service.generated.OccupationsApi;
import io.github.onet4j.examples.service.generated.OccupationsApi.APIOccupationRequest;
import io.github.onet4j.examples.service.generated.PersonsApi;
import io.github.onet4j.examples.service.generated.PersonsApi.APIRankingRequest;
import io.github.onet4j.examples.service.generated.PersonsApi.APIReadinessRequest;
import io.github.onet4j.examples.service.generated.SkillGapsApi;
import io.github.onet4j.examples.service.generated.SkillGapsApi.APISkillGapAnalysisRequest;
import io.github.onet4j.examples.service.generated.model.AnalysisAnswer;
import io.github.onet4j.examples.service.generated.model.Domain;
import io.github.onet4j.examples.service.generated.model.Grade;
import io.github.onet4j.examples.service.generated.model.HeldOccupation;
import io.github.onet4j.examples.service.generated.model.RankingAnswer;
import io.github.onet4j.examples.service.generated.model.RankingRequest;
import io.github.onet4j.examples.service.generated.model.ReadinessAnswer;
import io.github.onet4j.examples.service.generated.model.ReadinessRequest;
import io.github.onet4j.examples.service.generated.model.UnknownOccupation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What anybody gets who generates a client from the OpenAPI document: one that understands the service. */
interface GeneratedClientContract {
    int port();

    private ApiClient generated() {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + port());
        return client;
    }

    @Test
    default void aGeneratedClientReadsAGapARankingAndAPersonsReadiness() throws ApiException {
        ApiClient generated = generated();
        PersonsApi persons = new PersonsApi(generated);

        AnalysisAnswer gap = new SkillGapsApi(generated)
                .skillGapAnalysis(APISkillGapAnalysisRequest.newBuilder()
                        .from("15-1251")
                        .to("15-1211")
                        .domain(Domain.SKILLS)
                        .build());
        assertThat(gap.getReadiness()).isBetween(0.83, 0.84);
        assertThat(gap.getGaps().get(0).getSkillName()).isEqualTo("Troubleshooting");
        assertThat(gap.getGaps().get(0).getGrade()).isEqualTo(Grade.CLEAR);
        assertThat(gap.getMatched())
                .anySatisfy(each -> assertThat(each.getGrade()).isNull());

        HeldOccupation held = new HeldOccupation().code("15-1251").years(6.0);
        RankingAnswer ranking = persons.ranking(APIRankingRequest.newBuilder()
                .rankingRequest(new RankingRequest().addHeldItem(held).limit(3))
                .build());
        assertThat(ranking.getOccupations()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ranking.getOccupations().get(0).getRank()).isEqualTo(1);

        ReadinessAnswer readiness = persons.readiness(APIReadinessRequest.newBuilder()
                .readinessRequest(new ReadinessRequest().target("15-1211").addHeldItem(held))
                .build());
        assertThat(readiness.getReadiness().getMean())
                .isBetween(
                        readiness.getReadiness().getLow(),
                        readiness.getReadiness().getHigh());
        assertThat(Objects.requireNonNull(readiness.getNextQuestion()).getChoices())
                .isNotEmpty();
    }

    @Test
    default void aGeneratedClientReadsAProblem() {
        ApiClient generated = generated();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new OccupationsApi(generated)
                        .occupation(APIOccupationRequest.newBuilder()
                                .code("15-1299.99")
                                .build()))
                .satisfies(refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(404);
                    assertThat(generated
                                    .getObjectMapper()
                                    .readValue(refusal.getResponseBody(), UnknownOccupation.class)
                                    .getSameMinorGroup())
                            .anySatisfy(each -> assertThat(each.getTitle()).isEqualTo("Computer Programmers"));
                });
    }
}
