package io.github.onet4j.person;

import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.ImportanceWeight;
import io.github.onet4j.match.RatingMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The occupations that are rated on the level of every element, one after the other: arrays by element. */
final class RatedLevels {
    /** A standard error that is lower than this, or unknown, counts as this. */
    static final double LOWEST_ERROR = .125;

    private final List<Occupation> occupations = new ArrayList<>();
    private final Map<OnetSocCode, Integer> rows = new HashMap<>();
    private final List<double[]> levels = new ArrayList<>();
    private final List<double[]> errors = new ArrayList<>();

    /** NaN where the importance is unknown. */
    private final List<double[]> weights = new ArrayList<>();

    RatedLevels(RatingMatrix matrix) {
        for (Occupation occupation : matrix.occupations()) {
            OnetSocCode code = occupation.code();
            double[] level = matrix.elements().stream()
                    .mapToDouble(element -> matrix.level(code, element.id()).orElse(Double.NaN))
                    .toArray();
            if (isKnown(level)) {
                rows.put(code, rows.size());
                occupations.add(occupation);
                levels.add(level);
                errors.add(matrix.elements().stream()
                        .mapToDouble(element -> error(matrix, code, element))
                        .toArray());
                weights.add(matrix.elements().stream()
                        .mapToDouble(element -> weight(matrix, code, element))
                        .toArray());
            }
        }
    }

    private static boolean isKnown(double[] figures) {
        for (double figure : figures) {
            if (Double.isNaN(figure)) {
                return false;
            }
        }
        return true;
    }

    private static double error(RatingMatrix matrix, OnetSocCode code, Element element) {
        return Math.max(LOWEST_ERROR, matrix.standardError(code, element.id()).orElse(LOWEST_ERROR));
    }

    private static double weight(RatingMatrix matrix, OnetSocCode code, Element element) {
        return ImportanceWeight.of(matrix.importance(code, element.id()).orElse(Double.NaN));
    }

    int size() {
        return occupations.size();
    }

    Optional<Integer> row(OnetSocCode code) {
        return Optional.ofNullable(rows.get(code));
    }

    Occupation occupation(int row) {
        return occupations.get(row);
    }

    double[] levels(int row) {
        return levels.get(row);
    }

    double[] errors(int row) {
        return errors.get(row);
    }

    double[] weights(int row) {
        return weights.get(row);
    }

    /** Returns Σ w·LV: above 0 for what can be a target, else 0 or NaN. */
    double needed(int row) {
        double needed = 0;
        for (int i = 0; i < levels(row).length; i++) {
            needed += weights(row)[i] * levels(row)[i];
        }
        return needed;
    }
}
