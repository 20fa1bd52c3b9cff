package io.github.onet4j.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests to one service in their turn, and says how long to hold back before one is sent again. */
public final class HttpSender {
    private static final String USER_AGENT = "java-onet4j (bot)";

    /**
     * One for each request under way, gone after a minute. The client's own asynchronous sending ends in the common pool, and would
     * never end where callers, in a parallel stream for example, keep that busy with waiting for it.
     */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(HttpSender::daemon);

    private final String service;
    private final HttpClient client;
    private final Credentials credentials;
    private final Duration timeout;
    private final int retries;
    private final Duration firstDelay;
    private final Duration longestDelay;
    private final Pace pace;

    HttpSender(
            String service,
            HttpClient client,
            Credentials credentials,
            Duration timeout,
            int retries,
            Duration firstDelay,
            Duration longestDelay,
            Pace pace) {
        this.service = service;
        this.client = client;
        this.credentials = credentials;
        this.timeout = timeout;
        this.retries = retries;
        this.firstDelay = firstDelay;
        this.longestDelay = longestDelay;
        this.pace = pace;
    }

    /**
     * Sends a request with the credentials and waits for the whole answer, whatever its status.
     *
     * @throws NoAnswerException if none comes within the timeout
     */
    public HttpAnswer send(HttpRequest.Builder request) throws NoAnswerException, InterruptedException {
        pace.awaitTurn();
        HttpRequest completed = completed(request);
        Future<HttpResponse<String>> sent = THREADS.submit(
                () -> client.send(completed, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        try {
            // The request's own timeout ends with the headers; a body may stall, too.
            return answer(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new NoAnswerException(service + " did not answer within " + timeout, e);
        } catch (ExecutionException e) {
            throw new NoAnswerException(service + " can't be reached: " + told(e.getCause()), e.getCause());
        } finally {
            sent.cancel(true);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "onet4j-http");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Holds every request back before one that failed is sent again: for the time that the service asks for, or twice as long
     * each time, with jitter, so that nodes that failed together part.
     *
     * @param attempts how often it was sent
     * @param asked what the service asks for
     * @return the delay; empty if it was sent often enough, or the service asks for too long a time
     */
    public Optional<Duration> holdBack(int attempts, Optional<Duration> asked) {
        Duration delay = asked.map(this::atLeastTheFirst).orElseGet(() -> doubled(attempts));
        if (attempts > retries || delay.compareTo(longestDelay) > 0) {
            return Optional.empty();
        }
        pace.pause(delay);
        return Optional.of(delay);
    }

    private Duration atLeastTheFirst(Duration asked) {
        return asked.compareTo(firstDelay) < 0 ? firstDelay : asked;
    }

    private Duration doubled(int attempts) {
        long doubled = firstDelay.toMillis() << Math.min(attempts - 1, 20);
        long jittered = doubled + ThreadLocalRandom.current().nextLong(doubled / 2 + 1);
        return Duration.ofMillis(Math.min(jittered, longestDelay.toMillis()));
    }

    private HttpRequest completed(HttpRequest.Builder request) {
        return request.timeout(timeout)
                .header(credentials.header(), credentials.value())
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .build();
    }

    private HttpAnswer answer(HttpResponse<String> response) {
        return new HttpAnswer(response.statusCode(), credentials.redact(response.body()), retryAfter(response));
    }

    private static String told(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        String kind = cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
        return message == null ? kind : kind + ": " + message;
    }

    /** Seconds or a date, as HTTP has it; nothing if it is neither. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("").strip();
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
