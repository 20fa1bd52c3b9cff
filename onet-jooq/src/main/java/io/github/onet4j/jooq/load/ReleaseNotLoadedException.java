package io.github.onet4j.jooq.load;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The database does not have the requested release, or no release is active. */
public final class ReleaseNotLoadedException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<StoredRelease> loaded;

    /**
     * Creates the exception.
     *
     * @param wanted the failed request, for the message
     * @param loaded the releases in the database
     */
    public ReleaseNotLoadedException(String wanted, List<StoredRelease> loaded) {
        super(Objects.requireNonNull(wanted, "wanted") + fix(Objects.requireNonNull(loaded, "loaded")));
        this.loaded = List.copyOf(loaded);
    }

    /**
     * Returns the releases in the database.
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
