package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.io.Serial;

/** A calibration can't be fitted. */
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
     * Returns why it can't be fitted.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns how many skills there were to fit on.
     *
     * @return the number of pairs
     */
    public int skills() {
        return skills;
    }

    /** Why a calibration can't be fitted. */
    public enum Reason {
        /** Fewer than three skills have both an assessed level and an official one that the model was not told. */
        TOO_FEW_SKILLS,
        /** All assessed levels are the same, so that no line goes through them. */
        NO_VARIANCE
    }
}
