package io.github.onet4j.jooq.internal.load;

import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a release, gathered from Content Model Reference, which may be missing, and from the rating files,
 * which say what domain an element is rated in. A few thousand at most, so they are held until all files have been
 * read.
 */
final class ElementRows {
    private final Map<String, Entry> elements = new TreeMap<>();

    void addReference(ReleaseRow row) {
        String id = row.requiredText(ReleaseColumn.ELEMENT_ID);
        elements.put(
                id, new Entry(row.requiredText(ReleaseColumn.ELEMENT_NAME), row.text(ReleaseColumn.DESCRIPTION), null));
    }

    void addRated(ReleaseRow row, String domain) {
        String id = row.requiredText(ReleaseColumn.ELEMENT_ID);
        Entry known = elements.get(id);
        if (known == null) {
            elements.put(id, new Entry(row.requiredText(ReleaseColumn.ELEMENT_NAME), null, domain));
        } else if (known.domain() == null) {
            elements.put(id, new Entry(known.name(), known.description(), domain));
        }
    }

    Iterator<@Nullable String[]> rows(int releaseId) {
        String release = String.valueOf(releaseId);
        return elements.entrySet().stream()
                .map(element -> row(release, element.getKey(), element.getValue()))
                .iterator();
    }

    private static @Nullable String[] row(String release, String id, Entry entry) {
        return new @Nullable String[] {release, id, entry.name(), entry.description(), entry.domain()};
    }

    private record Entry(
            String name,
            @Nullable String description,
            @Nullable String domain) {}
}
