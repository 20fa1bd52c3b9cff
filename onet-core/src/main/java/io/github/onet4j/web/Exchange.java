package io.github.onet4j.web;

import io.github.onet4j.web.WebServicesException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests, in their turn, and again where that may help. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String USER_AGENT = "java-onet4j (bot)";

    /** What the service asks for at least before a request is repeated. */
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);

    private static final int LONGEST_MESSAGE = 300;

    private final HttpClient client;
    private final Credentials credentials;
    private final Duration timeout;
    private final int retries;
    private final Duration longestDelay;
    private final Pace pace;

    Exchange(
            HttpClient client,
            Credentials credentials,
            Duration timeout,
            int retries,
            Duration longestDelay,
            Duration minimumInterval) {
        this.client = client;
        this.credentials = credentials;
        this.timeout = timeout;
        this.retries = retries;
        this.longestDelay = longestDelay;
        this.pace = new Pace(minimumInterval);
    }

    /** Returns the answer with status 200, as JSON. */
    Json get(URI address) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(address);
            } catch (WebServicesException e) {
                Duration delay = delay(e, attempt);
                if (attempt > retries || !isWorthRepeating(e.reason()) || delay.compareTo(longestDelay) > 0) {
                    throw e;
                }
                LOG.debug("asking again in {}: {}", delay, e.getMessage());
                pace.pause(delay);
            }
        }
    }

    private static boolean isWorthRepeating(Reason reason) {
        return switch (reason) {
            case UNREACHABLE, SERVICE_FAILED, RATE_LIMITED, UNREADABLE -> true;
            default -> false;
        };
    }

    /** What the service asks for, or twice as long each time; with jitter, so that nodes that failed together part. */
    private Duration delay(WebServicesException e, int attempt) {
        Optional<Duration> asked = e.retryAfter();
        if (asked.isPresent()) {
            return asked.get().compareTo(FIRST_DELAY) < 0 ? FIRST_DELAY : asked.get();
        }
        long doubled = FIRST_DELAY.toMillis() << Math.min(attempt - 1, 20);
        long jittered = doubled + ThreadLocalRandom.current().nextLong(doubled / 2 + 1);
        return Duration.ofMillis(Math.min(jittered, longestDelay.toMillis()));
    }

    private Json attempt(URI address) {
        HttpResponse<String> answer = send(address);
        WebResponse response = new WebResponse(
                address,
                answer.statusCode(),
                credentials.redact(answer.body()),
                Clock.systemUTC().instant());
        if (response.status() != 200) {
            throw failure(response, retryAfter(answer));
        }
        Json json = Json.read(response);
        if (json.tellsError()) {
            throw failure(response, null);
        }
        return json;
    }

    private HttpResponse<String> send(URI address) {
        CompletableFuture<HttpResponse<String>> sent = null;
        try {
            pace.awaitTurn();
            sent = client.sendAsync(request(address), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            // The request's own timeout ends with the headers; a body may stall, too.
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw WebServicesException.of(
                    Reason.UNREACHABLE, address, "O*NET Web Services did not answer within " + timeout, e);
        } catch (ExecutionException e) {
            throw WebServicesException.of(
                    Reason.UNREACHABLE,
                    address,
                    "O*NET Web Services can't be reached: " + told(e.getCause()),
                    e.getCause());
        } catch (InterruptedException e) {
            if (sent != null) {
                sent.cancel(true);
            }
            Thread.currentThread().interrupt();
            throw WebServicesException.of(
                    Reason.INTERRUPTED, address, "interrupted while asking O*NET Web Services", e);
        }
    }

    private HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header(credentials.header(), credentials.value())
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .GET()
                .build();
    }

    private static String told(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        String kind = cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
        return message == null ? kind : kind + ": " + message;
    }

    private static String rateLimited(@Nullable Duration retryAfter) {
        return "O*NET Web Services took too many requests (429)"
                + (retryAfter == null ? "" : " and ask to wait " + retryAfter)
                + "; a longer minimumInterval makes fewer";
    }

    private WebServicesException failure(WebResponse response, @Nullable Duration retryAfter) {
        int status = response.status();
        Reason reason = reason(status);
        return WebServicesException.ofStatus(
                reason,
                response.address(),
                status,
                switch (reason) {
                    case CREDENTIALS_REFUSED ->
                        "O*NET Web Services refused the credentials (" + status
                                + "); check that they are current and made for this service at https://services.onetcenter.org/";
                    case RATE_LIMITED -> rateLimited(retryAfter);
                    case NOT_FOUND -> "O*NET Web Services have nothing at this address (404)";
                    case REDIRECTED ->
                        "O*NET Web Services point elsewhere (" + status
                                + "), which is not followed; set the baseAddress that is meant";
                    case SERVICE_FAILED -> "O*NET Web Services failed (" + status + ")";
                    default ->
                        "O*NET Web Services refused the question (" + status + ")" + explanation(response.body());
                },
                retryAfter);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403 -> Reason.CREDENTIALS_REFUSED;
            case 404 -> Reason.NOT_FOUND;
            case 408 -> Reason.UNREACHABLE;
            case 429 -> Reason.RATE_LIMITED;
            default ->
                status >= 500
                        ? Reason.SERVICE_FAILED
                        : status >= 400 || status < 300 ? Reason.REFUSED : Reason.REDIRECTED;
        };
    }

    /** What the service says is wrong; only of 422 is it known to be there, and it might echo anything. */
    private String explanation(String body) {
        return Json.error(body)
                .filter(text -> !credentials.areIn(text))
                .map(text ->
                        ": " + (text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…"))
                .orElse("");
    }

    /** Seconds or a date, as HTTP has it; nothing if it is neither. */
    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        String value = answer.headers().firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), until);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException neither) {
            return null;
        }
    }
}
