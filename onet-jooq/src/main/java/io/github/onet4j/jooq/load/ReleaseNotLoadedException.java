package io.github.onet4j.jooq.load;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The database does not hold the release that was asked for, or none is active. */
public final class ReleaseNotLoadedException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<StoredRelease> loaded;

    /**
     * Creates the exception.
     *
     * @param wanted what was asked for
     * @param loaded the releases that the database holds
     */
    public ReleaseNotLoadedException(String wanted, List<StoredRelease> loaded) {
        super(wanted + fix(loaded));
        this.loaded = List.copyOf(loaded);
    }

    /**
     * Returns the releases that the database holds.
     *
     * @return the releases, newest load first
     */
    public List<StoredRelease> loaded() {
        return loaded;
    }

    private static String fix(List<StoredRelease> loaded) {
        if (loaded.isEmpty()) {
            return "; load one with onet.load(OnetRelease.open(path))";
        }
        return "; loaded are " + loaded.stream().map(StoredRelease::toString).collect(Collectors.joining(", "))
                + ": activate one with onet.activate(release)";
    }
}
