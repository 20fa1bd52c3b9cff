package io.github.onet4j.download;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a download.
 *
 * @param bytes the number of bytes that have arrived; starts again if the transfer does
 * @param bytesTotal the size of the archive in bytes; null if the server does not say
 */
public record DownloadProgress(long bytes, @Nullable Long bytesTotal) {}
