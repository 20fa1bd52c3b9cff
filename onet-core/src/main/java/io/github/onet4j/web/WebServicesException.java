package io.github.onet4j.web;

import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetException;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A request to O*NET Web Services failed, or the answer is not usable. Contains no credentials. */
public final class WebServicesException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable URI address;
    private final int status;
    private final @Nullable Duration retryAfter;

    private WebServicesException(
            Reason reason,
            String message,
            @Nullable URI address,
            int status,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.address = address;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static WebServicesException of(Reason reason, URI address, String message) {
        return of(reason, address, message, null);
    }

    static WebServicesException of(Reason reason, URI address, String message, @Nullable Throwable cause) {
        return new WebServicesException(reason, withAddress(message, address), address, 0, null, cause);
    }

    static WebServicesException ofStatus(
            Reason reason, URI address, int status, String message, @Nullable Duration retryAfter) {
        return new WebServicesException(reason, withAddress(message, address), address, status, retryAfter, null);
    }

    /** Returns this failure with what was being read, for example {@code skills of 15-1252.00}. */
    WebServicesException whileReading(String subject) {
        return new WebServicesException(
                reason, "could not read " + subject + ": " + getMessage(), address, status, retryAfter, this);
    }

    private static String withAddress(String message, URI address) {
        return message + " (" + address + ")";
    }

    /**
     * Creates an exception for an answer whose rows are not usable.
     *
     * @param problem the problem
     * @return an exception with {@link Reason#UNREADABLE}
     */
    public static WebServicesException unusable(String problem) {
        Objects.requireNonNull(problem, "problem");
        return new WebServicesException(Reason.UNREADABLE, problem, null, 0, null, null);
    }

    /**
     * Returns this failure together with the need for the request and advice.
     *
     * @param need the need, for example {@code O*NET 29.3 has no occupation 15-1252.00}
     * @param answer the outcome, whose explanation becomes the advice
     * @return an exception with the same reason, status and delay, and with this one as its cause
     */
    public WebServicesException inNeedOf(String need, FetchOutcome answer) {
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(answer, "answer");
        String advice =
                answer.explanation().map(explanation -> ". " + explanation).orElse("");
        return new WebServicesException(
                reason, need + ", and " + getMessage() + advice, null, status, retryAfter, this);
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
     * Returns the address of the request.
     *
     * @return the address; empty if no single request failed
     */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
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
        /** 401 or 403: the credentials are wrong, expired or not valid for this service. Not retried. */
        CREDENTIALS_REFUSED,
        /** No connection, a connection that broke, or no complete answer within the timeout. Retried as configured. */
        UNREACHABLE,
        /** 5xx: the service failed. Retried as configured, unless the service asks for too long a delay. */
        SERVICE_FAILED,
        /** 429: too many requests. Retried as configured, unless the service asks for too long a delay. */
        RATE_LIMITED,
        /** 404: there is nothing at the address. Not retried. */
        NOT_FOUND,
        /**
         * 422, another 4xx, or an error in an answer with 200. The message has the service's explanation. Not retried.
         */
        REFUSED,
        /** The service does not have the table now. */
        TABLE_NOT_AVAILABLE,
        /** 3xx: a redirect. Never followed, because it would carry the credentials along. */
        REDIRECTED,
        /** The answer is not JSON, which is retried as configured, or has another structure than expected. */
        UNREADABLE,
        /** The answer is larger than {@link OnetWebServices#MAX_RESPONSE_BYTES}. Not retried. */
        TOO_LARGE,
        /** The pages do not add up: the total changes, or rows are missing or repeated. */
        INCOMPLETE,
        /** The answer contains a row that was not asked for, for example one of another occupation. */
        UNASKED_ROW,
        /** The thread was interrupted; its interrupt flag is set. */
        INTERRUPTED
    }
}
