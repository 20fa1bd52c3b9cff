package io.github.onet4j.assess;

import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A straight line from a model's levels to O*NET's: level′ = intercept + slope · level, fitted by least squares over
 * the skills of one occupation that have both levels. Immutable.
 *
 * <p>Skills whose official level the model was told do not count: they show how well the model copies, not how well it
 * judges. To calibrate, assess {@link AssessmentTask#withoutRatings}.
 */
public final class Calibration {
    private static final int MIN_SKILLS = 3;

    private final double intercept;
    private final double slope;
    private final double rootMeanSquaredError;
    private final int skills;

    private Calibration(double intercept, double slope, double rootMeanSquaredError, int skills) {
        this.intercept = intercept;
        this.slope = slope;
        this.rootMeanSquaredError = rootMeanSquaredError;
        this.skills = skills;
    }

    /**
     * Fits a calibration to one assessment.
     *
     * @param assessment a model's assessment, made without the official levels
     * @param official O*NET's ratings of the same occupation and domain
     * @return the calibration to O*NET's level scale
     * @throws CalibrationException if fewer than three skills have both levels, or all assessed levels are equal
     * @throws IllegalArgumentException if the ratings are those of another occupation or domain
     */
    public static Calibration fit(ProficiencyAssessment assessment, Profile official) {
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(official, "official");
        Map<String, Double> levels = new HashMap<>();
        for (AssessedSkill skill : assessment.skills()) {
            Double level = skill.level();
            if (level != null) {
                levels.put(skill.element().id(), level);
            }
        }
        return fit(assessment.task(), levels, official);
    }

    /**
     * Fits a calibration to the medians of several runs.
     *
     * @param assessment a model's assessments, made without the official levels
     * @param official O*NET's ratings of the same occupation and domain
     * @return the calibration to O*NET's level scale
     * @throws CalibrationException if fewer than three skills have both levels, or all assessed levels are equal
     * @throws IllegalArgumentException if the ratings are those of another occupation or domain
     */
    public static Calibration fit(MedianAssessment assessment, Profile official) {
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(official, "official");
        Map<String, Double> levels = new HashMap<>();
        for (MedianLevel level : assessment.levels()) {
            level.median().ifPresent(median -> levels.put(level.element().id(), median));
        }
        return fit(assessment.task(), levels, official);
    }

    /**
     * Converts a level that the model assigned to O*NET's level scale.
     *
     * @param level a level on the scale of the task
     * @return intercept + slope · level, limited to 0 to 7
     */
    public double apply(double level) {
        Scale scale = AssessmentTask.LEVEL_SCALE;
        return Math.max(scale.minimum(), Math.min(scale.maximum(), intercept + slope * level));
    }

    /**
     * Returns the calibrated level of an assessed level of 0.
     *
     * @return the intercept of the line
     */
    public double intercept() {
        return intercept;
    }

    /**
     * Returns the increase of the calibrated level for each point of the assessed one.
     *
     * @return the slope of the line; if it is not positive, the assessment says nothing about the official levels
     */
    public double slope() {
        return slope;
    }

    /**
     * Returns the root mean squared error of calibrated levels, before they are limited to the scale, over the skills
     * that the line was fitted to. The error over other skills is usually larger.
     *
     * @return the error in points of O*NET's level scale; 0 for a perfect fit
     */
    public double rootMeanSquaredError() {
        return rootMeanSquaredError;
    }

    /**
     * Returns the number of skills that the line was fitted to.
     *
     * @return at least 3
     */
    public int skills() {
        return skills;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Calibration that
                && Double.compare(intercept, that.intercept) == 0
                && Double.compare(slope, that.slope) == 0
                && Double.compare(rootMeanSquaredError, that.rootMeanSquaredError) == 0
                && skills == that.skills;
    }

    @Override
    public int hashCode() {
        return Objects.hash(intercept, slope, rootMeanSquaredError, skills);
    }

    /** Returns the line with its error, for a log. */
    @Override
    public String toString() {
        return "level' = " + PromptJson.text(intercept) + " + " + PromptJson.text(slope) + " · level, RMSE "
                + PromptJson.text(rootMeanSquaredError) + " over " + skills + " skills";
    }

    private static Calibration fit(AssessmentTask task, Map<String, Double> levels, Profile official) {
        if (!official.occupation().code().equals(task.occupation().code()) || official.domain() != task.domain()) {
            throw new IllegalArgumentException(
                    "the ratings must be of the " + task.domain().label() + " of "
                            + task.occupation() + ", but were of the "
                            + official.domain().label() + " of "
                            + official.occupation());
        }
        Set<String> told = task.skills().stream()
                .filter(skill -> skill.level().isPresent())
                .map(skill -> skill.element().id())
                .collect(Collectors.toSet());
        List<Pair> pairs = new ArrayList<>();
        for (RatedElement rated : official.elements()) {
            String id = rated.element().id();
            Double assessed = levels.get(id);
            Rating level = rated.level().orElse(null);
            if (assessed != null && level != null && !told.contains(id)) {
                pairs.add(new Pair(assessed, level.value()));
            }
        }
        return fit(pairs);
    }

    static Calibration fit(List<Pair> pairs) {
        int skills = pairs.size();
        if (skills < MIN_SKILLS) {
            throw new CalibrationException(
                    CalibrationException.Reason.TOO_FEW_SKILLS,
                    skills,
                    "a calibration needs at least " + MIN_SKILLS
                            + " skills with an assessed level and an official one that the model was not told,"
                            + " but there are " + skills
                            + "; assess more skills of a rated occupation, with AssessmentTask.withoutRatings()");
        }
        if (pairs.stream().mapToDouble(Pair::assessed).distinct().count() == 1) {
            throw new CalibrationException(
                    CalibrationException.Reason.NO_VARIANCE,
                    skills,
                    "a calibration needs different assessed levels, but all " + skills + " are "
                            + pairs.get(0).assessed() + "; assess skills that the model tells apart");
        }
        return leastSquares(pairs);
    }

    private static Calibration leastSquares(List<Pair> pairs) {
        double meanAssessed = mean(pairs, Pair::assessed);
        double meanOfficial = mean(pairs, Pair::official);
        double covariation = 0;
        double variation = 0;
        for (Pair pair : pairs) {
            double deviation = pair.assessed() - meanAssessed;
            covariation += deviation * (pair.official() - meanOfficial);
            variation += deviation * deviation;
        }
        double slope = covariation / variation;
        double intercept = meanOfficial - slope * meanAssessed;
        double meanSquare = mean(pairs, pair -> Math.pow(pair.official() - (intercept + slope * pair.assessed()), 2));
        return new Calibration(intercept, slope, Math.sqrt(meanSquare), pairs.size());
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).sum() / pairs.size();
    }

    /** An assessed and an official level of one skill. */
    record Pair(double assessed, double official) {}
}
