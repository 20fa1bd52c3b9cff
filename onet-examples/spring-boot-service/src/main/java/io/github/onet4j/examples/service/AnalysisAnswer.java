package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Rating;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.ReadinessBounds;
import io.github.onet4j.gap.SkillGap;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The complete analysis of a gap. The levels of skills are on O*NET's scale from 0 to 7, and importance is from 1 to 5.
 *
 * @param fromOccupation the source, the occupation to come from
 * @param toOccupation the target, the occupation to get to
 * @param domain the domain that is compared; in a domain other than skills, skills are its elements
 * @param readiness the part of what the target needs that the source has, 0 to 1; null if undefined, and if it depends
 *     on unknown levels
 * @param readinessAtLeast the lowest readiness that fits what is known, 0 to 1; null if undefined
 * @param readinessAtMost the highest readiness that fits what is known, 0 to 1; null if undefined
 * @param gaps the skills that the target has at a higher level, the largest share of the shortfall first; the shares
 *     add up to 1 less the readiness
 * @param matched the skills of the target that the source has at that level at least
 * @param surplus the skills that the source has and the target lacks
 * @param unknown the names of the skills that a side has no level of, which is not level 0
 * @param release the release that the answer comes from
 * @param attribution the credit to show wherever the answer is shown
 */
record AnalysisAnswer(
        Side fromOccupation,
        Side toOccupation,
        Domain domain,
        @Schema(minimum = "0", maximum = "1") @Nullable Double readiness,
        @Schema(minimum = "0", maximum = "1") @Nullable Double readinessAtLeast,
        @Schema(minimum = "0", maximum = "1") @Nullable Double readinessAtMost,
        List<Skill> gaps,
        List<Skill> matched,
        List<Skill> surplus,
        List<String> unknown,
        ReleaseName release,
        String attribution) {
    static AnalysisAnswer of(SkillGap gap, @Nullable Map<String, GapDescription> descriptions) {
        return new AnalysisAnswer(
                Side.of(gap.from()),
                Side.of(gap.to()),
                gap.domain(),
                gap.readiness().isPresent() ? gap.readiness().getAsDouble() : null,
                gap.readinessBounds().map(ReadinessBounds::low).orElse(null),
                gap.readinessBounds().map(ReadinessBounds::high).orElse(null),
                skills(gap.gaps(), descriptions),
                skills(gap.matched(), null),
                skills(gap.surplus(), null),
                gap.unknown().stream().map(each -> each.element().name()).toList(),
                ReleaseName.of(gap.release()),
                gap.attribution());
    }

    private static List<Skill> skills(List<ElementGap> gaps, @Nullable Map<String, GapDescription> descriptions) {
        return gaps.stream()
                .map(each -> Skill.of(
                        each,
                        descriptions == null
                                ? null
                                : descriptions.get(each.element().id())))
                .toList();
    }

    /**
     * One of the two occupations of an analysis.
     *
     * @param code the O*NET-SOC code
     * @param title the title
     * @param coverage the extent to which O*NET rates the domain for the occupation; an estimate leaves it UNRATED
     * @param oldestRating the month of the oldest level, such as {@code 2023-08}; null if no rating has a date
     * @param newestRating the month of the newest level, such as {@code 2023-08}; null if no rating has a date
     * @param origins the sources of the ratings
     * @param estimate where the levels come from if the occupation has no ratings; absent if it has
     */
    @Schema(name = "AnalyzedOccupation")
    record Side(
            String code,
            String title,
            Coverage coverage,
            @Nullable String oldestRating,
            @Nullable String newestRating,
            List<OriginName> origins,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Estimate estimate) {
        private static Side of(GapSide side) {
            return new Side(
                    side.code().map(OnetSocCode::value).orElseThrow(),
                    side.name(),
                    side.coverage(),
                    side.oldestRating().map(YearMonth::toString).orElse(null),
                    side.newestRating().map(YearMonth::toString).orElse(null),
                    side.origins().stream().map(OriginName::of).toList(),
                    Estimate.of(side));
        }
    }

    /**
     * One skill on both sides.
     *
     * @param elementId the id of the element in O*NET's content model
     * @param skillName the name of the element
     * @param fromProficiencyLevel the source's level, 0 to 7; 0 is a rating that says that it lacks the skill
     * @param toProficiencyLevel the target's level, 0 to 7
     * @param fromStandardError the standard error of the source's level; null if unknown
     * @param toStandardError the standard error of the target's level; null if unknown
     * @param importance the skill's importance to the target, 1 to 5; null if unknown
     * @param difference the target's level minus the source's, -7 to 7
     * @param grade the certainty of the difference: CLEAR at 1.96 standard errors of the difference, TENTATIVE below,
     *     UNKNOWN_PRECISION if a standard error is unknown; null if the levels are equal
     * @param share the part of what the target needs that is lacking here, 0 to 1; null if undefined
     * @param inWords the two levels in terms of the official level anchors
     * @param description the gap in sentences; absent if not requested
     * @param describedBy the author of the description: MODEL, or ANCHORS if it is made of the figures and the level
     *     anchors; absent if not requested
     * @param model the language model that wrote the description; absent if none did
     */
    @Schema(name = "AnalyzedSkill")
    record Skill(
            String elementId,
            String skillName,
            @Schema(minimum = "0", maximum = "7") double fromProficiencyLevel,
            @Schema(minimum = "0", maximum = "7") double toProficiencyLevel,
            @Schema(minimum = "0") @Nullable Double fromStandardError,
            @Schema(minimum = "0") @Nullable Double toStandardError,
            @Schema(minimum = "1", maximum = "5") @Nullable Double importance,
            @Schema(minimum = "-7", maximum = "7") double difference,
            @Nullable Grade grade,
            @Schema(minimum = "0", maximum = "1") @Nullable Double share,
            String inWords,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String description,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            DescribedBy describedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String model) {
        private static Skill of(ElementGap gap, @Nullable GapDescription description) {
            return new Skill(
                    gap.element().id(),
                    gap.element().name(),
                    gap.fromLevel(),
                    gap.toLevel(),
                    gap.from().standardError(),
                    gap.to().standardError(),
                    gap.importance().map(Rating::value).orElse(null),
                    gap.difference(),
                    gap.grade().orElse(null),
                    gap.share().isEmpty() ? null : gap.share().getAsDouble(),
                    gap.inWords(),
                    description == null ? null : description.text(),
                    DescribedBy.of(description),
                    description == null ? null : description.model());
        }
    }
}
