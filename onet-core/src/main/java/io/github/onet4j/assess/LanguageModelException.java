package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A language model could not be asked, or gave no whole reply. No part of it holds credentials. */
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
     * Makes an exception without a status.
     *
     * @param reason what kind of failure it is
     * @param message what went wrong and what to do about it, without credentials
     * @return the exception
     */
    public static LanguageModelException of(Reason reason, String message) {
        return new LanguageModelException(reason, message, 0, null, null);
    }

    /**
     * Makes an exception without a status.
     *
     * @param reason what kind of failure it is
     * @param message what went wrong and what to do about it, without credentials
     * @param cause what it was caused by, or null
     * @return the exception
     */
    public static LanguageModelException of(Reason reason, String message, @Nullable Throwable cause) {
        return new LanguageModelException(reason, message, 0, null, cause);
    }

    /**
     * Makes an exception for an answer with a status that tells a failure.
     *
     * @param reason what kind of failure it is
     * @param status the HTTP status
     * @param message what went wrong and what to do about it, without credentials
     * @param retryAfter how long the service asks to wait, or null
     * @return the exception
     */
    public static LanguageModelException ofStatus(
            Reason reason, int status, String message, @Nullable Duration retryAfter) {
        return new LanguageModelException(reason, message, status, retryAfter, null);
    }

    /**
     * Returns what kind of failure it is.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the HTTP status of the last answer.
     *
     * @return the status, or nothing where no answer came or its status is not what is wrong
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Returns how long the service asks to wait before the next request.
     *
     * @return the time, or nothing where it does not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What kind of failure it is. */
    public enum Reason {
        /** The key is wrong, expired, or not allowed to use the model. */
        CREDENTIALS_REFUSED,
        /** The account has no credit left. */
        NO_CREDIT,
        /** Too many requests or tokens in a time. */
        RATE_LIMITED,
        /** No answer: no connection, one that broke off, or none in time. */
        UNREACHABLE,
        /** The service failed. */
        SERVICE_FAILED,
        /** The service refuses the request; the message says why, where the service does. */
        REFUSED,
        /** The service has no such model, or not any more. */
        MODEL_NOT_FOUND,
        /** The service holds the prompt or the reply back; the message names its reason. */
        BLOCKED,
        /** There is no reply, or one without a text. */
        EMPTY,
        /** The reply ended at the service's limit of tokens. */
        CUT_SHORT,
        /** A limit that the host set on this model is reached; nothing was sent. */
        LIMIT_REACHED,
        /** The answer is not of the form it should have. */
        UNREADABLE,
        /** The thread was interrupted; its interrupt flag is set. */
        INTERRUPTED
    }
}
