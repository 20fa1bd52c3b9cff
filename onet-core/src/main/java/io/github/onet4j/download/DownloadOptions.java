package io.github.onet4j.download;

import io.github.onet4j.internal.OptionCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Options for downloading a release. Immutable; start from {@link #DEFAULTS}.
 *
 * @param baseAddress the address that the archive's {@linkplain OfficialArchive#fileName name} is appended to, for a
 *     mirror; http or https, without user, query and fragment; default is that of the O*NET Resource Center,
 *     {@code https://www.onetcenter.org/dl_files/database/}
 * @param layout the layout of the archive; default {@link ArchiveLayout#TEXT}
 * @param timeout the longest wait for the answer to a request, and for each piece of the archive after that; a
 *     millisecond to a day; default 30 seconds. There is no limit for the whole download, which may be interrupted
 * @param maxBytes the size of the largest archive that is taken, in bytes; at least 1; default
 *     {@value #DEFAULT_MAX_BYTES}, about four times the size of the largest that is known
 * @param progress receives the progress, on the downloading thread, with each piece of the archive; default does
 *     nothing. An exception that it throws ends the download, of which nothing stays
 * @param httpClient the HTTP client, for a proxy or TLS settings of the host; it must
 *     {@linkplain HttpClient.Redirect#NEVER never follow redirects}, because the download checks where they lead; null,
 *     the default, for one with the JDK's settings
 */
public record DownloadOptions(
        URI baseAddress,
        ArchiveLayout layout,
        Duration timeout,
        long maxBytes,
        Consumer<DownloadProgress> progress,
        @Nullable HttpClient httpClient) {
    /** The default of {@link #maxBytes}: 64 MiB. */
    public static final long DEFAULT_MAX_BYTES = 64L << 20;

    // Above the defaults, which they check.
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);
    private static final Duration MAX_TIMEOUT = Duration.ofDays(1);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** The text archive of the O*NET Resource Center, 30 seconds, 64 MiB, no listener, the JDK's HTTP client. */
    public static final DownloadOptions DEFAULTS = new DownloadOptions(
            URI.create("https://www.onetcenter.org/dl_files/database/"),
            ArchiveLayout.TEXT,
            Duration.ofSeconds(30),
            DEFAULT_MAX_BYTES,
            progress -> {},
            null);

    /**
     * Checks the options, and ends the address with a slash.
     *
     * @throws IllegalArgumentException if an option is out of range
     */
    public DownloadOptions {
        baseAddress = checked(Objects.requireNonNull(baseAddress, "baseAddress"));
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(progress, "progress");
        OptionCheck.check(
                timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
                "timeout",
                "between " + MIN_TIMEOUT + " and " + MAX_TIMEOUT,
                timeout);
        OptionCheck.check(maxBytes >= 1, "maxBytes", "at least 1", maxBytes);
        if (httpClient != null) {
            OptionCheck.check(
                    httpClient.followRedirects() == HttpClient.Redirect.NEVER,
                    "httpClient.followRedirects",
                    "NEVER, because the download checks where a redirect leads",
                    httpClient.followRedirects());
        }
    }

    private static URI checked(URI address) {
        boolean plain = address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getHost() != null;
        // Only the host is shown: the rest may contain a password.
        OptionCheck.check(plain, "baseAddress", "an address without user, query and fragment", address.getHost());
        OptionCheck.check(SCHEMES.contains(address.getScheme()), "baseAddress", "http or https", address);
        return address.getRawPath().endsWith("/") ? address : URI.create(address + "/");
    }

    /**
     * Returns these options with another address.
     *
     * @param baseAddress the address that the archive's name is appended to
     * @return new options
     * @throws IllegalArgumentException if it is neither http nor https, or has a user, a query or a fragment
     */
    public DownloadOptions baseAddress(URI baseAddress) {
        return new DownloadOptions(baseAddress, layout, timeout, maxBytes, progress, httpClient);
    }

    /**
     * Returns these options with another layout.
     *
     * @param layout the layout of the archive
     * @return new options
     */
    public DownloadOptions layout(ArchiveLayout layout) {
        return new DownloadOptions(baseAddress, layout, timeout, maxBytes, progress, httpClient);
    }

    /**
     * Returns these options with another timeout.
     *
     * @param timeout the longest wait for an answer and for each piece of the archive
     * @return new options
     * @throws IllegalArgumentException if it is not between a millisecond and a day
     */
    public DownloadOptions timeout(Duration timeout) {
        return new DownloadOptions(baseAddress, layout, timeout, maxBytes, progress, httpClient);
    }

    /**
     * Returns these options with another limit for the archive's size.
     *
     * @param maxBytes the size of the largest archive that is taken, in bytes
     * @return new options
     * @throws IllegalArgumentException if it is below 1
     */
    public DownloadOptions maxBytes(long maxBytes) {
        return new DownloadOptions(baseAddress, layout, timeout, maxBytes, progress, httpClient);
    }

    /**
     * Returns these options with a receiver of progress.
     *
     * @param progress receives the progress, on the downloading thread
     * @return new options
     */
    public DownloadOptions progress(Consumer<DownloadProgress> progress) {
        return new DownloadOptions(baseAddress, layout, timeout, maxBytes, progress, httpClient);
    }

    /**
     * Returns these options with an HTTP client of the host.
     *
     * @param client a client that never follows redirects
     * @return new options
     * @throws IllegalArgumentException if it follows redirects
     */
    public DownloadOptions httpClient(HttpClient client) {
        Objects.requireNonNull(client, "client");
        return new DownloadOptions(baseAddress, layout, timeout, maxBytes, progress, client);
    }
}
