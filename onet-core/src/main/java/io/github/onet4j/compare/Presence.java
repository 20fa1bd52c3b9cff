package io.github.onet4j.compare;

/** In which of two releases something is. */
public enum Presence {
    /** In both. */
    BOTH,
    /** In the earlier release only. */
    EARLIER_ONLY,
    /** In the later release only. */
    LATER_ONLY,
    /** In none of the two. */
    NEITHER;

    static Presence of(boolean inEarlier, boolean inLater) {
        if (inEarlier) {
            return inLater ? BOTH : EARLIER_ONLY;
        }
        return inLater ? LATER_ONLY : NEITHER;
    }
}
