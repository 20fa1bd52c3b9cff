package io.github.onet4j.examples.jshell;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.Onet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The objects behind JShell's variables. The start-up scripts run in this process and take the variables from here. The
 * class is public because JShell puts snippets into a package of their own.
 */
public final class Opened {
    private static volatile @Nullable Opened current;

    private final @Nullable Onet onet;
    private final OnetCatalog catalog;
    private final SkillGapAnalyzer analyzer;

    private Opened(@Nullable Onet onet, OnetCatalog catalog, SkillGapAnalyzer analyzer) {
        this.onet = onet;
        this.catalog = catalog;
        this.analyzer = analyzer;
    }

    /** Offers the active release of a database. */
    static void database(Onet onet) {
        current = new Opened(onet, onet.catalog(), onet.skillGapAnalyzer());
    }

    /** Offers a release on disk, without a database. */
    static void release(OnetCatalog catalog) {
        current = new Opened(null, catalog, SkillGapAnalyzer.of(catalog));
    }

    /**
     * Returns the objects that were opened last.
     *
     * @return the objects that were opened last
     */
    public static Opened current() {
        return Objects.requireNonNull(current, "nothing is open");
    }

    /**
     * Returns the library over the database.
     *
     * @return the library
     * @throws NullPointerException if a release on disk was opened
     */
    public Onet onet() {
        return Objects.requireNonNull(onet, "there is no database");
    }

    /**
     * Returns the release's catalog.
     *
     * @return the catalog
     */
    public OnetCatalog catalog() {
        return catalog;
    }

    /**
     * Returns the analyzer over the catalog.
     *
     * @return the analyzer
     */
    public SkillGapAnalyzer analyzer() {
        return analyzer;
    }

    boolean hasDatabase() {
        return onet != null;
    }
}
