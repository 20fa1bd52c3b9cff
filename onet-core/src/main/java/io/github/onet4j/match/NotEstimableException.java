package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.Objects;

/** An occupation can't be estimated, as the message says why. */
public final class NotEstimableException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Occupation occupation;
    private final Domain domain;
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param occupation the occupation
     * @param domain the domain
     * @param reason why it can't be estimated: the end of a sentence, without a full stop
     */
    public NotEstimableException(Occupation occupation, Domain domain, String reason) {
        super(Objects.requireNonNull(domain, "domain").label() + " of "
                + Objects.requireNonNull(occupation, "occupation") + " can't be estimated: "
                + Objects.requireNonNull(reason, "reason"));
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
     * @return for example {@code fewer than two occupations are rated in full, or no other one}
     */
    public String reason() {
        return reason;
    }
}
