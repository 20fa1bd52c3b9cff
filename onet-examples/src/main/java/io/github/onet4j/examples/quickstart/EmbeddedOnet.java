package io.github.onet4j.examples.quickstart;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * onet4j over the quickstart's embedded database, with an active release. The database stops on {@link #close}, or
 * with the process.
 */
public final class EmbeddedOnet implements AutoCloseable {
    private static final String NO_DATABASE = "or read a release without a database:  --zip PATH";

    private final Home home;
    private final EmbeddedDatabase database;
    private final Onet onet;

    private EmbeddedOnet(Home home, EmbeddedDatabase database) {
        this.home = home;
        this.database = database;
        this.onet = Onet.create(database.dataSource()).build();
    }

    /**
     * Starts the database and loads a release, unless it is loaded already. Reports progress on standard error. Never
     * uses the network.
     *
     * @param project the folder of the project, which contains the sample
     * @param folder the folder for the database and downloads
     * @param release the release to load and make active, or null for the best local one: the quickstart's download,
     *     or else the release loaded last, or else the sample
     * @return onet4j; the caller closes it
     * @throws QuickstartException if the database or the release is unavailable; the message says what to do
     */
    public static EmbeddedOnet open(Path project, Path folder, @Nullable OnetRelease release) {
        return open(project, folder, release, Screen.ofProcess());
    }

    static EmbeddedOnet open(Path project, Path folder, @Nullable OnetRelease release, Screen screen) {
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
     * @return the library, with the requested release active
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
            releases.withoutNetwork(new Download(ArchiveAddress.NEWEST, home.downloads()).finished());
        } else {
            releases.load(release);
        }
    }
}
