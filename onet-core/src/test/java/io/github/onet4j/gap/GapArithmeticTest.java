package io.github.onet4j.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a gap, one by one, on figures that fit a pocket calculator. */
class GapArithmeticTest {
    @Test
    void readinessIsTheShareOfTheWeightedNeedThatTheSourceMeets() {
        // Weights (IM - 1) / 4: a 1, b 0.5. Needed 1·4 + 0.5·4 = 6; met 1·1 + 0.5·4 = 3.
        SkillGap gap = gap(List.of(rated("a", 1, 1), rated("b", 1, 6)), List.of(rated("a", 5, 4), rated("b", 3, 4)));
        assertThat(gap.readiness()).hasValue(0.5);
    }

    @Test
    void theSourcesImportanceDoesNotMatter() {
        List<RatedElement> target = List.of(rated("a", 5, 4), rated("b", 3, 4));
        assertThat(gap(List.of(rated("a", 5, 1), rated("b", 1, 1)), target).readiness())
                .isPresent()
                .isEqualTo(
                        gap(List.of(rated("a", 1, 1), rated("b", 5, 1)), target).readiness());
    }

    @Test
    void readinessForItselfIsOneAndNothingIsLeft() {
        List<RatedElement> same = List.of(rated("a", 4.12, 4.75), rated("b", 2.38, 1.12), rated("c", 1, 0));
        SkillGap gap = gap(same, same);
        assertThat(gap.readiness()).hasValue(1);
        assertThat(gap.gaps()).isEmpty();
        assertThat(gap.surplus()).isEmpty();
        assertThat(ids(gap.matched())).as("what neither has is no match").containsExactly("a", "b");
    }

    @Test
    void readinessOfASourceWithNothingIsZero() {
        SkillGap gap = gap(List.of(rated("a", 1, 0)), List.of(rated("a", 5, 4)));
        assertThat(gap.readiness()).hasValue(0);
        assertThat(gap.gaps())
                .singleElement()
                .satisfies(only -> assertThat(only.share()).hasValue(1.0));
    }

    @Test
    void readinessIsUndefinedWhereTheTargetNeedsNothing() {
        assertThat(gap(List.of(rated("a", 5, 4)), List.of(rated("a", 5, 0))).readiness())
                .isEmpty();
        assertThat(gap(List.of(rated("a", 5, 4)), List.of()).readiness()).isEmpty();
        // Importance 1 weighs (1 - 1) / 4 = 0; so does one that is missing.
        SkillGap unimportant = gap(
                List.of(rated("a", 1, 0), rated("b", 1, 0)),
                List.of(rated("a", 1, 4), rated("b", null, level(3, 0.1))));
        assertThat(unimportant.readiness()).isEmpty();
        assertThat(unimportant.gaps())
                .allSatisfy(each -> assertThat(each.share()).isEmpty());
    }

    @Test
    void theSharesOfTheGapsAddUpToTheShortfall() {
        // Weights a 0.75, b 0.5, c 0.25. Needed 0.75·4 + 0.5·3 + 0.25·2 = 5. Short: a 0.75·1, b 0.5·3, c 0.25·1.
        SkillGap gap = gap(
                List.of(rated("a", 1, 3), rated("b", 1, 0), rated("c", 1, 1)),
                List.of(rated("a", 4, 4), rated("b", 3, 3), rated("c", 2, 2)));
        assertThat(ids(gap.gaps())).containsExactly("b", "a", "c");
        assertThat(gap.gaps()).extracting(each -> each.share().orElseThrow()).containsExactly(0.3, 0.15, 0.05);
        assertThat(gap.readiness().orElseThrow()).isCloseTo(1 - 0.3 - 0.15 - 0.05, within(1e-12));
    }

    @Test
    void gapsOfEqualShareAreOrderedByElement() {
        SkillGap gap = gap(
                List.of(rated("a", 1, 0), rated("b", 1, 0), rated("c", 1, 0), rated("d", 1, 0)),
                List.of(rated("a", 3, 2), rated("b", 5, 2), rated("c", 3, 2), rated("d", 5, 2)));
        assertThat(ids(gap.gaps())).containsExactly("b", "d", "a", "c");
    }

    @Test
    void anElementThatTheSourceHasAtALowerLevelOrNotAtAllIsAGap() {
        SkillGap gap = gap(
                List.of(rated("absent", 1, 0), rated("equal", 5, 3), rated("less", 5, 2.88), rated("more", 5, 3.12)),
                List.of(rated("absent", 5, 3), rated("equal", 5, 3), rated("less", 5, 3), rated("more", 5, 3)));
        assertThat(ids(gap.gaps())).containsExactly("absent", "less");
        assertThat(ids(gap.matched())).containsExactly("equal");
        assertThat(ids(gap.surplus())).containsExactly("more");
        ElementGap absent = gap.gaps().get(0);
        assertThat(absent.difference()).isEqualTo(3);
        assertThat(absent.from()).isEqualTo(level(0, 0.1));
    }

    @Test
    void anElementThatTheSourceIsNotRatedOnIsUnknownAndReadinessLiesBetweenLackingItAndHavingIt() {
        // Weights a 0.5, b 1, c 0.5. Needed 0.5·4 + 1·4 + 0.5·4 = 8; met 0.5·2 = 1, and of b and c up to 6 more.
        SkillGap gap = gap(List.of(rated("a", 1, 2)), List.of(rated("a", 3, 4), rated("b", 5, 4), rated("c", 3, 4)));
        assertThat(ids(gap.gaps())).containsExactly("a");
        assertThat(gap.gaps().get(0).share()).as("of what is needed in all").hasValue(1.0 / 8);
        assertThat(gap.unknown())
                .extracting(
                        each -> each.element().id(), each -> each.shareAtMost().orElseThrow())
                .containsExactly(tuple("b", 4.0 / 8), tuple("c", 2.0 / 8));
        assertThat(gap.unknown().get(0).from()).as("missing is never zero").isEmpty();
        assertThat(gap.unknown().get(0).to()).hasValue(level(4, 0.1));
        assertThat(gap.readiness()).as("never a lone number").isEmpty();
        assertThat(gap.readinessBounds()).hasValue(new ReadinessBounds(1.0 / 8, 7.0 / 8));
        assertThat(gap.toString()).contains("readiness 0.125 to 0.875, 1 gap and 2 unknown in skills");
    }

    @Test
    void anElementThatTheTargetIsNotRatedOnMayNeedAnythingUpToTheHighestLevelAtFullWeight() {
        // Known: 2 of 4 at weight 1. At worst b needs 7 of which the source has 3; at best it needs the 3.
        SkillGap gap = gap(List.of(rated("a", 1, 2), rated("b", 1, 3)), List.of(rated("a", 5, 4)));
        assertThat(gap.surplus()).isEmpty();
        assertThat(gap.unknown()).singleElement().satisfies(only -> {
            assertThat(only.element().id()).isEqualTo("b");
            assertThat(only.to()).isEmpty();
            assertThat(only.importance()).isEmpty();
            assertThat(only.shareAtMost()).isEmpty();
            assertThat(only).hasToString("b (b): from 3 to unknown");
        });
        assertThat(gap.readinessBounds()).hasValue(new ReadinessBounds(5.0 / 11, 5.0 / 7));
    }

    @Test
    void anElementThatTheTargetNeedsLessOfThanTheSourceHasDoesNotLowerReadiness() {
        // Known: 1 of 4. At worst b needs nothing at all, for 6 of 7 would raise the quotient.
        SkillGap gap = gap(List.of(rated("a", 1, 1), rated("b", 1, 6)), List.of(rated("a", 5, 4)));
        assertThat(gap.readinessBounds()).hasValue(new ReadinessBounds(1.0 / 4, 7.0 / 10));
    }

    @Test
    void whatNobodyKnowsOfEitherSideCountsForTheBoundsToo() {
        Element neither = new Element("z", "z", null, Domain.SKILLS, List.of());
        GapInput source = new GapInput(side("from"), List.of(rated("a", 1, 2)), List.of(neither));
        GapInput target = new GapInput(side("to"), List.of(rated("a", 5, 4)), List.of(neither));
        SkillGap gap = new GapArithmetic(NotRelevantPolicy.AS_RATED)
                .gap(new ReleaseInfo("1.0", null, ""), Domain.SKILLS, source, target);
        assertThat(gap.unknown()).extracting(UnknownElement::element).containsExactly(neither);
        // At worst z needs 7 and the source has none of it, at best all.
        assertThat(gap.readinessBounds()).hasValue(new ReadinessBounds(2.0 / 11, 9.0 / 11));
    }

    @Test
    void anUnknownLevelOfNoWeightLeavesReadinessAFigure() {
        SkillGap gap = gap(List.of(rated("a", 1, 2)), List.of(rated("a", 5, 4), rated("b", 1, 6), rated("c", 5, 0)));
        assertThat(gap.unknown()).hasSize(2);
        assertThat(gap.readiness()).hasValue(0.5);
    }

    @Test
    void boundsAreInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadinessBounds(0.5, 0.25))
                .withMessage("bounds of readiness must be 0 <= low <= high <= 1, but were 0.5 and 0.25");
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadinessBounds(0, Double.NaN));
    }

    @Test
    void surplusIsOrderedByDifferenceAndHasNoShareWhereTheTargetDoesNotHaveTheElement() {
        SkillGap gap = gap(
                List.of(rated("a", 5, 3), rated("b", 5, 3), rated("c", 5, 4), rated("d", 5, 3)),
                List.of(rated("a", 5, 2), rated("b", 5, 2), rated("c", 5, 2), rated("d", 5, 0)));
        assertThat(ids(gap.surplus())).containsExactly("d", "c", "a", "b");
        assertThat(gap.surplus()).extracting(ElementGap::difference).containsExactly(-3.0, -2.0, -1.0, -1.0);
        assertThat(gap.surplus()).extracting(each -> each.share().orElse(-1)).containsExactly(-1.0, 0.0, 0.0, 0.0);
        assertThat(gap.readiness()).hasValue(1);
    }

    @Test
    void aLevelFlaggedNotRelevantCountsAsRatedOrAsAbsent() {
        Rating flagged = new Rating(2, 8, 0.125, 1.8, 2.2, false, true, null, null, null);
        List<RatedElement> weak = List.of(rated("a", 5.0, flagged));
        List<RatedElement> strong = List.of(rated("a", 5, 4));
        assertThat(gap(weak, strong).readiness()).as("2 of 4").hasValue(0.5);
        assertThat(gap(strong, weak).readiness()).as("4 of 2").hasValue(1);
        SkillGap fromAbsent = gap(NotRelevantPolicy.AS_ABSENT, weak, strong);
        assertThat(fromAbsent.readiness()).as("0 of 4").hasValue(0);
        assertThat(fromAbsent.gaps().get(0).difference()).isEqualTo(4);
        assertThat(fromAbsent.gaps().get(0).from()).as("the row as it stands").isEqualTo(flagged);
        assertThat(fromAbsent.gaps().get(0).inWords())
                .as("the level that counts")
                .startsWith("from none to ");
        SkillGap toAbsent = gap(NotRelevantPolicy.AS_ABSENT, strong, weak);
        assertThat(toAbsent.readiness()).as("nothing is needed").isEmpty();
        assertThat(toAbsent.surplus().get(0).difference()).isEqualTo(-4);
        assertThat(gap(NotRelevantPolicy.AS_ABSENT, weak, weak).matched()).isEmpty();
    }

    @Test
    void aTargetWithoutAnImportanceIsAGapOfAnyWeight() {
        SkillGap gap = gap(
                List.of(rated("a", 1, 3), rated("b", 1, 0)),
                List.of(rated("a", null, level(6, 0.1)), rated("b", 3, 2)));
        assertThat(ids(gap.gaps())).as("an unknown share comes last").containsExactly("b", "a");
        assertThat(gap.gaps()).extracting(each -> each.share().orElse(-1)).containsExactly(1.0, -1.0);
        assertThat(gap.gaps().get(1).importance()).isEmpty();
        // Of b nothing of 0.5·2 is met; a adds nothing, or at full weight 3 of 6.
        assertThat(gap.readinessBounds()).hasValue(new ReadinessBounds(0, 3.0 / 7));
    }

    @ParameterizedTest
    @CsvSource({
        // 0.3 and 0.4 make a spread of 0.5; 1.96 · 0.5 = 0.98
        "0.98, 0.3, 0.4, CLEAR",
        "0.97, 0.3, 0.4, TENTATIVE",
        "-0.98, 0.3, 0.4, CLEAR",
        "-0.97, 0.3, 0.4, TENTATIVE",
        // With the floor the least spread is 0.125 · √2 = 0.1768; 1.96 times that is 0.3465.
        "0.35, 0, 0, CLEAR",
        "0.34, 0, 0, TENTATIVE",
        "0.01, 0, 0, TENTATIVE",
        "0.34, 0.1, 0.124, TENTATIVE",
        // 0.125 and 0.3 make 0.325; 1.96 times that is 0.637.
        "0.64, 0, 0.3, CLEAR",
        "0.63, 0.3, 0, TENTATIVE",
    })
    void aDifferenceIsClearFromTwoStandardErrorsOn(double difference, double from, double to, Grade grade) {
        assertThat(GapArithmetic.grade(difference, level(3, from), level(3, to)))
                .isEqualTo(grade);
    }

    @Test
    void aSuppressedRatingIsTentativeAtMost() {
        Rating suppressed = new Rating(1, 8, 0.1, 0.8, 1.2, true, false, null, null, null);
        assertThat(GapArithmetic.grade(5, suppressed, level(6, 0.1))).isEqualTo(Grade.TENTATIVE);
        assertThat(GapArithmetic.grade(-5, level(6, 0.1), suppressed)).isEqualTo(Grade.TENTATIVE);
        Rating suppressedWithoutError = new Rating(1, 8, null, null, null, true, false, null, null, null);
        assertThat(GapArithmetic.grade(5, suppressedWithoutError, level(6, 0.1)))
                .isEqualTo(Grade.UNKNOWN_PRECISION);
    }

    @Test
    void withoutAStandardErrorThePrecisionIsUnknown() {
        assertThat(GapArithmetic.grade(5, level(1, null), level(6, 0.1))).isEqualTo(Grade.UNKNOWN_PRECISION);
        assertThat(GapArithmetic.grade(5, level(1, 0.1), level(6, null))).isEqualTo(Grade.UNKNOWN_PRECISION);
    }

    @Test
    void whereTheLevelsAreEqualThereIsNothingToGrade() {
        assertThat(gap(List.of(rated("a", 5, 3)), List.of(rated("a", 5, 3))).matched())
                .singleElement()
                .satisfies(matched -> assertThat(matched.grade()).isEmpty());
    }

    @Test
    void aGapIsAMustHaveIfItIsClearAndTheElementImportant() {
        SkillGap gap = gap(
                List.of(
                        rated("clear", 5, 1),
                        rated("just important", 5, 1),
                        rated("tentative", 5, 2.9),
                        rated("unimportant", 5, 1),
                        rated("weightless", 5.0, level(1, 0.1))),
                List.of(
                        rated("clear", 5, 3),
                        rated("just important", 3, 3),
                        rated("tentative", 5, 3),
                        rated("unimportant", 2.99, 3),
                        rated("weightless", null, level(3, 0.1))));

        assertThat(ids(gap.mustHave())).containsExactly("clear", "just important");
        assertThat(gap.getMustHave()).isEqualTo(ids(gap.mustHave()));
    }

    @ParameterizedTest
    // 0.125 and 0.125 make 0.1768. Of four elements, p may be 0.0125, 0.025, 0.0375 and 0.05 by its rank: that is a
    // difference from 0.4416 (z 2.498), 0.3963 (2.241), 0.3678 (2.081) and 0.3465 (1.960) on.
    @CsvSource({
        "0.45, 0.40, 0.37, 0.35, abcd",
        "0.37, 0.45, 0.40, 0.00, abc",
        "0.43, 0.41, 0.36, 0.00, ab",
        "0.43, 0.39, 0.36, 0.00, ''",
        "0.43, 0.43, 0.43, 0.43, abcd",
        "0.45, 0.39, 0.36, 0.34, a",
        "0.43, 0.00, 0.00, 0.00, ''",
        "0.45, 0.00, 0.00, 0.00, a",
    })
    void whatIsDistinguishableDependsOnAllThatIsCompared(double a, double b, double c, double d, String expected) {
        SkillGap gap = gap(
                List.of(rated("a", 5, 3), rated("b", 5, 3), rated("c", 5, 3), rated("d", 5, 3)),
                List.of(rated("a", 5, 3 + a), rated("b", 5, 3 + b), rated("c", 5, 3 + c), rated("d", 5, 3 + d)));
        SkillGap other = gap(
                List.of(rated("a", 5, 3), rated("b", 5, 3), rated("c", 5, 3), rated("d", 5, 3)),
                List.of(rated("a", 5, 3 - a), rated("b", 5, 3 - b), rated("c", 5, 3 - c), rated("d", 5, 3 - d)));

        assertThat(ids(gap.distinguishable()))
                .containsExactlyInAnyOrder(
                        expected.chars().mapToObj(Character::toString).toArray(String[]::new));
        assertThat(gap.getDistinguishable()).isEqualTo(ids(gap.distinguishable()));
        assertThat(other.distinguishable()).as("a surplus alike").hasSameSizeAs(gap.distinguishable());
    }

    @Test
    void whatHasNoStandardErrorOrIsSuppressedIsNotDistinguishable() {
        Rating suppressed = new Rating(1, 8, 0.1, null, null, true, false, null, null, null);
        SkillGap gap = gap(
                List.of(
                        rated("imprecise", 5.0, level(1, null)),
                        rated("suppressed", 5.0, suppressed),
                        rated("other", 5, 1)),
                List.of(rated("imprecise", 5, 7), rated("suppressed", 5, 7), rated("other", 5, 1.43)));

        assertThat(gap.distinguishable())
                .as("p is 0.015; it counts as one of two that were compared")
                .extracting(each -> each.element().id())
                .containsExactly("other");
        assertThat(gap(List.of(rated("a", 5.0, level(1, null))), List.of(rated("a", 5, 7)))
                        .distinguishable())
                .isEmpty();
    }

    private static List<String> ids(List<ElementGap> gaps) {
        return gaps.stream().map(gap -> gap.element().id()).toList();
    }

    private static SkillGap gap(List<RatedElement> from, List<RatedElement> to) {
        return gap(NotRelevantPolicy.AS_RATED, from, to);
    }

    private static SkillGap gap(NotRelevantPolicy notRelevant, List<RatedElement> from, List<RatedElement> to) {
        return new GapArithmetic(notRelevant)
                .gap(new ReleaseInfo("1.0", null, ""), Domain.SKILLS, input("from", from), input("to", to));
    }

    private static GapInput input(String name, List<RatedElement> elements) {
        return new GapInput(side(name), elements, List.of());
    }

    private static GapSide side(String name) {
        return new GapSide(name, null, Coverage.RATED, List.of(), null, List.of(), null, null, Set.of());
    }

    private static RatedElement rated(String id, double importance, double level) {
        return rated(id, importance, level(level, 0.1));
    }

    private static RatedElement rated(String id, @Nullable Double importance, Rating level) {
        return RatedElement.of(
                new Element(id, id, null, Domain.SKILLS, List.of()),
                importance == null ? null : Rating.of(importance),
                level);
    }

    private static Rating level(double value, @Nullable Double standardError) {
        return new Rating(value, 8, standardError, null, null, false, false, null, null, null);
    }
}
