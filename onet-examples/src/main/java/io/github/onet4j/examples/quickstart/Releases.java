package io.github.onet4j.examples.quickstart;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Decides which release to compare in, and brings it into the database. */
final class Releases {
    private final Onet onet;
    private final OnetRelease sample;
    private final Screen screen;

    Releases(Onet onet, OnetRelease sample, Screen screen) {
        this.onet = onet;
        this.sample = sample;
        this.screen = screen;
    }

    /** Opens the sample that is part of the project in a folder. */
    static OnetRelease sampleIn(Path project) {
        return OnetRelease.open(project.resolve("onet-examples/sample/db_29_3_sample"));
    }

    /** Loads a release, if it is not there yet, and makes it the active one. */
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

    /** The release that readers of the database see now. */
    Optional<StoredRelease> active() {
        return onet.releases().stream().filter(StoredRelease::active).findFirst();
    }

    /** The archive downloaded before or now; where it can't be had, the best that is here. */
    StoredRelease downloaded(Download download, DownloadAddress address) {
        Optional<Path> finished = download.finished();
        if (finished.isPresent()) {
            return load(OnetRelease.open(finished.get()));
        }
        try {
            return load(OnetRelease.open(fetch(download, address)));
        } catch (DownloadFailedException e) {
            screen.note("Can't download from " + address.uri().getHost() + ": " + e.getMessage() + ".");
            return withoutNetwork(Optional.empty());
        }
    }

    /** The best that is here: the download, else the newest whole release in the database, else the sample. */
    StoredRelease withoutNetwork(Optional<Path> downloaded) {
        if (downloaded.isPresent()) {
            return load(OnetRelease.open(downloaded.get()));
        }
        Optional<StoredRelease> whole = onet.releases().stream()
                .filter(release -> !isSample(release))
                .max(Comparator.comparing(StoredRelease::loadedAt));
        if (whole.isPresent()) {
            screen.note("Using O*NET " + whole.get().info().version() + ", which is in the database already.");
            onet.activate(whole.get());
            return whole.get();
        }
        screen.note("Using the small sample that ships with onet4j; for all occupations:  --release PATH");
        return sample();
    }

    private LoadReport loadWithBar(OnetRelease release) {
        try (ProgressBar bar = screen.progressBar("Loading O*NET " + release.version())) {
            return onet.load(
                    release,
                    LoadOptions.DEFAULTS.progress(progress -> bar.update(progress.bytes(), progress.bytesTotal())));
        }
    }

    private Path fetch(Download download, DownloadAddress address) throws DownloadFailedException {
        screen.note("Downloading " + address);
        Path archive = fetchWithBar(download);
        screen.note(
                download.isChecked()
                        ? "Downloaded, and its checksum is right."
                        : "Downloaded. Its checksum is not known to this version of onet4j, so it is not checked.");
        return archive;
    }

    private Path fetchWithBar(Download download) throws DownloadFailedException {
        try (ProgressBar bar = screen.progressBar("Downloading")) {
            return download.fetch(bar::update);
        }
    }
}
