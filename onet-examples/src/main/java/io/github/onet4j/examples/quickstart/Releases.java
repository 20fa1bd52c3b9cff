package io.github.onet4j.examples.quickstart;

import io.github.onet4j.download.ReleaseDownloadException;
import io.github.onet4j.download.ReleaseDownloadException.Reason;
import io.github.onet4j.download.ReleaseReceipt;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;

/** Chooses the release to compare in, and loads it into the database. */
final class Releases {
    private static final Set<Reason> WRONG_ARCHIVE =
            EnumSet.of(Reason.WRONG_CHECKSUM, Reason.NOT_A_RELEASE, Reason.OTHER_RELEASE);

    /** As the bar has it. */
    private static final long UNKNOWN = -1;

    private final Onet onet;
    private final OnetRelease sample;
    private final Screen screen;

    Releases(Onet onet, OnetRelease sample, Screen screen) {
        this.onet = onet;
        this.sample = sample;
        this.screen = screen;
    }

    /** Opens the sample of the project in a folder. */
    static OnetRelease sampleIn(Path project) {
        return OnetRelease.open(project.resolve("onet-examples/sample/db_29_3_sample"));
    }

    /** Loads a release, unless it is loaded already, and activates it. */
    StoredRelease load(OnetRelease release) {
        LoadReport report = loadWithBar(release);
        if (report.outcome() == LoadReport.Outcome.LOADED) {
            screen.note(String.format(
                    Locale.ENGLISH,
                    "Loaded O*NET %s: %,d rows in %.1f s.",
                    release.version(),
                    report.rowsStored(),
                    report.elapsed().toMillis() / 1000.0));
        }
        return report.release();
    }

    StoredRelease sample() {
        return load(sample);
    }

    boolean isSample(StoredRelease release) {
        return Objects.equals(release.info().sha256(), sample.info().sha256());
    }

    /** Returns the active release. */
    Optional<StoredRelease> active() {
        return onet.releases().stream().filter(StoredRelease::active).findFirst();
    }

    /** Loads the archive, which is downloaded unless it is here already; if that fails, uses the best local release. */
    StoredRelease downloaded(Download download) {
        Optional<Path> finished = download.finished();
        if (finished.isPresent()) {
            return load(OnetRelease.open(finished.get()));
        }
        try {
            return load(OnetRelease.open(fetch(download)));
        } catch (ReleaseDownloadException e) {
            if (WRONG_ARCHIVE.contains(e.reason())) {
                throw new QuickstartException(
                        download.address() + " can't be used: " + e.problem()
                                + ".\nThe file was deleted. Try again, or use your own release or the sample:"
                                + "  --release PATH,  --sample",
                        e);
            }
            screen.note("Download failed: " + e.problem() + ".");
            return withoutNetwork(Optional.empty());
        }
    }

    /** Returns the best local release: the download, or else the complete release loaded last, or else the sample. */
    StoredRelease withoutNetwork(Optional<Path> downloaded) {
        if (downloaded.isPresent()) {
            return load(OnetRelease.open(downloaded.get()));
        }
        Optional<StoredRelease> whole = onet.releases().stream()
                .filter(release -> !isSample(release))
                .max(Comparator.comparing(StoredRelease::loadedAt));
        if (whole.isPresent()) {
            screen.note("Using O*NET " + whole.get().info().version() + ", which the database already contains.");
            onet.activate(whole.get());
            return whole.get();
        }
        screen.note("Using the small sample that ships with onet4j. To use all occupations:  --release PATH");
        return sample();
    }

    private LoadReport loadWithBar(OnetRelease release) {
        try (ProgressBar bar = screen.progressBar("Loading O*NET " + release.version())) {
            return onet.load(
                    release,
                    LoadOptions.DEFAULTS.progress(
                            progress -> bar.maxHint(progress.bytesTotal()).stepTo(progress.bytes())));
        }
    }

    private Path fetch(Download download) {
        screen.note("Downloading " + download.address());
        ReleaseReceipt receipt = fetchWithBar(download);
        screen.note(
                receipt.isChecksumVerified()
                        ? "Downloaded; the checksum is correct."
                        : "Downloaded; this version of onet4j does not know the checksum, so it was not checked.");
        return receipt.file();
    }

    private ReleaseReceipt fetchWithBar(Download download) {
        try (ProgressBar bar = screen.progressBar("Downloading")) {
            return download.fetch(progress -> bar.maxHint(Objects.requireNonNullElse(progress.bytesTotal(), UNKNOWN))
                    .stepTo(progress.bytes()));
        }
    }
}
