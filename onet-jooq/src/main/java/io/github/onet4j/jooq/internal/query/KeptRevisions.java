package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.internal.search.TitleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that were read last, for all catalogs of an {@code Onet}. There may be more than one in use: that of a
 * transaction which has yet to commit, or those of two releases that are compared. Thread-safe.
 */
public final class KeptRevisions {
    private static final int MOST = 3;

    private final boolean keepsProfiles;

    /** Newest first; never changed, but replaced. */
    private volatile List<ReferenceData> revisions = List.of();

    /** Grows whenever everything is forgotten, so that what was read before is not kept after. */
    private volatile int generation;

    public KeptRevisions(boolean keepsProfiles) {
        this.keepsProfiles = keepsProfiles;
    }

    /** Forgets everything. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // Under the lock.
    public synchronized void clear() {
        generation++;
        revisions = List.of();
    }

    boolean keepsProfiles() {
        return keepsProfiles;
    }

    int generation() {
        return generation;
    }

    Optional<ReferenceData> find(Predicate<ReferenceData> wanted) {
        for (ReferenceData data : revisions) {
            if (wanted.test(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    Optional<ReferenceData> find(Revision revision) {
        return find(data -> data.revision().equals(revision));
    }

    /** Returns the index of a revision's titles, or that of another revision with the same titles; null if none is. */
    @Nullable
    TitleIndex titles(ReferenceData data) {
        TitleIndex own = data.titles();
        if (own != null) {
            return own;
        }
        TitleIndex same = find(other -> other.titles() != null && other.hasTitlesOf(data))
                .map(ReferenceData::titles)
                .orElse(null);
        if (same != null) {
            data.keepTitles(same);
        }
        return same;
    }

    /** Keeps what was read of a revision in a generation, unless another thread was faster. Returns what to use. */
    synchronized ReferenceData keep(ReferenceData read, int readIn) {
        if (readIn != generation) {
            return read;
        }
        Optional<ReferenceData> known = find(read.revision());
        if (known.isPresent()) {
            return known.get();
        }
        List<ReferenceData> kept = new ArrayList<>();
        kept.add(read);
        revisions.stream().limit(MOST - 1).forEach(kept::add);
        revisions = List.copyOf(kept);
        return read;
    }
}
