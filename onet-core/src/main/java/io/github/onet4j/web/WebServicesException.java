package io.github.onet4j.web;

import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetException;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** O*NET Web Services could not be asked, or did not answer as they should. No part of it holds credentials. */
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
        super(address == null ? message : message + " (" + address + ")", cause);
        this.reason = reason;
        this.address = address;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static WebServicesException of(Reason reason, URI address, String message) {
        return new WebServicesException(reason, message, address, 0, null, null);
    }

    static WebServicesException of(Reason reason, URI address, String message, @Nullable Throwable cause) {
        return new WebServicesException(reason, message, address, 0, null, cause);
    }

    static WebServicesException ofStatus(
            Reason reason, URI address, int status, String message, @Nullable Duration retryAfter) {
        return new WebServicesException(reason, message, address, status, retryAfter, null);
    }

    /**
     * Makes the exception of an answer whose rows can't be used, for whoever makes something of them.
     *
     * @param what what is wrong with them
     * @return an exception for {@link Reason#UNREADABLE}
     */
    public static WebServicesException unusable(String what) {
        return new WebServicesException(Reason.UNREADABLE, what, null, 0, null, null);
    }

    /**
     * Returns this failure with what the service was asked for, and what can be done about it.
     *
     * @param need for example {@code O*NET 29.3 has no occupation 15-1252.00}
     * @param answer what the failure comes to
     * @return an exception with the same reason, status and time to wait, and with this one as its cause
     */
    public WebServicesException inNeedOf(String need, FetchOutcome answer) {
        String advice =
                answer.explanation().map(explanation -> ". " + explanation).orElse("");
        return new WebServicesException(
                reason, need + ", and " + getMessage() + advice, null, status, retryAfter, this);
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
     * Returns the address that was asked.
     *
     * @return the address, or nothing where no single request failed
     */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
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
        /** 401 or 403: the credentials are wrong, expired or not for this service. Not asked again. */
        CREDENTIALS_REFUSED,
        /** No answer: no connection, one that broke off, or none in time. Asked again, as often as configured. */
        UNREACHABLE,
        /** 5xx: the service failed. Asked again, as often as configured, unless it names a time that is too long. */
        SERVICE_FAILED,
        /** 429: too many requests. Asked again after the time that the service names, unless that is too long. */
        RATE_LIMITED,
        /** 404: there is nothing at the address. Not asked again. */
        NOT_FOUND,
        /** 422, another 4xx, or an error in an answer with 200: the service refuses the question; the message says why. Not asked again. */
        REFUSED,
        /** The service has no such table now. */
        TABLE_NOT_AVAILABLE,
        /** 3xx: the service points elsewhere. Never followed, for the credentials would go there too. */
        REDIRECTED,
        /** The answer is no JSON, or not of the form it should have. Asked again, as often as configured, if it is no JSON. */
        UNREADABLE,
        /** The pages do not add up to the whole: a total that changes, rows that are missing or come twice. */
        INCOMPLETE,
        /** A row is not what was asked for, such as one of another occupation. */
        UNASKED_ROW,
        /** The thread was interrupted; its interrupt flag is set. */
        INTERRUPTED
    }
}
