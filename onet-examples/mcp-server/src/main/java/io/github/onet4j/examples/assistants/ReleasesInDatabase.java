package io.github.onet4j.examples.assistants;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.StoredRelease;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The releases of a database. The active one answers; the others are there to be compared. */
public final class ReleasesInDatabase implements Releases {
    private final Onet onet;
    private final SkillGapAnalyzer analyzer;

    /**
     * Answers from a database.
     *
     * @param onet onet4j over the database
     */
    public ReleasesInDatabase(Onet onet) {
        this.onet = onet;
        this.analyzer = onet.skillGapAnalyzer();
    }

    @Override
    public OnetCatalog catalog() {
        return onet.catalog();
    }

    @Override
    public SkillGapAnalyzer analyzer() {
        return analyzer;
    }

    @Override
    public <T> Supplier<T> perRelease(Function<? super OnetCatalog, ? extends T> function) {
        return onet.perRelease(function);
    }

    @Override
    public List<ReleaseInfo> all() {
        return onet.releases().stream().map(StoredRelease::info).toList();
    }

    @Override
    public OnetCatalog catalog(ReleaseInfo release) {
        return onet.catalog(onet.releases().stream()
                .filter(stored -> stored.info().equals(release))
                .findFirst()
                .orElseGet(() -> onet.requireRelease(release.version())));
    }
}
