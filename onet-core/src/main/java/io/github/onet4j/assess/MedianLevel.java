package io.github.onet4j.assess;

import io.github.onet4j.Element;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several runs say about the level of one skill. Runs that can't judge it count for nothing but their number.
 *
 * @param element the skill
 * @param median the median of the levels, of an even number the mean of the middle two; null where no run has a level
 * @param lowest the lowest level; null where no run has one
 * @param highest the highest level; null where no run has one
 * @param judged how many runs have a level
 * @param runs how many runs there were
 */
public record MedianLevel(
        Element element,
        @Nullable Double median,
        @Nullable Double lowest,
        @Nullable Double highest,
        int judged,
        int runs) {
    static MedianLevel of(Element element, List<AssessedSkill> runs) {
        List<Double> levels = runs.stream()
                .map(AssessedSkill::level)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int judged = levels.size();
        if (judged == 0) {
            return new MedianLevel(element, null, null, null, 0, runs.size());
        }
        double median = (levels.get((judged - 1) / 2) + levels.get(judged / 2)) / 2;
        return new MedianLevel(element, median, levels.get(0), levels.get(judged - 1), judged, runs.size());
    }

    /**
     * Returns how far the runs are apart.
     *
     * @return the highest level less the lowest; 0 where all agree, or only one run has a level; null where none has
     */
    public @Nullable Double spread() {
        return highest == null || lowest == null ? null : Double.valueOf(highest - lowest);
    }
}
