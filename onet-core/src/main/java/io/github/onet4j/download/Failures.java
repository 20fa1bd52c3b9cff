package io.github.onet4j.download;

import io.github.onet4j.download.ReleaseDownloadException.Reason;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names the failures of one download.
 *
 * @param archive the archive
 * @param address its address
 */
record Failures(OfficialArchive archive, URI address) {
    private static final String OTHER_ADDRESS = "set DownloadOptions.baseAddress to a server that has the archive";

    ReleaseDownloadException noConnection(Throwable cause) {
        return of(
                Reason.UNREACHABLE,
                "no connection to the server",
                "check the network and its proxy, or " + OTHER_ADDRESS,
                cause);
    }

    ReleaseDownloadException noAnswer(Duration timeout, Throwable cause) {
        return of(
                Reason.UNREACHABLE,
                "no answer within " + seconds(timeout),
                "try again, or set a longer DownloadOptions.timeout",
                cause);
    }

    ReleaseDownloadException stalled(Duration timeout, Throwable cause) {
        return brokenOff("no data for " + seconds(timeout), cause);
    }

    ReleaseDownloadException brokenOff(String how, @Nullable Throwable cause) {
        return of(
                Reason.INCOMPLETE,
                "the transfer failed: " + how,
                "try again, or set a longer DownloadOptions.timeout",
                cause);
    }

    ReleaseDownloadException status(int status, Optional<Duration> retryAfter) {
        Reason reason = status == 404 || status == 410
                ? Reason.NOT_FOUND
                : status == 429
                        ? Reason.RATE_LIMITED
                        : status >= 500 && status <= 599 ? Reason.SERVER_FAILED : Reason.REFUSED;
        String cure = switch (reason) {
            case NOT_FOUND -> "check the version, or " + OTHER_ADDRESS + ". " + known();
            case REFUSED -> "open the address in a browser to see why, or " + OTHER_ADDRESS;
            default ->
                "try again "
                        + retryAfter.map(delay -> "after " + seconds(delay)).orElse("later");
        };
        return new ReleaseDownloadException(
                reason,
                subject(),
                address,
                "the server answered with status " + status,
                cure,
                status,
                retryAfter.orElse(null),
                null);
    }

    ReleaseDownloadException redirect(int status, String where) {
        return new ReleaseDownloadException(
                Reason.REDIRECT_REFUSED,
                subject(),
                address,
                "the server redirects " + where,
                OTHER_ADDRESS,
                status,
                null,
                null);
    }

    ReleaseDownloadException tooLarge(long maxBytes) {
        return of(
                Reason.TOO_LARGE,
                String.format(Locale.ENGLISH, "the archive has more than %,d bytes", maxBytes),
                "if that is right, set a larger DownloadOptions.maxBytes",
                null);
    }

    ReleaseDownloadException wrongChecksum(String received) {
        return of(
                Reason.WRONG_CHECKSUM,
                "what came is not the official archive: expected SHA-256 " + archive.sha256() + ", received SHA-256 "
                        + received,
                "try again; if O*NET has published the archive anew, use a newer onet4j, or download it with a browser"
                        + " and open it with OnetRelease.open",
                null);
    }

    ReleaseDownloadException notRelease(String why, Throwable cause) {
        return of(
                Reason.NOT_A_RELEASE,
                "what came is not an O*NET release: " + why,
                "open the address in a browser to see what it is",
                cause);
    }

    ReleaseDownloadException otherRelease(String version, ArchiveLayout layout) {
        return of(
                Reason.OTHER_RELEASE, "what came is O*NET " + version + " as " + layout.suffix(), OTHER_ADDRESS, null);
    }

    ReleaseDownloadException file(Exception cause) {
        return of(
                Reason.FILE_FAILED,
                "the file can't be read or written: " + cause,
                "check the folder, its permissions and the space on its disk",
                cause);
    }

    ReleaseDownloadException interrupted(Exception cause) {
        return of(Reason.INTERRUPTED, "the thread was interrupted", "try again", cause);
    }

    private ReleaseDownloadException of(Reason reason, String problem, String cure, @Nullable Throwable cause) {
        return new ReleaseDownloadException(reason, subject(), address, problem, cure, 0, null, cause);
    }

    private String subject() {
        return "could not download O*NET " + archive.version() + " from " + address;
    }

    private String known() {
        List<String> versions = OfficialArchive.KNOWN.stream()
                .filter(known -> known.layout() == archive.layout())
                .map(OfficialArchive::version)
                .toList();
        return "This version of onet4j knows the " + archive.layout().suffix() + " archives of "
                + versions.stream().collect(Collectors.joining(", "));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
