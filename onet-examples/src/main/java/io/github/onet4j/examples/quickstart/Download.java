package io.github.onet4j.examples.quickstart;

import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings an archive into a folder. What has come of an archive waits beside its place as NAME.part until it is whole and
 * checked; a later run goes on from there if the server still has the same file, and begins anew if not.
 */
final class Download {
    private static final int MOST_REDIRECTS = 3;
    private static final int BUFFER_SIZE = 64 * 1024;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]+)-[0-9]+/([0-9]+)");

    private final DownloadAddress address;
    private final Optional<String> expectedSha256;
    private final Path target;
    private final PartialFile part;
    private final Duration patience;
    private final HttpClient client;

    /**
     * Prepares a download; nothing reaches out before {@link #fetch}.
     *
     * @param address where the archive is
     * @param expectedSha256 its checksum, if it is known
     * @param folder where it goes to
     * @param patience the longest silence: until there is a connection, until it answers, and between two bytes
     */
    Download(DownloadAddress address, Optional<String> expectedSha256, Path folder, Duration patience) {
        this.address = address;
        this.expectedSha256 = expectedSha256;
        this.target = folder.resolve(address.fileName());
        this.part = new PartialFile(folder.resolve(address.fileName() + ".part"), address.uri());
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The archive, if it was downloaded before. */
    Optional<Path> finished() {
        return Files.isRegularFile(target) ? Optional.of(target) : Optional.empty();
    }

    /** Whether the checksum of the archive is known, so that it will be checked. */
    boolean isChecked() {
        return expectedSha256.isPresent();
    }

    /**
     * Downloads the archive, or what is missing of it.
     *
     * @param progress told how far it has come
     * @return the archive, whole and checked
     * @throws DownloadFailedException if the server can't be reached, refuses, or breaks off
     * @throws QuickstartException if what came is not the archive it should be, or can't be written
     */
    Path fetch(Progress progress) throws DownloadFailedException {
        try {
            Files.createDirectories(part.path().toAbsolutePath().getParent());
            receive(progress);
            check();
            part.moveTo(target);
            return target;
        } catch (IOException e) {
            throw new QuickstartException("Can't write the download to " + part.path() + ": " + e, e);
        }
    }

    /** Told how many bytes of a total (0 if unknown) have come. */
    @FunctionalInterface
    interface Progress {
        void received(long bytes, long total);
    }

    private void receive(Progress progress) throws DownloadFailedException, IOException {
        Optional<PartialFile.Rest> rest = part.rest();
        HttpResponse<InputStream> response = request(rest);
        if (rest.isPresent() && response.statusCode() != 200 && !continues(response, rest.get())) {
            response.body().close();
            part.delete();
            response = request(Optional.empty());
        }
        long from = response.statusCode() == 206 ? part.size() : 0;
        if (response.statusCode() != 200 && response.statusCode() != 206) {
            response.body().close();
            throw new DownloadFailedException("it answered with status " + response.statusCode());
        }
        if (from == 0) {
            part.begin(response.headers());
        }
        append(response, from, progress);
    }

    /** Whether an answer is the rest that was asked for. */
    private static boolean continues(HttpResponse<InputStream> response, PartialFile.Rest rest) {
        return response.statusCode() == 206
                && contentRange(response)
                        .filter(range -> range.from() == rest.from())
                        .isPresent();
    }

    private HttpResponse<InputStream> request(Optional<PartialFile.Rest> rest) throws DownloadFailedException {
        URI uri = address.uri();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> response = send(uri, rest);
            Optional<String> location = response.headers().firstValue("location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            uri = uri.resolve(location.get());
            if (!address.isSameServer(uri)) {
                throw new DownloadFailedException("it redirects to another server, " + uri.getHost());
            }
        }
        throw new DownloadFailedException("it redirects in circles");
    }

    private HttpResponse<InputStream> send(URI uri, Optional<PartialFile.Rest> rest) throws DownloadFailedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(patience).header("User-Agent", "onet4j-quickstart");
        rest.ifPresent(missing ->
                request.header("Range", "bytes=" + missing.from() + "-").header("If-Range", missing.validator()));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new DownloadFailedException(reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadFailedException("interrupted", e);
        }
    }

    private void append(HttpResponse<InputStream> response, long from, Progress progress)
            throws DownloadFailedException, IOException {
        long total = total(response, from);
        long received = from;
        try (InputStream body = response.body();
                SilenceWatch watch = SilenceWatch.over(body, patience);
                FileChannel file =
                        FileChannel.open(part.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int read = read(body, buffer, watch); read >= 0; read = read(body, buffer, watch)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                received += read;
                progress.received(received, total);
            }
        }
        if (received < total) {
            throw new DownloadFailedException("it broke off after " + received + " of " + total + " bytes");
        }
    }

    /** Reads on, and tells trouble with the network from trouble with the disk. */
    private int read(InputStream body, byte[] buffer, SilenceWatch watch) throws DownloadFailedException {
        try {
            int read = body.read(buffer);
            if (read < 0 && watch.hasEnded()) {
                throw silence();
            }
            watch.heard();
            return read;
        } catch (IOException e) {
            throw watch.hasEnded() ? silence() : new DownloadFailedException("it broke off (" + reason(e) + ")", e);
        }
    }

    private DownloadFailedException silence() {
        return new DownloadFailedException("it broke off and was silent for " + patience.toSeconds() + " s");
    }

    private void check() throws IOException {
        String sha256 = sha256(part.path());
        if (expectedSha256.isPresent() && !expectedSha256.get().equals(sha256)) {
            part.delete();
            throw new QuickstartException("What came from " + address + " is not the archive it should be:\n"
                    + "  expected SHA-256 " + expectedSha256.get() + "\n  received SHA-256 " + sha256 + "\n"
                    + "It has been deleted. Try again, or use a release of your own or the sample:"
                    + "  --release PATH,  --sample");
        }
        try {
            OnetRelease.open(part.path());
        } catch (ReleaseFormatException e) {
            part.delete();
            throw new QuickstartException(
                    "What came from " + address + " is not an O*NET release, and has been deleted:\n  "
                            + e.getMessage(),
                    e);
        }
    }

    private static long total(HttpResponse<InputStream> response, long from) {
        OptionalLong length = response.headers().firstValueAsLong("content-length");
        return contentRange(response)
                .map(ContentRange::total)
                .orElse(length.isPresent() ? from + length.getAsLong() : 0L);
    }

    private static Optional<ContentRange> contentRange(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("content-range")
                .map(CONTENT_RANGE::matcher)
                .filter(Matcher::matches)
                .map(range -> new ContentRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
    }

    private String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + patience.toSeconds() + " s";
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer within " + patience.toSeconds() + " s";
        }
        if (e instanceof ConnectException) {
            return isCausedByUnknownName(e) ? "its name is unknown here" : "it refuses connections";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static boolean isCausedByUnknownName(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = newSha256();
        byte[] buffer = new byte[BUFFER_SIZE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record ContentRange(long from, long total) {}
}
