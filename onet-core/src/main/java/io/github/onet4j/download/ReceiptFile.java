package io.github.onet4j.download;

import io.github.onet4j.download.ReleaseDownloadException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * The file of a receipt, beside the archive: properties in UTF-8.
 *
 * @param archive the file of the archive
 * @param path the file of the receipt
 */
record ReceiptFile(Path archive, Path path) {
    private static final int MAX_BYTES = 1 << 16;

    static ReceiptFile of(Path archive) {
        return new ReceiptFile(archive, archive.resolveSibling(archive.getFileName() + ".receipt"));
    }

    void write(ReleaseReceipt receipt) throws IOException {
        String text = """
                # The receipt of a download, written by onet4j
                version=%s
                layout=%s
                address=%s
                size=%d
                sha256=%s
                downloadedAt=%s
                """.formatted(
                        receipt.version(),
                        receipt.layout(),
                        receipt.address().toASCIIString(),
                        receipt.size(),
                        receipt.sha256(),
                        receipt.downloadedAt());
        Path part = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads the receipt.
     *
     * @return the receipt; empty if there is no file
     * @throws ReleaseDownloadException if the file is not a receipt
     */
    Optional<ReleaseReceipt> read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            return Optional.of(receipt(properties));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ReleaseDownloadException(
                    Reason.RECEIPT_UNREADABLE,
                    "could not read the receipt " + path,
                    null,
                    "it is damaged, " + e.getMessage(),
                    "download the release again",
                    0,
                    null,
                    e);
        }
    }

    private ReleaseReceipt receipt(Properties properties) {
        OfficialArchive of =
                OfficialArchive.of(value(properties, "version"), ArchiveLayout.valueOf(value(properties, "layout")));
        return new ReleaseReceipt(
                of,
                URI.create(value(properties, "address")),
                archive,
                Long.parseLong(value(properties, "size")),
                value(properties, "sha256"),
                Instant.parse(value(properties, "downloadedAt")),
                false);
    }

    private static String value(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
