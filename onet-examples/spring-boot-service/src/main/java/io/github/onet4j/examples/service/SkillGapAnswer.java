package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Domain;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.SkillGap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The skills that the target has and the source lacks, largest share of the shortfall first.
 *
 * @param missingSkillDescriptions one per missing skill, in the same order; null if not requested
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
     * @param model the language model that wrote it; null if none did
     */
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
