package io.github.onet4j.assess;

import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A straight line from a model's levels to O*NET's: level′ = a + b · level, fitted by least squares over skills of one occupation
 * that have both. Immutable.
 *
 * <p>A skill whose official level the model was told is not counted: it says how well the model copies, not how well it judges.
 * To calibrate, assess {@link AssessmentTask#withoutRatings}.
 */
public final class Calibration {
    private static final int FEWEST_SKILLS = 3;

    private final Scale scale;
    private final double a;
    private final double b;
    private final double rootMeanSquaredError;
    private final int skills;

    private Calibration(Scale scale, double a, double b, double rootMeanSquaredError, int skills) {
        this.scale = scale;
        this.a = a;
        this.b = b;
        this.rootMeanSquaredError = rootMeanSquaredError;
        this.skills = skills;
    }

    /**
     * Fits a calibration on one assessment.
     *
     * @param assessment what a model assigned, without having been told the official levels
     * @param official O*NET's ratings of the same occupation and domain
     * @return the calibration, onto O*NET's level scale
     * @throws CalibrationException if fewer than three skills have both levels, or all assessed levels are the same
     * @throws IllegalArgumentException if the ratings are those of another occupation or domain
     */
    public static Calibration fit(ProficiencyAssessment assessment, Profile official) {
        Map<String, @Nullable Double> levels = new LinkedHashMap<>();
        assessment.skills().forEach(skill -> levels.put(skill.element().id(), skill.level()));
        return fit(assessment.task(), levels, official);
    }

    /**
     * Fits a calibration on the medians of several runs.
     *
     * @param assessment what a model assigned, without having been told the official levels
     * @param official O*NET's ratings of the same occupation and domain
     * @return the calibration, onto O*NET's level scale
     * @throws CalibrationException if fewer than three skills have both levels, or all assessed levels are the same
     * @throws IllegalArgumentException if the ratings are those of another occupation or domain
     */
    public static Calibration fit(MedianAssessment assessment, Profile official) {
        Map<String, @Nullable Double> levels = new LinkedHashMap<>();
        assessment.levels().forEach(level -> levels.put(level.element().id(), level.median()));
        return fit(assessment.task(), levels, official);
    }

    /**
     * Fits a calibration on pairs of levels.
     *
     * @param pairs an assessed and an official level of each skill, all of the same occupation
     * @param scale the scale of the official levels, which calibrated levels do not leave
     * @return the calibration
     * @throws CalibrationException if there are fewer than three pairs, or all assessed levels are the same
     */
    public static Calibration fit(List<LevelPair> pairs, Scale scale) {
        int skills = pairs.size();
        if (skills < FEWEST_SKILLS) {
            throw new CalibrationException(
                    CalibrationException.Reason.TOO_FEW_SKILLS,
                    skills,
                    "a calibration needs at least " + FEWEST_SKILLS
                            + " skills with an assessed level and an official one that the model was not told, but there are "
                            + skills
                            + "; assess more skills of a rated occupation, with AssessmentTask.withoutRatings()");
        }
        if (pairs.stream().mapToDouble(LevelPair::assessed).distinct().count() == 1) {
            throw new CalibrationException(
                    CalibrationException.Reason.NO_VARIANCE,
                    skills,
                    "all " + skills + " assessed levels are " + pairs.get(0).assessed()
                            + ", so no calibration can be fitted; assess skills that the model tells apart");
        }
        return leastSquares(pairs, scale);
    }

    /**
     * Brings a level that the model assigned onto O*NET's scale.
     *
     * @param level a level on the scale that was assessed on
     * @return a + b · level, but no less than the lowest and no more than the highest value of the scale
     */
    public double apply(double level) {
        return Math.max(scale.minimum(), Math.min(scale.maximum(), a + b * level));
    }

    /**
     * Returns the calibrated level of an assessed 0.
     *
     * @return the line's intercept
     */
    public double a() {
        return a;
    }

    /**
     * Returns by how much the calibrated level rises with the assessed one.
     *
     * @return the line's slope; at or below 0 the assessment says nothing about the official levels
     */
    public double b() {
        return b;
    }

    /**
     * Returns how far calibrated levels lie from the official ones, over the skills that it was fitted on: the root of the mean
     * squared difference, before levels are held to the scale. Of other skills the error is larger as a rule.
     *
     * @return the error in points of the official scale; 0 for a perfect fit
     */
    public double rootMeanSquaredError() {
        return rootMeanSquaredError;
    }

    /**
     * Returns how many skills it was fitted on.
     *
     * @return at least 3
     */
    public int skills() {
        return skills;
    }

    /** Returns the line with its error, for a log. */
    @Override
    public String toString() {
        return "level' = " + Json.text(a) + " + " + Json.text(b) + " · level, RMSE " + Json.text(rootMeanSquaredError)
                + " over " + skills + " skills";
    }

    private static Calibration fit(AssessmentTask task, Map<String, @Nullable Double> levels, Profile official) {
        if (!official.occupation().code().equals(task.occupation().code()) || official.domain() != task.domain()) {
            throw new IllegalArgumentException(
                    "assessed were the " + task.domain().label() + " of "
                            + task.occupation() + ", but the ratings are of the "
                            + official.domain().label() + " of " + official.occupation());
        }
        Set<String> told = task.skills().stream()
                .filter(skill -> skill.level().isPresent())
                .map(skill -> skill.element().id())
                .collect(Collectors.toSet());
        List<LevelPair> pairs = new ArrayList<>();
        for (RatedElement rated : official.elements()) {
            String id = rated.element().id();
            Double assessed = levels.get(id);
            Rating level = rated.level().orElse(null);
            if (assessed != null && level != null && !told.contains(id)) {
                pairs.add(new LevelPair(assessed, level.value()));
            }
        }
        return fit(pairs, AssessmentTask.LEVEL_SCALE);
    }

    private static Calibration leastSquares(List<LevelPair> pairs, Scale scale) {
        double meanAssessed =
                mean(pairs.stream().mapToDouble(LevelPair::assessed).sum(), pairs);
        double meanOfficial =
                mean(pairs.stream().mapToDouble(LevelPair::official).sum(), pairs);
        double covariation = 0;
        double variation = 0;
        for (LevelPair pair : pairs) {
            double deviation = pair.assessed() - meanAssessed;
            covariation += deviation * (pair.official() - meanOfficial);
            variation += deviation * deviation;
        }
        double b = covariation / variation;
        double a = meanOfficial - b * meanAssessed;
        double squares = pairs.stream()
                .mapToDouble(pair -> Math.pow(pair.official() - (a + b * pair.assessed()), 2))
                .sum();
        return new Calibration(scale, a, b, Math.sqrt(mean(squares, pairs)), pairs.size());
    }

    private static double mean(double sum, List<LevelPair> pairs) {
        return sum / pairs.size();
    }
}
