package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Domain;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.SkillGap;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The skills that the target has and the source lacks.
 *
 * @param fromOccupation the source, the occupation to come from
 * @param toOccupation the target, the occupation to get to
 * @param domain the domain that is compared; in a domain other than skills, skills are its elements
 * @param missingSkills the names of the skills, the largest share of the shortfall first
 * @param missingSkillDescriptions one per missing skill, in the same order; absent if not requested
 * @param attribution the credit to show wherever the answer is shown
 */
record SkillGapAnswer(
        SideName fromOccupation,
        SideName toOccupation,
        Domain domain,
        List<String> missingSkills,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Description> missingSkillDescriptions,
        String attribution) {
    static SkillGapAnswer of(SkillGap gap, @Nullable Map<String, GapDescription> descriptions) {
        List<ElementGap> missing =
                gap.gaps().stream().filter(each -> each.fromLevel() == 0).toList();
        return new SkillGapAnswer(
                SideName.of(gap.from()),
                SideName.of(gap.to()),
                gap.domain(),
                missing.stream().map(each -> each.element().name()).toList(),
                descriptions == null
                        ? null
                        : missing.stream()
                                .map(each -> Objects.requireNonNull(
                                        descriptions.get(each.element().id())))
                                .map(Description::of)
                                .toList(),
                gap.attribution());
    }

    /**
     * The description of a missing skill.
     *
     * @param elementId the id of the element in O*NET's content model
     * @param skillName the name of the element
     * @param description the gap in sentences
     * @param describedBy the author: MODEL, or ANCHORS if it is made of the figures and the level anchors
     * @param model the language model that wrote it; absent if none did
     */
    @Schema(name = "SkillDescription")
    record Description(
            String elementId,
            String skillName,
            String description,
            DescribedBy describedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String model) {
        private static Description of(GapDescription description) {
            return new Description(
                    description.gap().element().id(),
                    description.gap().element().name(),
                    description.text(),
                    Objects.requireNonNull(DescribedBy.of(description)),
                    description.model());
        }
    }
}
