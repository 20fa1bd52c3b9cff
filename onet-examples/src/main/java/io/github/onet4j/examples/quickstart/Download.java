package io.github.onet4j.examples.quickstart;

import io.github.onet4j.download.DownloadOptions;
import io.github.onet4j.download.DownloadProgress;
import io.github.onet4j.download.OnetReleases;
import io.github.onet4j.download.ReleaseReceipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A download that may be made.
 *
 * @param address the address of the archive
 * @param folder the folder to download into
 */
record Download(ArchiveAddress address, Path folder) {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    /** Returns the archive, if it was downloaded before. Never uses the network. */
    Optional<Path> finished() {
        return Optional.of(folder.resolve(address.archive().fileName())).filter(Files::isRegularFile);
    }

    /** Downloads the archive, unless it was downloaded before. */
    ReleaseReceipt fetch(Consumer<DownloadProgress> progress) {
        return OnetReleases.download(
                address.archive().version(),
                folder,
                DownloadOptions.DEFAULTS
                        .baseAddress(address.base())
                        .layout(address.archive().layout())
                        .timeout(TIMEOUT)
                        .progress(progress));
    }
}
