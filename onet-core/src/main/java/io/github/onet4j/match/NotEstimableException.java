package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import java.io.Serial;

/** An occupation can't be estimated, as the message says why. */
public final class NotEstimableException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Occupation occupation;
    private final Domain domain;
    private final String reason;

    NotEstimableException(Occupation occupation, Domain domain, String reason) {
        super(domain.label() + " of " + occupation + " can't be estimated: " + reason);
        this.occupation = occupation;
        this.domain = domain;
        this.reason = reason;
    }

    /**
     * Returns the occupation.
     *
     * @return the occupation
     */
    public Occupation occupation() {
        return occupation;
    }

    /**
     * Returns the domain.
     *
     * @return the domain
     */
    public Domain domain() {
        return domain;
    }

    /**
     * Returns the reason.
     *
     * @return for example {@code no occupation is rated in full}
     */
    public String reason() {
        return reason;
    }
}
