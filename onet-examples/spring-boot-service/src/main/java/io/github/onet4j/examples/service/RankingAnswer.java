package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonRanking;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Occupations in the order in which their levels resemble a person's.
 *
 * @param domain the domain that is compared
 * @param occupations the nearest first; those that can't be told apart share a rank
 * @param heldWithoutRatings the occupations held that say nothing about the levels
 * @param release the release that the answer comes from
 * @param attribution the credit to show wherever the answer is shown
 */
record RankingAnswer(
        Domain domain,
        List<Place> occupations,
        List<OccupationName> heldWithoutRatings,
        ReleaseName release,
        String attribution) {
    static RankingAnswer of(Domain domain, PersonEstimate estimate, PersonRanking ranking) {
        return new RankingAnswer(
                domain,
                ranking.occupations().stream().map(Place::of).toList(),
                estimate.heldWithoutRatings().stream().map(OccupationName::of).toList(),
                ReleaseName.of(ranking.release()),
                ranking.attribution());
    }

    /** Returns no occupation, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return "occupations for a person";
    }

    /**
     * The place of an occupation.
     *
     * @param rank 1 more than the number of occupations that are told apart from this one and are nearer
     * @param code the O*NET-SOC code
     * @param title the title
     * @param distance the mean distance between the levels, by importance and per level needed; 0 if all are equal
     */
    @Schema(name = "RankedOccupation")
    record Place(
            @Schema(minimum = "1") int rank,
            String code,
            String title,
            @Schema(minimum = "0") double distance) {
        private static Place of(PersonRanking.Place place) {
            return new Place(
                    place.rank(),
                    place.occupation().code().value(),
                    place.occupation().title(),
                    place.distance());
        }
    }
}
