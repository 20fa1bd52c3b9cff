package io.github.onet4j.examples.quickstart;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * onet4j over the quickstart's own database, with a release that is loaded and active, for an example that begins where the
 * quickstart ends. The database stops with {@link #close}, or with the process.
 */
public final class EmbeddedOnet implements AutoCloseable {
    private static final String NO_DATABASE = "or look at a release without a database:  --zip PATH";

    private final Home home;
    private final EmbeddedDatabase database;
    private final Onet onet;

    private EmbeddedOnet(Home home, EmbeddedDatabase database) {
        this.home = home;
        this.database = database;
        this.onet = Onet.create(database.dataSource()).build();
    }

    /**
     * Starts the database and loads a release, if it is not there yet. Tells on standard error what takes time. Never reaches
     * out.
     *
     * @param project the folder of the project, which has the sample in it
     * @param folder where database and downloads are kept
     * @param release the release to load and make active, or null for the best that is here: what the quickstart has
     *     downloaded, else what it has loaded before, else the sample
     * @return onet4j, to be closed
     * @throws QuickstartException if there is no database or no release; the message says what to do
     */
    public static EmbeddedOnet open(Path project, Path folder, @Nullable OnetRelease release) {
        Screen screen = Screen.ofProcess();
        Home home = Home.open(folder);
        EmbeddedDatabase database;
        try {
            database = EmbeddedDatabase.start(home, screen, NO_DATABASE);
        } catch (QuickstartException e) {
            home.close();
            throw e;
        }
        EmbeddedOnet opened = new EmbeddedOnet(home, database);
        try {
            opened.load(release, new Releases(opened.onet, Releases.sampleIn(project), screen));
        } catch (OnetException e) {
            opened.close();
            throw new QuickstartException(new Explanation(false).of(e), e);
        }
        return opened;
    }

    /**
     * Returns the library over the database.
     *
     * @return the library; its active release is the one that was asked for
     */
    public Onet onet() {
        return onet;
    }

    @Override
    public void close() {
        database.close();
        home.close();
    }

    private void load(@Nullable OnetRelease release, Releases releases) {
        onet.schema().createOrUpgrade();
        if (release == null) {
            releases.withoutNetwork(newestDownload());
        } else {
            releases.load(release);
        }
    }

    private Optional<Path> newestDownload() {
        String fileName = new DownloadAddress(OfficialArchive.NEWEST).fileName();
        return Optional.of(home.downloads().resolve(fileName)).filter(Files::isRegularFile);
    }
}
