package io.github.onet4j.examples.quickstart;

import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Downloads the archive of a release into a folder. Until the archive is complete and checked, it is named NAME.part; a
 * transfer that breaks off or stalls starts over, once.
 */
final class Download {
    private static final int BUFFER_SIZE = 64 * 1024;
    private static final Pattern ADDRESS =
            Pattern.compile("(https://[^/]+|http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?)/"
                    + "([^?#]*/)?(?<name>[A-Za-z0-9][A-Za-z0-9._-]*\\.zip)");

    private final URI address;
    private final Optional<String> sha256;
    private final Path target;
    private final Duration stallTimeout;
    private final HttpClient client;
    private final Duration answerTimeout;

    /**
     * Prepares a download; only {@link #fetch} uses the network.
     *
     * @param address the archive's address, see {@link #fileName}
     * @param sha256 the archive's SHA-256 checksum in lower-case hexadecimal, if known
     * @param folder the folder to download into
     * @param answerTimeout the time that the server has to accept the connection and answer
     * @param stallTimeout the longest pause between two pieces of the archive
     */
    Download(URI address, Optional<String> sha256, Path folder, Duration answerTimeout, Duration stallTimeout) {
        this.address = address;
        this.sha256 = sha256;
        this.target = folder.resolve(fileName(address));
        this.answerTimeout = answerTimeout;
        this.stallTimeout = stallTimeout;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Returns the archive's name, the last part of its address.
     *
     * @throws IllegalArgumentException if the address does not name a zip file, or is neither https nor on this machine
     */
    static String fileName(URI address) {
        var matcher = ADDRESS.matcher(address.toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the address must start with https:// and end with the name of a zip file, but was " + address);
        }
        return matcher.group("name");
    }

    URI address() {
        return address;
    }

    Optional<String> sha256() {
        return sha256;
    }

    /** Returns the archive, if it was downloaded before. */
    Optional<Path> finished() {
        return Files.isRegularFile(target) ? Optional.of(target) : Optional.empty();
    }

    /**
     * Downloads the archive.
     *
     * @param progress called with the bytes received so far and the total, which is 0 if unknown
     * @return the archive, complete and checked
     * @throws DownloadFailedException if the server can't be reached, refuses, or the transfer breaks off twice
     * @throws WrongArchiveException if the received file is not the expected archive, or no release at all
     */
    Path fetch(Progress progress) throws DownloadFailedException, WrongArchiveException {
        try {
            return attempt(progress);
        } catch (IOException first) {
            try {
                return attempt(progress);
            } catch (IOException e) {
                e.addSuppressed(first);
                throw new DownloadFailedException("the transfer failed: " + reason(e), e);
            }
        }
    }

    /** Receives the number of bytes that have arrived, and their total or 0. */
    @FunctionalInterface
    interface Progress {
        void received(long bytes, long total);
    }

    private Path attempt(Progress progress) throws IOException, DownloadFailedException, WrongArchiveException {
        HttpResponse<InputStream> response = request();
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            MessageDigest digest = newSha256();
            try (InputStream body = response.body();
                    OutputStream file = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                copy(
                        body,
                        file,
                        response.headers().firstValueAsLong("content-length").orElse(0),
                        progress);
            }
            check(part, HexFormat.of().formatHex(digest.digest()));
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private HttpResponse<InputStream> request() throws IOException, DownloadFailedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(answerTimeout)
                .header("User-Agent", "onet4j")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new DownloadFailedException("the server answered with status " + response.statusCode());
            }
            return response;
        } catch (HttpTimeoutException e) {
            throw new DownloadFailedException("no answer within " + answerTimeout.toSeconds() + " s", e);
        } catch (ConnectException e) {
            throw new DownloadFailedException("no connection to the server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadFailedException("interrupted", e);
        }
    }

    private void copy(InputStream body, OutputStream file, long total, Progress progress) throws IOException {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            byte[] buffer = new byte[BUFFER_SIZE];
            long received = 0;
            for (int read = read(reader, body, buffer); read >= 0; read = read(reader, body, buffer)) {
                file.write(buffer, 0, read);
                received += read;
                progress.received(received, total);
            }
        } finally {
            reader.shutdownNow();
        }
    }

    /** Reads with a time limit; the client's own ends with the headers of an answer. */
    private int read(ExecutorService reader, InputStream body, byte[] buffer) throws IOException {
        try {
            return reader.submit(() -> body.read(buffer)).get(stallTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no data for " + stallTimeout.toMillis() / 1000.0 + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(Objects.requireNonNull(e.getCause())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void check(Path file, String received) throws WrongArchiveException {
        if (!sha256.orElse(received).equals(received)) {
            throw new WrongArchiveException(
                    address + " is not the expected archive:\n  expected SHA-256 " + sha256.get()
                            + "\n  received SHA-256 " + received,
                    null);
        }
        try {
            OnetRelease.open(file);
        } catch (ReleaseFormatException e) {
            throw new WrongArchiveException(address + " is not an O*NET release:\n  " + e.getMessage(), e);
        }
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
