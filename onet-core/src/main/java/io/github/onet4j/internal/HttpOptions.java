package io.github.onet4j.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the host of a client can set about its requests. For one thread. */
public final class HttpOptions {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST_TIME = Duration.ofDays(1);

    private URI baseAddress;
    private @Nullable HttpClient httpClient;
    private Duration timeout;
    private int retries;
    private Duration longestRetryDelay;

    /** Starts with a client's defaults. */
    public HttpOptions(URI baseAddress, Duration timeout, int retries, Duration longestRetryDelay) {
        this.baseAddress = baseAddress;
        this.timeout = timeout;
        this.retries = retries;
        this.longestRetryDelay = longestRetryDelay;
    }

    public void baseAddress(URI address) {
        this.baseAddress = address;
    }

    public void httpClient(HttpClient client) {
        this.httpClient = client;
    }

    public void timeout(Duration timeout) {
        this.timeout = timeout;
    }

    public void retries(int retries) {
        this.retries = retries;
    }

    public void longestRetryDelay(Duration delay) {
        this.longestRetryDelay = delay;
    }

    /** The host of the address, which holds no secret, whatever else of the address might. */
    public @Nullable String host() {
        return baseAddress.getHost();
    }

    /**
     * Returns the address, with a slash at its end.
     *
     * @throws IllegalArgumentException if it is not one that credentials can be sent to
     */
    public URI checkedBase() {
        URI base = baseAddress;
        boolean plain = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        // Not shown: a user's password might stand in it.
        check(
                plain && base.getHost() != null,
                "baseAddress",
                base.getHost(),
                "an address without user, query and fragment");
        boolean safe = "https".equals(base.getScheme())
                || ("http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost()));
        check(safe, "baseAddress", base, "https, for the credentials would be seen on the way");
        return base.getPath().endsWith("/") ? base : URI.create(base + "/");
    }

    /**
     * Makes what sends the requests.
     *
     * @param service its name in messages
     * @param firstDelay what is waited at least before a request is sent again
     * @param minimumInterval the shortest time between the starts of two requests
     * @throws IllegalArgumentException if an option is out of its range
     */
    public HttpSender sender(String service, Credentials credentials, Duration firstDelay, Duration minimumInterval) {
        checkTime("timeout", timeout, Duration.ofMillis(1));
        check(retries >= 0 && retries <= 20, "retries", retries, "0 to 20");
        checkTime("longestRetryDelay", longestRetryDelay, Duration.ZERO);
        checkTime("minimumInterval", minimumInterval, Duration.ZERO);
        HttpClient client = httpClient == null
                ? HttpClient.newBuilder().connectTimeout(timeout).build()
                : httpClient;
        check(
                client.followRedirects() == HttpClient.Redirect.NEVER,
                "httpClient.followRedirects",
                client.followRedirects(),
                "NEVER, for the credentials would go where a redirect leads");
        return new HttpSender(
                service,
                client,
                credentials,
                timeout,
                retries,
                firstDelay,
                longestRetryDelay,
                new Pace(minimumInterval));
    }

    /** Refuses an option that is out of its range. */
    public static void check(boolean right, String option, @Nullable Object value, String expected) {
        if (!right) {
            throw new IllegalArgumentException(option + " is " + value + "; expected is " + expected);
        }
    }

    private static void checkTime(String option, Duration time, Duration least) {
        boolean right = time.compareTo(least) >= 0 && time.compareTo(LONGEST_TIME) <= 0;
        check(right, option, time, least + " to " + LONGEST_TIME);
    }
}
