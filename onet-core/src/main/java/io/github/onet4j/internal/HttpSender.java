package io.github.onet4j.internal;

import io.github.onet4j.OnetException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the requests of one client: with its credentials, at its rate, and again while a failure may pass.
 * Thread-safe.
 */
public final class HttpSender {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);

    /** How onet4j names itself to servers. */
    public static final String USER_AGENT = "java-onet4j (bot)";

    /**
     * One thread for each request in flight, gone after a minute. The client's own asynchronous sending would end in
     * the common pool, and deadlock where callers, in a parallel stream for example, keep that pool waiting for it.
     */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(HttpSender::daemon);

    private final String service;
    private final URI base;
    private final HttpClient client;
    private final Credentials credentials;
    private final Duration timeout;
    private final Backoff backoff;
    private final RateLimiter limiter;
    private final int maxAnswerBytes;

    /** Creates a sender; {@code service} is its name in messages. */
    public HttpSender(
            String service,
            URI base,
            HttpClient client,
            Credentials credentials,
            Duration timeout,
            Backoff backoff,
            RateLimiter limiter,
            int maxAnswerBytes) {
        this.service = service;
        this.base = base;
        this.client = client;
        this.credentials = credentials;
        this.timeout = timeout;
        this.backoff = backoff;
        this.limiter = limiter;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /** Returns the address of the service, which ends with a slash. */
    public URI base() {
        return base;
    }

    /** Returns the credentials, whose secrets must not appear in messages. */
    public Credentials credentials() {
        return credentials;
    }

    /**
     * Makes attempts until one succeeds or fails for good. Before another attempt every request of this sender is
     * delayed.
     *
     * @param attempt receives the failure of the previous attempt, or null, and returns the result
     */
    public <T, E extends OnetException> T repeat(RetryPolicy<E> policy, Function<@Nullable E, T> attempt) {
        E before = null;
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt.apply(before);
            } catch (OnetException e) {
                if (!policy.type().isInstance(e)) {
                    throw e;
                }
                before = policy.type().cast(e);
                if (!policy.mayPass().test(before)) {
                    throw e;
                }
                Duration delay = backoff.delay(attempts, policy.retryAfter().apply(before))
                        .orElseThrow(() -> e);
                LOG.debug("retrying in {}: {}", delay, e.getMessage());
                limiter.pause(delay);
            }
        }
    }

    /**
     * Sends a request once and waits for the complete response, whatever its status.
     *
     * @throws NoAnswerException if none arrives within the timeout
     * @throws AnswerTooLargeException if the body exceeds the limit
     */
    public HttpAnswer send(HttpRequest.Builder request)
            throws NoAnswerException, AnswerTooLargeException, InterruptedException {
        limiter.acquire();
        HttpRequest completed = completed(request);
        Future<HttpAnswer> sent = THREADS.submit(() -> answerTo(completed));
        try {
            // The request's own timeout ends with the headers, but the body may stall, too.
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException timedOut) {
                throw late(timedOut);
            }
            if (e.getCause() instanceof AnswerTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new NoAnswerException(service + " can't be reached: " + description(e.getCause()), e.getCause());
        } finally {
            sent.cancel(true);
        }
    }

    private NoAnswerException late(Exception cause) {
        return new NoAnswerException(service + " did not answer within " + timeout, cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "onet4j-http");
        thread.setDaemon(true);
        return thread;
    }

    private HttpRequest completed(HttpRequest.Builder request) {
        return request.timeout(timeout)
                .header(credentials.header(), credentials.value())
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .build();
    }

    private HttpAnswer answerTo(HttpRequest request) throws IOException, AnswerTooLargeException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // Closing the stream before its end breaks off the transfer.
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(maxAnswerBytes + 1);
            if (bytes.length > maxAnswerBytes) {
                throw new AnswerTooLargeException(service, maxAnswerBytes);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new HttpAnswer(
                    response.statusCode(),
                    credentials.redact(text),
                    RetryAfter.of(response.headers()).orElse(null));
        }
    }

    private static String description(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        String kind = cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
        return message == null ? kind : kind + ": " + message;
    }
}
