package io.github.onet4j.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Downloads the archives of O*NET releases. Thread-safe; several threads and processes may download into one folder.
 */
public final class OnetReleases {
    private OnetReleases() {}

    /**
     * Downloads the text archive of a release from the O*NET Resource Center, with {@link DownloadOptions#DEFAULTS}.
     *
     * @param version see {@link #download(String, Path, DownloadOptions)}
     * @param folder the folder for the archive
     * @return the receipt
     * @throws IllegalArgumentException if the version is not two numbers with a point between them
     * @throws ReleaseDownloadException if the archive can't be had, or is not the expected one
     */
    public static ReleaseReceipt download(String version, Path folder) {
        return download(version, folder, DownloadOptions.DEFAULTS);
    }

    /**
     * Downloads the archive of a release into a folder, unless it is there already. The archive keeps the name that
     * O*NET publishes it under, such as {@code db_31_0_text.zip}; its {@linkplain ReleaseReceipt receipt} is written
     * beside it. Open it with {@code OnetRelease.open(receipt.file())}.
     *
     * <p>The archive is there already if its receipt names this version, layout and address, and its size and checksum
     * are still those of the receipt. Otherwise a file of that name is replaced.
     *
     * <p>What arrives goes to a temporary file in the folder, and takes its name only when it is whole, on the disk,
     * and checked: its checksum where onet4j {@linkplain #known knows} it, and that it opens as a release of that
     * version and layout. Whatever fails, no part of an archive stays; only a process that is killed leaves a file that
     * ends with {@code .part}, which may be deleted. Two processes that download the same archive at the same time may
     * both fetch it; the result is one whole archive.
     *
     * <p>A download starts over once if there is no connection or answer, if the server fails with 5xx or 429, or if
     * the transfer breaks off. Before that it waits as long as the server asks, at most 30 seconds; asked for more, it
     * fails at once. Up to 5 redirects are followed, never from https to http.
     *
     * @param version the number of the release, two numbers with a point between them, for example {@code 30.1}. It
     *     need not be a {@linkplain #known known} one. Archives of releases before 20.1 have other names
     * @param folder the folder for the archive, in the default file system; created if it does not exist
     * @param options the options
     * @return the receipt, which says whether the archive was fetched or was there already
     * @throws IllegalArgumentException if the version is not two numbers with a point between them
     * @throws ReleaseDownloadException if the archive can't be had, is not the expected one, or can't be written, or
     *     the thread is interrupted
     */
    public static ReleaseReceipt download(String version, Path folder, DownloadOptions options) {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(options, "options");
        return new Download(OfficialArchive.of(version, options.layout()), folder, options).run();
    }

    /**
     * Returns the archives that this version of onet4j knows. There are others, newer and older ones.
     *
     * @return the archives, newest first, those of text before those of CSV
     */
    public static List<OfficialArchive> known() {
        return OfficialArchive.KNOWN;
    }
}
