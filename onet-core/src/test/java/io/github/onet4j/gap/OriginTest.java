package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.match.Estimate;
import io.github.onet4j.match.EstimatedElement;
import io.github.onet4j.match.OccupationWeight;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The origins of the ratings of a gap. */
class OriginTest {
    private static final Origin RELEASE = new Origin(Origin.Kind.RELEASE, "31.0");
    private static final Origin WEB = new Origin(Origin.Kind.WEB_SERVICES, "31.0");
    private static final ReleaseInfo INFO = new ReleaseInfo("31.0", null, null);
    private static final Occupation COOKS = occupation("35-2011.00", "Cooks");
    private static final Occupation BAKERS = occupation("51-3011.00", "Bakers");
    private static final Occupation BUTCHERS = occupation("51-3021.00", "Butchers");

    @Test
    void aSideNamesEveryOriginOfItsRatings() {
        GapSide side =
                GapInput.of(profile(COOKS, rated("2.A.1.a", RELEASE, WEB))).side();

        assertThat(side.origins()).containsExactlyInAnyOrder(RELEASE, WEB);
    }

    @Test
    void aSideWhoseRatingsHaveNoOriginNamesNone() {
        assertThat(GapInput.of(profile(COOKS, rated("2.A.1.a", null, null)))
                        .side()
                        .origins())
                .isEmpty();
    }

    @Test
    void anEstimateComesFromWhereTheRatingsThatItIsMadeOfCome() {
        Element element = rated("2.A.1.a", RELEASE, WEB).element();
        GapInput estimate = GapInput.estimate(
                profile(COOKS),
                new Estimate(
                        INFO,
                        COOKS,
                        Domain.SKILLS,
                        List.of(new EstimatedElement(element, 4, .4, 3, .3)),
                        List.of(new OccupationWeight(BAKERS, .6), new OccupationWeight(BUTCHERS, .4)),
                        Set.of(),
                        Set.of(RELEASE, WEB),
                        null,
                        YearMonth.of(2024, 8)));

        assertThat(estimate.side().origins()).containsExactlyInAnyOrder(RELEASE, WEB);
        assertThat(estimate.side().newestRating()).hasValue(YearMonth.of(2024, 8));
        assertThat(estimate.side().oldestRating()).isEmpty();
        assertThat(estimate.side().estimatedFrom()).containsExactly(BAKERS, BUTCHERS);
        assertThat(estimate.side().estimateStandardError().orElseThrow()).isCloseTo(.4, within(1e-12));
        assertThat(estimate.elements()).allSatisfy(estimated -> {
            assertThat(estimated.importance().map(Rating::standardError)).hasValue(.3);
            assertThat(estimated.level().map(Rating::value)).hasValue(4.0);
            assertThat(estimated.level().map(Rating::standardError)).hasValue(.4);
        });
    }

    @Test
    void theAttributionNamesTheSideThatWasRetrieved() {
        assertThat(gap(side("Cooks", RELEASE), side("Bakers", RELEASE, WEB)).attribution())
                .isEqualTo(INFO.attribution()
                        + " Ratings of Bakers were retrieved from O*NET Web Services"
                        + " (https://services.onetcenter.org/), of O*NET 31.0.");
    }

    @Test
    void theAttributionNamesBothSidesAndBothVersions() {
        assertThat(gap(side("Cooks", new Origin(Origin.Kind.WEB_SERVICES, "31.1")), side("Bakers", WEB))
                        .attribution())
                .endsWith(" Ratings of Cooks and of Bakers were retrieved from O*NET Web Services"
                        + " (https://services.onetcenter.org/), of O*NET 31.0 and O*NET 31.1.");
    }

    @Test
    void theAttributionSaysThatAnEstimateWasRetrievedFromOthers() {
        GapSide estimated = new GapSide(
                "Cooks",
                COOKS.code(),
                Coverage.UNRATED,
                List.of(BAKERS),
                0.455,
                List.of(BAKERS),
                null,
                null,
                Set.of(WEB));

        assertThat(gap(estimated, side("Bakers", RELEASE)).attribution())
                .contains(" Ratings of the occupations that stand in for Cooks were retrieved from O*NET Web Services");
    }

    @Test
    void theAttributionOfWhatWasReleasedIsThatOfTheRelease() {
        assertThat(gap(side("Ada"), side("Bakers", RELEASE)).attribution()).isEqualTo(INFO.attribution());
    }

    @Test
    void anUnratedOccupationIsRefusedWithWhatCameOfAskingForIt() {
        UnratedOccupationException refused = UnratedOccupationException.refused(
                profile(COOKS).withFetchOutcome(FetchOutcome.NO_RATINGS), null, List.of(BAKERS), false);

        assertThat(refused)
                .hasMessage("Cooks (35-2011.00) has no ratings of skills in O*NET 31.0. Rated alternatives: Bakers"
                        + " (51-3011.00). O*NET Web Services have no such ratings either");
        assertThat(refused.fetchOutcome()).isEqualTo(FetchOutcome.NO_RATINGS);
        assertThat(refused.version()).isEqualTo("31.0");
    }

    private static SkillGap gap(GapSide from, GapSide to) {
        return new GapArithmetic(NotRelevantPolicy.AS_RATED)
                .gap(
                        INFO,
                        Domain.SKILLS,
                        new GapInput(from, List.of(), List.of()),
                        new GapInput(to, List.of(), List.of()));
    }

    private static GapSide side(String name, Origin... origins) {
        return new GapSide(name, null, Coverage.RATED, List.of(), null, List.of(), null, null, Set.of(origins));
    }

    private static Profile profile(Occupation occupation, RatedElement... elements) {
        List<RatedElement> rated = Arrays.asList(elements);
        return Profile.of(
                INFO,
                occupation,
                Domain.SKILLS,
                rated,
                rated.stream().map(RatedElement::element).toList());
    }

    private static RatedElement rated(String id, @Nullable Origin importance, @Nullable Origin level) {
        return RatedElement.of(
                new Element(id, id, null, Domain.SKILLS, List.of()), rating(3, importance), rating(4, level));
    }

    private static Rating rating(double value, @Nullable Origin origin) {
        return new Rating(value, 8, 0.1, null, null, false, null, null, null, origin);
    }

    private static Occupation occupation(String code, String title) {
        return new Occupation(OnetSocCode.parse(code), title, "x");
    }
}
