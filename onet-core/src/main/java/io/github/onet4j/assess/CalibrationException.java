package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.io.Serial;

/** An assessment does not allow a calibration. */
public final class CalibrationException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int skills;

    CalibrationException(Reason reason, int skills, String message) {
        super(message);
        this.reason = reason;
        this.skills = skills;
    }

    /**
     * Returns the reason.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the number of skills with both levels.
     *
     * @return the number
     */
    public int skills() {
        return skills;
    }

    /** The reason that no calibration is possible. */
    public enum Reason {
        /** Fewer than three skills have both an assessed level and an official one that the model was not told. */
        TOO_FEW_SKILLS,
        /** All assessed levels are equal, so that they do not determine a line. */
        NO_VARIANCE
    }
}
