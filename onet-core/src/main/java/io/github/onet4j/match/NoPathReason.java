package io.github.onet4j.match;

/** Why there is no path from one occupation to another. The first that applies is given. */
public enum NoPathReason {
    /** No move out of the source is plausible. */
    NO_MOVE_FROM_SOURCE("no move out of the source is plausible by closeness and job zone"),
    /** No move into the target is plausible. */
    NO_MOVE_TO_TARGET("no move into the target is plausible by closeness and job zone"),
    /** Plausible moves do not lead from the source to the target with so few stops. */
    NOT_CONNECTED("plausible moves do not lead to the target with so few stops"),
    /** Plausible moves lead there, yet each way has a stop that hardly raises the readiness for the target. */
    NO_PROGRESS("each way to the target has a stop that raises readiness for it by less than .02");

    private final String explanation;

    NoPathReason(String explanation) {
        this.explanation = explanation;
    }

    /**
     * Returns the reason in words.
     *
     * @return a sentence without its full stop
     */
    public String explanation() {
        return explanation;
    }
}
