package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call of a language model failed, or the reply is not complete. Contains no credentials. Implementations of
 * {@link LanguageModel} throw it.
 */
public final class LanguageModelException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int status;
    private final @Nullable Duration retryAfter;

    private LanguageModelException(
            Reason reason, String message, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * Creates an exception without a status.
     *
     * @param reason the kind of failure
     * @param message the problem and its remedy, without credentials
     * @return the exception
     */
    public static LanguageModelException of(Reason reason, String message) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        return new LanguageModelException(reason, message, 0, null, null);
    }

    /**
     * Creates an exception without a status.
     *
     * @param reason the kind of failure
     * @param message the problem and its remedy, without credentials
     * @param cause the cause, or null
     * @return the exception
     */
    public static LanguageModelException of(Reason reason, String message, @Nullable Throwable cause) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        return new LanguageModelException(reason, message, 0, null, cause);
    }

    /**
     * Creates an exception for an answer with the status of a failure.
     *
     * @param reason the kind of failure
     * @param status the HTTP status
     * @param message the problem and its remedy, without credentials
     * @param retryAfter the delay that the service asks for, or null
     * @return the exception
     */
    public static LanguageModelException ofStatus(
            Reason reason, int status, String message, @Nullable Duration retryAfter) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        return new LanguageModelException(reason, message, status, retryAfter, null);
    }

    /**
     * Returns the kind of failure.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the HTTP status of the last answer.
     *
     * @return the status; empty if there was no answer, or the status is not the problem
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Returns the delay that the service asks for before the next request.
     *
     * @return the delay; empty if the service asks for none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The kind of failure. */
    public enum Reason {
        /** The key is wrong, expired, or not allowed to use the model. */
        CREDENTIALS_REFUSED,
        /** The account has no credit left. */
        NO_CREDIT,
        /** There were too many requests or tokens. */
        RATE_LIMITED,
        /** There is no connection, it broke, or there was no complete answer within the timeout. */
        UNREACHABLE,
        /** The service failed. */
        SERVICE_FAILED,
        /** The service refuses the request; the message has its explanation, if any. */
        REFUSED,
        /** The service does not have the model, or no longer has it. */
        MODEL_NOT_FOUND,
        /** The service blocks the prompt or the reply; the message names the reason. */
        BLOCKED,
        /** There is no reply, or one without text. */
        EMPTY,
        /** The reply reached the service's token limit. */
        CUT_SHORT,
        /** A limit that the host set is reached; no request was sent. */
        LIMIT_REACHED,
        /** The answer has another structure than expected. */
        UNREADABLE,
        /** The answer is larger than the client reads. */
        TOO_LARGE,
        /** The thread was interrupted; its interrupt flag is set. */
        INTERRUPTED
    }
}
