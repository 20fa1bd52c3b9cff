package io.github.onet4j.examples.service;

import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;

/**
 * The occupations closest to one.
 *
 * @param occupation the occupation in question
 * @param closest closest first
 * @param missing the evidence that the release has no table of, so that it counts for no pair. TITLES: job titles.
 *     WORK: the words on the work. KNOWLEDGE: the importance of knowledge. INTERESTS: types of interests
 * @param release the release that the answer comes from
 * @param attribution the credit to show wherever the answer is shown
 */
record ClosestAnswer(
        OccupationName occupation,
        List<Entry> closest,
        Set<Evidence> missing,
        ReleaseName release,
        String attribution) {
    static ClosestAnswer of(ClosestOccupations found) {
        return new ClosestAnswer(
                OccupationName.of(found.occupation()),
                found.closest().stream().map(Entry::of).toList(),
                found.missing(),
                ReleaseName.of(found.release()),
                found.attribution());
    }

    /**
     * One close occupation.
     *
     * @param code the O*NET-SOC code
     * @param title the title
     * @param score the closeness, without unit or limits: about 0 for an average pair and 4 to 10 for the closest ones
     * @param probability the probability that O*NET lists such a pair among the 20 related occupations, 0 to 1
     * @param contributions add up to the score
     * @param expected the evidence that one of the two lacks, whose contribution is the one to expect by the others
     */
    @Schema(name = "CloseOccupation")
    record Entry(
            String code,
            String title,
            double score,
            @Schema(minimum = "0", maximum = "1") double probability,
            Contributions contributions,
            Set<Evidence> expected) {
        private static Entry of(CloseOccupation close) {
            return new Entry(
                    close.occupation().code().value(),
                    close.occupation().title(),
                    close.score(),
                    close.probability(),
                    new Contributions(close.titles(), close.work(), close.knowledge(), close.interests()),
                    close.expected());
        }
    }

    /**
     * What makes two occupations close. Below 0, the pair resembles each other less than an average one.
     *
     * @param titles the titles
     * @param work the words on the work
     * @param knowledge the importance of the elements of knowledge
     * @param interests the scores of the six types of interests
     */
    @Schema(name = "Contributions")
    record Contributions(double titles, double work, double knowledge, double interests) {}
}
