package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FetchOutcomeTest {
    private static final OnetSocCode CODE = OnetSocCode.parse("15-1299");

    @Test
    void aFailureLeavesOpenWhetherThereIsAnything() {
        assertThat(Stream.of(FetchOutcome.values()).filter(FetchOutcome::isFailure))
                .containsExactly(
                        FetchOutcome.CREDENTIALS_REFUSED, FetchOutcome.UNREACHABLE, FetchOutcome.UNUSABLE_ANSWER);
    }

    @Test
    void thereIsNothingToExplainWhereNothingWasAskedOrNothingIsMissing() {
        assertThat(Stream.of(FetchOutcome.values())
                        .filter(fetchOutcome -> fetchOutcome.explanation().isEmpty()))
                .containsExactly(FetchOutcome.NOT_OFFERED, FetchOutcome.NOT_NEEDED, FetchOutcome.FETCHED);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingOccupationIsRefusedWithTheExplanation(FetchOutcome fetchOutcome) {
        OccupationNotFoundException refused = new OccupationNotFoundException(CODE, "31.0", List.of(), fetchOutcome);

        assertThat(refused.fetchOutcome()).isEqualTo(fetchOutcome);
        assertThat(refused)
                .hasMessage(
                        "O*NET 31.0 has no occupation 15-1299.00, nor any in its group 15-12; search by title to find"
                                + " its code"
                                + fetchOutcome
                                        .explanation()
                                        .map(clause -> ". " + clause)
                                        .orElse(""));
    }

    @Test
    void whoeverForgotToConfigureTheWebServicesIsToldHow() {
        assertThat(FetchOutcome.NOT_CONFIGURED.explanation())
                .hasValue(
                        "O*NET Web Services are not configured; pass a client to Onet.create(…).webServices(…) to fetch"
                                + " missing data");
    }
}
