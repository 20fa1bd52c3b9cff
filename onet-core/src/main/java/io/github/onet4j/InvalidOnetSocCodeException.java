package io.github.onet4j;

import java.io.Serial;

/** A text that should be an O*NET-SOC code is not one. */
public final class InvalidOnetSocCodeException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String value;

    InvalidOnetSocCodeException(String value) {
        super("\"" + value + "\" is not an O*NET-SOC code: write dd-dddd.dd as in 15-1252.00, or dd-dddd for its .00"
                + " occupation; to look an occupation up by title use OnetCatalog.searchOccupations");
        this.value = value;
    }

    /**
     * Returns the text that was refused.
     *
     * @return the text as given
     */
    public String value() {
        return value;
    }
}
