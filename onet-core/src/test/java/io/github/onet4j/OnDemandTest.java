package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnDemandTest {
    private static final OnetSocCode CODE = OnetSocCode.parse("15-1299");

    @Test
    void aFailureLeavesOpenWhetherThereIsAnything() {
        assertThat(Stream.of(OnDemand.values()).filter(OnDemand::isFailure))
                .containsExactly(OnDemand.CREDENTIALS_REFUSED, OnDemand.UNREACHABLE, OnDemand.UNUSABLE_ANSWER);
    }

    @Test
    void thereIsNothingToExplainWhereNothingWasAskedOrNothingIsMissing() {
        assertThat(Stream.of(OnDemand.values())
                        .filter(onDemand -> onDemand.explanation().isEmpty()))
                .containsExactly(OnDemand.NOT_OFFERED, OnDemand.NOT_NEEDED, OnDemand.FETCHED);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingOccupationIsRefusedWithTheExplanation(OnDemand onDemand) {
        OccupationNotFoundException refused = new OccupationNotFoundException(CODE, "31.0", List.of(), onDemand);

        assertThat(refused.onDemand()).isEqualTo(onDemand);
        assertThat(refused)
                .hasMessage(
                        "O*NET 31.0 has no occupation 15-1299.00, nor any in its group 15-12; search by title to find"
                                + " its code"
                                + onDemand.explanation()
                                        .map(clause -> ". " + clause)
                                        .orElse(""));
    }

    @Test
    void whoeverForgotToConfigureTheWebServicesIsToldHow() {
        assertThat(OnDemand.NOT_CONFIGURED.explanation())
                .hasValue("O*NET Web Services are not configured; Onet.create(…).webServices(…) lets what is missing be"
                        + " fetched");
    }
}
