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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The complete analysis of a gap.
 *
 * @param readiness 0 to 1; null if undefined, and where it depends on unknown levels
 * @param readinessAtLeast the lowest readiness that fits what is known, 0 to 1; null if undefined
 * @param readinessAtMost the highest readiness that fits what is known, 0 to 1; null if undefined
 * @param unknown the names of the skills that a side has no level of
 */
record AnalysisAnswer(
        Side fromOccupation,
        Side toOccupation,
        Domain domain,
        @Nullable Double readiness,
        @Nullable Double readinessAtLeast,
        @Nullable Double readinessAtMost,
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
     * One of the two occupations.
     *
     * @param coverage the extent to which O*NET rates the domain
     * @param oldestRating the month of the oldest level, such as {@code 2023-08}; null if no rating has a date
     * @param newestRating the month of the newest level; null if no rating has a date
     * @param origins the sources of the ratings
     * @param estimate where the levels come from if the occupation has no ratings; null if it has
     */
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
     * @param fromProficiencyLevel 0 to 7
     * @param toProficiencyLevel 0 to 7
     * @param importance the target's, 1 to 5
     * @param difference the target's level minus the source's
     * @param grade the certainty of the difference; null if the levels are equal
     * @param share the part of the shortfall, 0 to 1; null if undefined
     * @param inWords the two levels in terms of the official level anchors
     * @param description null if not requested
     * @param describedBy null if not requested
     * @param model the language model that wrote the description; null if none did
     */
    record Skill(
            String elementId,
            String skillName,
            double fromProficiencyLevel,
            double toProficiencyLevel,
            @Nullable Double fromStandardError,
            @Nullable Double toStandardError,
            @Nullable Double importance,
            double difference,
            @Nullable Grade grade,
            @Nullable Double share,
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
