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
 * @param target the occupation in question
 * @param domain the domain that is compared; in a domain other than skills, skills are its elements
 * @param readiness the person's readiness
 * @param elements the elements that the target needs, the largest expected share first; the shares add up to 1 less
 *     the mean of the readiness
 * @param nextQuestion the question that is expected to narrow the interval most; null if there is none worth asking
 * @param heldWithoutRatings the occupations held that say nothing about the levels
 * @param release the release that the answer comes from
 * @param attribution the credit to show wherever the answer is shown
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
     * @param mean the readiness to expect, 0 to 1
     * @param low the lower end of the 90 % interval, 0 to 1
     * @param high the upper end of the 90 % interval, 0 to 1
     * @param standardDeviation how unsure the readiness is, on its own scale from 0 to 1
     */
    @Schema(name = "Readiness")
    record Readiness(
            @Schema(minimum = "0", maximum = "1") double mean,
            @Schema(minimum = "0", maximum = "1") double low,
            @Schema(minimum = "0", maximum = "1") double high,
            @Schema(minimum = "0") double standardDeviation) {
        private static Readiness of(ReadinessEstimate estimate) {
            return new Readiness(estimate.mean(), estimate.low(), estimate.high(), estimate.standardDeviation());
        }
    }

    /**
     * An element that the target needs, and the person's level.
     *
     * @param elementId the id of the element in O*NET's content model
     * @param skillName the name of the element
     * @param neededLevel the target's level, above 0, to 7
     * @param expectedLevel the person's level to expect; of a normal distribution, so it may be below 0 or above 7
     * @param standardDeviation how unsure the expected level is, in levels
     * @param probability the probability that the person falls short, 0 to 1
     * @param share the part of what the target needs that is expected to be lacking here, 0 to 1
     * @param status MET if the person has the needed level with a probability of at least 0.9; GAP if the person falls
     *     short with that probability; UNKNOWN otherwise
     */
    @Schema(name = "PersonElement")
    record Element(
            String elementId,
            String skillName,
            @Schema(minimum = "0", maximum = "7") double neededLevel,
            double expectedLevel,
            @Schema(minimum = "0") double standardDeviation,
            @Schema(minimum = "0", maximum = "1") double probability,
            @Schema(minimum = "0", maximum = "1") double share,
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
     * @param elementId the id of the element that it is about, for self_assessed or skipped
     * @param skillName the name of the element
     * @param text the question to show
     * @param choices the lowest level first; the level of the chosen one goes into self_assessed
     * @param narrowing by how much the answer is expected to narrow the 90 % interval, 0 to 1
     */
    @Schema(name = "NextQuestion")
    record NextQuestion(
            String elementId,
            String skillName,
            String text,
            List<Choice> choices,
            @Schema(minimum = "0", maximum = "1") double narrowing) {
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
     * @param text the answer in words
     */
    @Schema(name = "Choice")
    record Choice(@Schema(minimum = "0", maximum = "7") double level, String text) {}
}
