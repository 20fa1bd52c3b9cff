package io.github.onet4j.gap;

import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The difference between the education that two occupations require, as their raters name it. The categories are in
 * order, from 1, less than a high school diploma, to 12, post-doctoral training. Let F(k) be the share of the raters
 * who name category k or a lower one. Then F₁(k) − F₂(k), where it is above 0, is the share of people who must come to
 * pass category k on the way from the source to the target.
 *
 * @param scale {@code RL} or {@code RQ}
 * @param up Σ max(0, F₁(k) − F₂(k)), the categories to climb
 * @param down Σ max(0, F₂(k) − F₁(k)), the categories in excess; up − down is the difference between the mean
 *     categories
 * @param steps the categories to pass, lowest first
 */
public record EducationGap(String scale, double up, double down, List<Step> steps) {
    private static final String REQUIRED_EDUCATION = "2.D.1";

    /** Copies the list. */
    public EducationGap {
        Objects.requireNonNull(scale, "scale");
        steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
    }

    /** Compares two profiles; empty unless both are rated, on the same scale. */
    static Optional<EducationGap> between(Profile from, Profile to) {
        for (String scale : List.of("RL", "RQ")) {
            TreeMap<Integer, Double> source = shares(from, scale);
            TreeMap<Integer, Double> target = shares(to, scale);
            if (!source.isEmpty() && !target.isEmpty()) {
                return Optional.of(between(scale, source, target));
            }
        }
        return Optional.empty();
    }

    /** The share of the answers by category; they add up to 1. */
    private static TreeMap<Integer, Double> shares(Profile profile, String scale) {
        TreeMap<Integer, Double> percent = new TreeMap<>();
        Map<RatingKey, Rating> ratings = profile.findElement(REQUIRED_EDUCATION)
                .map(RatedElement::ratings)
                .orElse(Map.of());
        ratings.forEach((key, rating) -> {
            Integer category = key.category();
            if (category != null && key.scaleId().equals(scale)) {
                percent.put(category, rating.value());
            }
        });
        double sum = percent.values().stream().mapToDouble(Double::doubleValue).sum();
        percent.replaceAll((category, value) -> value / sum);
        return sum > 0 ? percent : new TreeMap<>();
    }

    private static EducationGap between(
            String scale, TreeMap<Integer, Double> source, TreeMap<Integer, Double> target) {
        int highest = Math.max(source.lastKey(), target.lastKey());
        double up = 0;
        double down = 0;
        double cumulative = 0;
        List<Step> steps = new ArrayList<>();
        for (int category = 1; category < highest; category++) {
            cumulative += source.getOrDefault(category, 0.0) - target.getOrDefault(category, 0.0);
            if (cumulative > 0) {
                up += cumulative;
                steps.add(new Step(category, cumulative));
            } else {
                down -= cumulative;
            }
        }
        return new EducationGap(scale, up, down, steps);
    }

    /**
     * A category that some people must come to pass.
     *
     * @param category the category, from 1
     * @param share the share of people who must pass it, above 0 and at most 1
     */
    public record Step(int category, double share) {}
}
