package io.github.onet4j.download;

import io.github.onet4j.download.ReleaseDownloadException.Reason;
import io.github.onet4j.internal.Backoff;
import io.github.onet4j.release.Layout;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReleaseFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one archive into a folder. */
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final Backoff BACKOFF = new Backoff(1, Duration.ofMillis(200), Duration.ofSeconds(30));
    private static final Set<Reason> MAY_PASS =
            Set.of(Reason.UNREACHABLE, Reason.INCOMPLETE, Reason.SERVER_FAILED, Reason.RATE_LIMITED);

    private final OfficialArchive archive;
    private final Path folder;
    private final Path file;
    private final URI address;
    private final Failures failures;
    private final Transfer transfer;

    Download(OfficialArchive archive, Path folder, DownloadOptions options) {
        this.archive = archive;
        this.folder = folder;
        this.file = folder.resolve(archive.fileName());
        this.address = options.baseAddress().resolve(archive.fileName());
        this.failures = new Failures(archive, address);
        HttpClient own = options.httpClient();
        this.transfer = new Transfer(address, options, own == null ? HttpClient.newHttpClient() : own, failures);
    }

    ReleaseReceipt run() {
        try {
            Optional<ReleaseReceipt> existing = existing();
            return existing.isPresent() ? existing.get() : repeated();
        } catch (ClosedByInterruptException e) {
            throw failures.interrupted(e);
        } catch (IOException e) {
            throw failures.file(e);
        }
    }

    /** Finds the archive, if it is the one that a receipt beside it tells of. */
    private Optional<ReleaseReceipt> existing() throws IOException {
        Optional<ReleaseReceipt> receipt;
        try {
            receipt = ReceiptFile.of(file).read();
        } catch (ReleaseDownloadException unreadable) {
            LOG.debug("downloading again: {}", unreadable.getMessage());
            return Optional.empty();
        }
        return receipt.isPresent() && isOfThis(receipt.get()) && receipt.get().fitsFile() ? receipt : Optional.empty();
    }

    private boolean isOfThis(ReleaseReceipt receipt) {
        return receipt.version().equals(archive.version())
                && receipt.layout() == archive.layout()
                && receipt.address().equals(address)
                && archive.allows(receipt.sha256());
    }

    private ReleaseReceipt repeated() throws IOException {
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt();
            } catch (ReleaseDownloadException e) {
                if (!MAY_PASS.contains(e.reason())) {
                    throw e;
                }
                Duration delay = BACKOFF.delay(attempts, e.retryAfter()).orElseThrow(() -> e);
                LOG.debug("starting over in {}: {}", delay, e.getMessage());
                pause(delay);
            }
        }
    }

    private void pause(Duration delay) {
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.interrupted(e);
        }
    }

    private ReleaseReceipt attempt() throws IOException {
        createFolder();
        // Other processes may be downloading the same archive.
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            String sha256;
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                sha256 = transfer.into(out);
                out.force(true);
            }
            check(part, sha256);
            return keep(part, sha256);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void createFolder() throws IOException {
        // Creating what is there fails for a link to a folder on JDK 17.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private void check(Path part, String sha256) {
        if (!archive.allows(sha256)) {
            throw failures.wrongChecksum(sha256);
        }
        OnetRelease release;
        try {
            release = OnetRelease.open(part);
        } catch (ReleaseFormatException e) {
            throw failures.notRelease(e.getMessage().replace(part.toString(), archive.fileName()), e);
        }
        ArchiveLayout layout = release.layout() == Layout.CSV ? ArchiveLayout.CSV : ArchiveLayout.TEXT;
        if (!release.version().equals(archive.version()) || layout != archive.layout()) {
            throw failures.otherRelease(release.version(), layout);
        }
    }

    private ReleaseReceipt keep(Path part, String sha256) throws IOException {
        // A process that was quicker may have opened the archive, which some systems then can't replace.
        Optional<ReleaseReceipt> quicker = existing();
        if (quicker.isPresent()) {
            return quicker.get();
        }
        ReleaseReceipt receipt = new ReleaseReceipt(
                archive, address, file, Files.size(part), sha256, Instant.now().truncatedTo(ChronoUnit.SECONDS), true);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        ReceiptFile.of(file).write(receipt);
        return receipt;
    }
}
