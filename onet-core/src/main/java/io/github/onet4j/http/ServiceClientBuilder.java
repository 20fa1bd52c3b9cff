package io.github.onet4j.http;

import io.github.onet4j.internal.Backoff;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.OptionCheck;
import io.github.onet4j.internal.RateLimiter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that all clients of a service over HTTP share, each with a default that the client's own builder states.
 * Only clients of onet4j extend it. Not thread-safe.
 *
 * @param <B> the client's own builder
 */
public abstract class ServiceClientBuilder<B extends ServiceClientBuilder<B>> {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration MAX_TIME = Duration.ofDays(1);

    private URI baseAddress;
    private @Nullable HttpClient httpClient;
    private Duration timeout;
    private int retries = 3;
    private Duration maxRetryDelay;

    /**
     * Starts with the defaults of a client.
     *
     * @param baseAddress the address of the service
     * @param timeout the limit for one request
     * @param maxRetryDelay the longest delay before a request is sent again
     */
    protected ServiceClientBuilder(URI baseAddress, Duration timeout, Duration maxRetryDelay) {
        this.baseAddress = baseAddress;
        this.timeout = timeout;
        this.maxRetryDelay = maxRetryDelay;
    }

    /**
     * Sets the address of the service, for example that of a gateway.
     *
     * @param address the address that the service's paths are appended to: https, or http on this machine; without
     *     user, query and fragment
     * @return this builder
     */
    public final B baseAddress(URI address) {
        this.baseAddress = Objects.requireNonNull(address, "address");
        return self();
    }

    /**
     * Sets the HTTP client, for a proxy, an executor or TLS settings of the host.
     *
     * @param client a client that {@linkplain HttpClient.Redirect#NEVER never follows redirects}, because a redirect
     *     would carry the credentials along; default is a client with the JDK's settings
     * @return this builder
     */
    public final B httpClient(HttpClient client) {
        this.httpClient = Objects.requireNonNull(client, "client");
        return self();
    }

    /**
     * Sets the limit for one request, from its start to the end of the response's body.
     *
     * @param timeout a millisecond to a day
     * @return this builder
     */
    public final B timeout(Duration timeout) {
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        return self();
    }

    /**
     * Sets how often a request is sent again after a failure that may pass. The delay is the one that the service asks
     * for; else it doubles each time, with up to half of it on top at random. Meanwhile other requests of the client
     * wait, too.
     *
     * @param retries 0 to 20; default is 3
     * @return this builder
     */
    public final B retries(int retries) {
        this.retries = retries;
        return self();
    }

    /**
     * Sets the longest delay before a request is sent again. If the service asks for a longer one, the call fails at
     * once.
     *
     * @param delay zero to a day
     * @return this builder
     */
    public final B maxRetryDelay(Duration delay) {
        this.maxRetryDelay = Objects.requireNonNull(delay, "delay");
        return self();
    }

    /**
     * Returns the host of the address, which contains no secret even where the rest of the address might.
     *
     * @return the host; null if the address has none
     */
    protected final @Nullable String host() {
        return baseAddress.getHost();
    }

    /**
     * Checks the options and creates the sender of the client's requests.
     *
     * @param service the name of the service in messages
     * @param credentials the credentials to send
     * @param firstDelay the shortest delay before a request is sent again
     * @param minimumInterval the minimum time between the starts of two requests
     * @return the sender
     * @throws IllegalArgumentException if an option is not valid
     */
    @SuppressWarnings("exports") // Only this module extends the class.
    protected final HttpSender sender(
            String service,
            Credentials credentials,
            Duration firstDelay,
            Duration minimumInterval,
            int maxResponseBytes) {
        URI base = checkedBase();
        checkTime("timeout", timeout, Duration.ofMillis(1));
        OptionCheck.check(retries >= 0 && retries <= 20, "retries", "between 0 and 20", retries);
        checkTime("maxRetryDelay", maxRetryDelay, Duration.ZERO);
        checkTime("minimumInterval", minimumInterval, Duration.ZERO);
        HttpClient client = httpClient == null
                ? HttpClient.newBuilder().connectTimeout(timeout).build()
                : httpClient;
        OptionCheck.check(
                client.followRedirects() == HttpClient.Redirect.NEVER,
                "httpClient.followRedirects",
                "NEVER, because a redirect would carry the credentials along",
                client.followRedirects());
        return new HttpSender(
                service,
                base,
                client,
                credentials,
                timeout,
                new Backoff(retries, firstDelay, maxRetryDelay),
                new RateLimiter(minimumInterval),
                maxResponseBytes);
    }

    /** Returns the address with a slash at its end, if credentials may be sent there. */
    private URI checkedBase() {
        URI base = baseAddress;
        boolean plain = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        // Only the host is shown: the rest may contain a password.
        OptionCheck.check(
                plain && base.getHost() != null,
                "baseAddress",
                "an address without user, query and fragment",
                base.getHost());
        boolean safe = "https".equals(base.getScheme())
                || ("http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost()));
        OptionCheck.check(safe, "baseAddress", "https, because credentials must not travel in the clear", base);
        return base.getPath().endsWith("/") ? base : URI.create(base + "/");
    }

    private static void checkTime(String option, Duration time, Duration min) {
        boolean valid = time.compareTo(min) >= 0 && time.compareTo(MAX_TIME) <= 0;
        OptionCheck.check(valid, option, "between " + min + " and " + MAX_TIME, time);
    }

    @SuppressWarnings("unchecked") // B is the class that extends this one.
    private B self() {
        return (B) this;
    }
}
