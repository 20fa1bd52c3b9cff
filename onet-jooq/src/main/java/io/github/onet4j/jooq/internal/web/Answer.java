package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.FetchOutcome;
import io.github.onet4j.web.WebServicesException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a lookup.
 *
 * @param outcome the outcome
 * @param failure its reason; null unless the outcome {@linkplain FetchOutcome#isFailure() is a failure}
 */
record Answer(FetchOutcome outcome, @Nullable WebServicesException failure) {
    static Answer of(FetchOutcome outcome) {
        return new Answer(outcome, null);
    }

    static Answer of(WebServicesException failure) {
        FetchOutcome outcome = switch (failure.reason()) {
            case CREDENTIALS_REFUSED -> FetchOutcome.CREDENTIALS_REFUSED;
            case UNREACHABLE, SERVICE_FAILED, RATE_LIMITED, INTERRUPTED -> FetchOutcome.UNREACHABLE;
            default -> FetchOutcome.UNUSABLE_ANSWER;
        };
        return new Answer(outcome, failure);
    }

    /** Returns this answer with a failure that names what is lacking. */
    Answer to(Lookup lookup) {
        return failure == null ? this : new Answer(outcome, failure.inNeedOf(lookup.lack(), outcome));
    }
}
