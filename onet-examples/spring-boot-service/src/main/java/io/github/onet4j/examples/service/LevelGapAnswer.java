package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Domain;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.SkillGap;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The skills that the target has at a higher level than the source.
 *
 * @param fromOccupation the source, the occupation to come from
 * @param toOccupation the target, the occupation to get to
 * @param domain the domain that is compared; in a domain other than skills, skills are its elements
 * @param skillGaps the skills, the largest share of the shortfall first
 * @param attribution the credit to show wherever the answer is shown
 */
record LevelGapAnswer(
        SideName fromOccupation, SideName toOccupation, Domain domain, List<LevelGap> skillGaps, String attribution) {
    static LevelGapAnswer of(SkillGap gap, @Nullable Map<String, GapDescription> descriptions) {
        return new LevelGapAnswer(
                SideName.of(gap.from()),
                SideName.of(gap.to()),
                gap.domain(),
                gap.gaps().stream()
                        .map(each -> LevelGap.of(
                                each,
                                descriptions == null
                                        ? null
                                        : descriptions.get(each.element().id())))
                        .toList(),
                gap.attribution());
    }

    /**
     * One skill that the target has at a higher level.
     *
     * @param elementId the id of the element in O*NET's content model
     * @param skillName the name of the element
     * @param fromProficiencyLevel the source's level, 0 to 7; 0 is a rating that says that it lacks the skill
     * @param toProficiencyLevel the target's level, above 0, to 7
     * @param description the gap in sentences; absent if not requested
     * @param describedBy the author of the description: MODEL, or ANCHORS if it is made of the figures and the level
     *     anchors; absent if not requested
     * @param model the language model that wrote the description; absent if none did
     */
    @Schema(name = "LevelGap")
    record LevelGap(
            String elementId,
            String skillName,
            @Schema(minimum = "0", maximum = "7") double fromProficiencyLevel,
            @Schema(minimum = "0", maximum = "7") double toProficiencyLevel,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String description,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            DescribedBy describedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String model) {
        private static LevelGap of(ElementGap gap, @Nullable GapDescription description) {
            return new LevelGap(
                    gap.element().id(),
                    gap.element().name(),
                    gap.fromLevel(),
                    gap.toLevel(),
                    description == null ? null : description.text(),
                    DescribedBy.of(description),
                    description == null ? null : description.model());
        }
    }
}
