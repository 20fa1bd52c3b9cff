package io.github.onet4j.download;

import io.github.onet4j.download.ReleaseDownloadException.Reason;
import io.github.onet4j.internal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells where a downloaded archive came from. It is kept beside the archive, in a file of properties named like the
 * archive with {@code .receipt} behind it, and reads back with {@link #read}. Immutable.
 */
public final class ReleaseReceipt {
    private final OfficialArchive archive;
    private final URI address;
    private final Path file;
    private final long size;
    private final String sha256;
    private final Instant downloadedAt;
    private final boolean fetched;

    ReleaseReceipt(
            OfficialArchive archive,
            URI address,
            Path file,
            long size,
            String sha256,
            Instant downloadedAt,
            boolean fetched) {
        this.archive = archive;
        this.address = address;
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.downloadedAt = downloadedAt;
        this.fetched = fetched;
    }

    /**
     * Reads the receipt beside an archive. Does not compare it with the archive; {@link OnetReleases#download} does.
     *
     * @param archive the file of the archive
     * @return the receipt; empty if there is none
     * @throws ReleaseDownloadException if there is one that can't be read or understood
     */
    public static Optional<ReleaseReceipt> read(Path archive) {
        ReceiptFile receipt = ReceiptFile.of(Objects.requireNonNull(archive, "archive"));
        try {
            return receipt.read();
        } catch (IOException e) {
            throw new ReleaseDownloadException(
                    Reason.FILE_FAILED,
                    "could not read the receipt " + receipt.path(),
                    null,
                    e.toString(),
                    "check the folder and its permissions",
                    0,
                    null,
                    e);
        }
    }

    /** Whether the archive is still as it was downloaded. */
    boolean fitsFile() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != size) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Sha256().add(in).hex().equals(sha256);
        }
    }

    /**
     * Returns the release's number.
     *
     * @return for example {@code 31.0}
     */
    public String version() {
        return archive.version();
    }

    /** {@return {@link #version}, for serializers} */
    public String getVersion() {
        return version();
    }

    /**
     * Returns the layout of the archive.
     *
     * @return the layout
     */
    public ArchiveLayout layout() {
        return archive.layout();
    }

    /** {@return {@link #layout}, for serializers} */
    public ArchiveLayout getLayout() {
        return layout();
    }

    /**
     * Returns the address of the archive, from which the server may have redirected.
     *
     * @return the address, without user and query
     */
    public URI address() {
        return address;
    }

    /** {@return {@link #address}, for serializers} */
    public URI getAddress() {
        return address;
    }

    /**
     * Returns the file of the archive.
     *
     * @return the path, in the folder as given
     */
    public Path file() {
        return file;
    }

    /** {@return {@link #file} as text, for serializers} */
    public String getFile() {
        return file.toString();
    }

    /**
     * Returns the size of the archive.
     *
     * @return bytes
     */
    public long size() {
        return size;
    }

    /** {@return {@link #size}, for serializers} */
    public long getSize() {
        return size;
    }

    /**
     * Returns the SHA-256 checksum of the archive, which {@code OnetRelease.info()} has, too.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /** {@return {@link #sha256}, for serializers} */
    public String getSha256() {
        return sha256;
    }

    /**
     * Tells whether the checksum was compared with that of the official archive.
     *
     * @return true if it is the one that this version of onet4j {@linkplain OnetReleases#known knows}; false if onet4j
     *     knows none, so that nothing is certain about the archive but that it is a release of this version
     */
    public boolean isChecksumVerified() {
        return sha256.equals(archive.sha256());
    }

    /**
     * Returns when the archive was downloaded.
     *
     * @return the time, in whole seconds
     */
    public Instant downloadedAt() {
        return downloadedAt;
    }

    /** {@return {@link #downloadedAt} as text, for serializers} */
    public String getDownloadedAt() {
        return downloadedAt.toString();
    }

    /**
     * Tells whether the call that returned this receipt fetched the archive.
     *
     * @return false if the archive was there already, or the receipt was {@linkplain #read read}
     */
    public boolean isFetched() {
        return fetched;
    }

    /** Returns version, file and checksum, for a log. */
    @Override
    public String toString() {
        return "O*NET " + version() + " in " + file + ", SHA-256 " + sha256;
    }
}
