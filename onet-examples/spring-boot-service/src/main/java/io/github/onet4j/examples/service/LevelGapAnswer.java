package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onet4j.Domain;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.SkillGap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The skills that the target has at a higher level than the source, largest share of the shortfall first. */
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
     * One skill.
     *
     * @param fromProficiencyLevel 0 to 7
     * @param toProficiencyLevel 0 to 7
     * @param description null if not requested
     * @param describedBy null if not requested
     * @param model the language model that wrote the description; null if none did
     */
    record LevelGap(
            String elementId,
            String skillName,
            double fromProficiencyLevel,
            double toProficiencyLevel,

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
