package io.github.onet4j.examples.assistants;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Downloaded releases, read into memory. The first answers; the others are there to be compared. */
public final class ReleasesOnDisk implements Releases {
    private final Map<ReleaseInfo, OnetCatalog> catalogs = new LinkedHashMap<>();
    private final OnetCatalog first;
    private final SkillGapAnalyzer analyzer;

    /**
     * Reads releases.
     *
     * @param paths zip files or folders, at least one
     * @throws io.github.onet4j.release.ReleaseFormatException if one of them is not a release
     */
    public ReleasesOnDisk(List<Path> paths) {
        List<OnetCatalog> read =
                paths.stream().map(path -> OnetRelease.open(path).catalog()).toList();
        read.forEach(catalog -> catalogs.putIfAbsent(catalog.release(), catalog));
        first = read.get(0);
        analyzer = SkillGapAnalyzer.of(first);
    }

    @Override
    public OnetCatalog catalog() {
        return first;
    }

    @Override
    public SkillGapAnalyzer analyzer() {
        return analyzer;
    }

    @Override
    public <T> Supplier<T> perRelease(Function<? super OnetCatalog, ? extends T> function) {
        return new Kept<>(() -> function.apply(first));
    }

    @Override
    public List<ReleaseInfo> all() {
        return List.copyOf(catalogs.keySet());
    }

    @Override
    public OnetCatalog catalog(ReleaseInfo release) {
        return Objects.requireNonNull(catalogs.get(release), "release");
    }

    /** Makes a value once. Calls meanwhile wait for it; after an exception, the next call tries again. */
    private static final class Kept<T> implements Supplier<T> {
        private final Supplier<? extends T> making;
        private @Nullable T made;

        Kept(Supplier<? extends T> making) {
            this.making = making;
        }

        @Override
        public synchronized T get() {
            T value = made;
            if (value == null) {
                value = Objects.requireNonNull(making.get());
                made = value;
            }
            return value;
        }
    }
}
