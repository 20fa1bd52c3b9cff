package io.github.onet4j.download;

import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.RetryAfter;
import io.github.onet4j.internal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Transfers an archive into a file, once. */
final class Transfer {
    private static final int BUFFER_SIZE = 64 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final URI address;
    private final DownloadOptions options;
    private final HttpClient client;
    private final Failures failures;

    Transfer(URI address, DownloadOptions options, HttpClient client, Failures failures) {
        this.address = address;
        this.options = options;
        this.client = client;
        this.failures = failures;
    }

    /**
     * Writes the archive.
     *
     * @return the SHA-256 of what has been written
     * @throws IOException if the file can't be written
     */
    String into(FileChannel file) throws IOException {
        try (TimedCalls calls = new TimedCalls(options.timeout())) {
            HttpResponse<InputStream> answer = answer(calls);
            // Closing the stream before its end breaks off the transfer.
            try (InputStream body = answer.body()) {
                OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
                return copy(body, length.isPresent() ? length.getAsLong() : null, file, calls);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.interrupted(e);
        }
    }

    private HttpResponse<InputStream> answer(TimedCalls calls) throws IOException, InterruptedException {
        URI from = address;
        for (int redirects = 0; ; redirects++) {
            HttpResponse<InputStream> answer = send(from, calls);
            int status = answer.statusCode();
            if (status == 200) {
                return answer;
            }
            answer.body().close();
            if (!REDIRECTS.contains(status)) {
                throw failures.status(status, RetryAfter.of(answer.headers()));
            }
            if (redirects == MOST_REDIRECTS) {
                throw failures.redirect(status, "more than " + MOST_REDIRECTS + " times");
            }
            from = target(from, answer);
        }
    }

    private HttpResponse<InputStream> send(URI from, TimedCalls calls) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(from)
                .header("User-Agent", HttpSender.USER_AGENT)
                .build();
        try {
            return calls.call(() -> client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (TimeoutException e) {
            throw failures.noAnswer(options.timeout(), e);
        } catch (IOException e) {
            throw failures.noConnection(e);
        }
    }

    private URI target(URI from, HttpResponse<?> answer) {
        int status = answer.statusCode();
        URI target = answer.headers()
                .firstValue("Location")
                .flatMap(Transfer::parsed)
                .map(from::resolve)
                .orElseThrow(() -> failures.redirect(status, "to no address"));
        boolean web = "https".equals(target.getScheme()) || "http".equals(target.getScheme());
        if (!web || target.getHost() == null || target.getRawUserInfo() != null) {
            throw failures.redirect(status, "to an address that is not one of the web");
        }
        if ("https".equals(from.getScheme()) && "http".equals(target.getScheme())) {
            throw failures.redirect(status, "from https to http at " + target.getHost());
        }
        return target;
    }

    private static Optional<URI> parsed(String location) {
        try {
            return Optional.of(URI.create(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String copy(InputStream body, @Nullable Long length, FileChannel file, TimedCalls calls)
            throws IOException, InterruptedException {
        if (length != null && length > options.maxBytes()) {
            throw failures.tooLarge(options.maxBytes());
        }
        Sha256 sha256 = new Sha256();
        byte[] buffer = new byte[BUFFER_SIZE];
        long received = 0;
        for (int read = read(body, buffer, calls); read >= 0; read = read(body, buffer, calls)) {
            received += read;
            if (received > options.maxBytes()) {
                throw failures.tooLarge(options.maxBytes());
            }
            write(buffer, read, file);
            sha256.add(buffer, read);
            options.progress().accept(new DownloadProgress(received, length));
        }
        if (length != null && received != length) {
            throw failures.brokenOff(received + " of " + length + " bytes arrived", null);
        }
        return sha256.hex();
    }

    private int read(InputStream body, byte[] buffer, TimedCalls calls) throws InterruptedException {
        try {
            return calls.call(() -> body.read(buffer));
        } catch (TimeoutException e) {
            throw failures.stalled(options.timeout(), e);
        } catch (IOException e) {
            throw failures.brokenOff(String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(byte[] buffer, int length, FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
