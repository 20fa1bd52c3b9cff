package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonGap;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How ready a person is for an occupation, as far as it is known.
 *
 * @param elements the elements that the target needs, the largest expected share first
 * @param nextQuestion the question that is expected to narrow the interval most; null if there is none worth asking
 * @param heldWithoutRatings the occupations held that say nothing about the levels
 */
record ReadinessAnswer(
        OccupationName target,
        Domain domain,
        Readiness readiness,
        List<Element> elements,

        @Nullable NextQuestion nextQuestion,

        List<OccupationName> heldWithoutRatings,
        ReleaseName release,
        String attribution) {
    static ReadinessAnswer of(
            Domain domain, PersonEstimate estimate, ReadinessEstimate readiness, @Nullable Question next) {
        return new ReadinessAnswer(
                OccupationName.of(readiness.target()),
                domain,
                Readiness.of(readiness),
                readiness.elements().stream().map(Element::of).toList(),
                next == null ? null : NextQuestion.of(next),
                estimate.heldWithoutRatings().stream().map(OccupationName::of).toList(),
                ReleaseName.of(readiness.release()),
                readiness.attribution());
    }

    /** Returns no figure, so that none of a person gets into a log. */
    @Override
    public String toString() {
        return "a person's readiness";
    }

    /**
     * The part of what the target needs that the person has, 0 to 1.
     *
     * @param mean the readiness to expect
     * @param low the lower end of the 90 % interval
     * @param high the upper end of the 90 % interval
     */
    @Schema(name = "Readiness", description = "The part of what the target needs that the person has, 0 to 1")
    record Readiness(double mean, double low, double high, double standardDeviation) {
        private static Readiness of(ReadinessEstimate estimate) {
            return new Readiness(estimate.mean(), estimate.low(), estimate.high(), estimate.standardDeviation());
        }
    }

    /**
     * An element that the target needs.
     *
     * @param neededLevel above 0, to 7
     * @param expectedLevel the person's; of a normal distribution, so it may be a little below 0 or above 7
     * @param standardDeviation how unsure the expected level is, in levels
     * @param probability the probability that the person falls short, 0 to 1
     * @param share the part of what the target needs that is expected to be lacking here, 0 to 1
     */
    @Schema(name = "PersonElement", description = "An element that the target needs, and the person's level")
    record Element(
            String elementId,
            String skillName,
            double neededLevel,
            double expectedLevel,
            double standardDeviation,
            double probability,
            double share,
            PersonGap.Status status) {
        private static Element of(PersonGap gap) {
            return new Element(
                    gap.element().id(),
                    gap.element().name(),
                    gap.needed(),
                    gap.person().mean(),
                    gap.person().standardDeviation(),
                    gap.probability(),
                    gap.share(),
                    gap.status());
        }
    }

    /**
     * A question in the words of the release.
     *
     * @param choices the lowest level first; the level of the chosen one goes into self_assessed
     * @param narrowing by how much the answer is expected to narrow the 90 % interval, 0 to 1
     */
    @Schema(name = "NextQuestion", description = "What to ask next; null if no question is worth asking")
    record NextQuestion(String elementId, String skillName, String text, List<Choice> choices, double narrowing) {
        private static NextQuestion of(Question question) {
            return new NextQuestion(
                    question.element().id(),
                    question.element().name(),
                    question.text(),
                    question.choices().stream()
                            .map(choice -> new Choice(choice.level(), choice.text()))
                            .toList(),
                    question.narrowing());
        }
    }

    /**
     * An answer to choose.
     *
     * @param level the level that it stands for, 0 to 7
     */
    @Schema(name = "Choice")
    record Choice(double level, String text) {}
}
