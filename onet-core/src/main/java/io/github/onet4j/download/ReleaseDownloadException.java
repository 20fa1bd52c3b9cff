package io.github.onet4j.download;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A release can't be downloaded, or a receipt can't be read. Nothing of the archive stays. */
public final class ReleaseDownloadException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable URI address;
    private final String problem;
    private final String cure;
    private final int status;
    private final @Nullable Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param subject begins the message, for example {@code could not download O*NET 31.0}
     * @param status the HTTP status, or 0
     */
    ReleaseDownloadException(
            Reason reason,
            String subject,
            @Nullable URI address,
            String problem,
            String cure,
            int status,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(subject + ": " + problem + "; " + cure, cause);
        this.reason = reason;
        this.address = address;
        this.problem = problem;
        this.cure = cure;
        this.status = status;
        this.retryAfter = retryAfter;
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
     * Returns the address of the archive.
     *
     * @return the address, without user and query; empty if a receipt can't be read
     */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /**
     * Returns what happened, the middle of the message.
     *
     * @return a part of a sentence, for example {@code no connection to the server}
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns what to do about it, the end of the message.
     *
     * @return a part of a sentence, for example {@code try again later}
     */
    public String cure() {
        return cure;
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
     * Returns the delay that the server asks for before the next request.
     *
     * @return the delay; empty if the server asks for none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The kind of failure. */
    public enum Reason {
        /** No connection, or no answer within the timeout. Retried once. */
        UNREACHABLE,
        /** The transfer broke off, or stalled for longer than the timeout. Retried once. */
        INCOMPLETE,
        /** 5xx: the server failed. Retried once, unless the server asks for too long a delay. */
        SERVER_FAILED,
        /** 429: too many requests. Retried once, unless the server asks for too long a delay. */
        RATE_LIMITED,
        /** 404 or 410: there is no such archive at the address. Not retried. */
        NOT_FOUND,
        /** Another status than 200. Not retried. */
        REFUSED,
        /** A redirect from https to http, to no address, or the sixth in a row. Not retried. */
        REDIRECT_REFUSED,
        /** The archive is larger than {@link DownloadOptions#maxBytes}. Not retried. */
        TOO_LARGE,
        /** The checksum is not that of the official archive. Not retried. */
        WRONG_CHECKSUM,
        /** What came is not an O*NET release, for example the login page of a network. Not retried. */
        NOT_A_RELEASE,
        /** What came is another O*NET release than the one asked for, or another layout of it. Not retried. */
        OTHER_RELEASE,
        /** The archive or its receipt can't be written or read. */
        FILE_FAILED,
        /** There is a receipt that can't be understood. Only {@link ReleaseReceipt#read} says so. */
        RECEIPT_UNREADABLE,
        /** The thread was interrupted; its interrupt flag is set. */
        INTERRUPTED
    }
}
