package io.github.onet4j.compare;

import io.github.onet4j.Domain;
import io.github.onet4j.internal.ResourceRows;
import io.github.onet4j.release.ReleaseTable;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A change of method, layout or scales with a release. What differs across it is not, or not only, a change of the
 * work. The seams that are known are kept beside this class, in {@code seams.tsv}; there may be others.
 *
 * @param version the release from which on it holds, for example {@code 30.2}
 * @param tables the tables that it concerns
 * @param text what changed, in a sentence or two
 * @param source where the publisher tells of it
 */
public record Seam(String version, List<ReleaseTable> tables, String text, URI source) {
    private static final String RESOURCE = "seams.tsv";

    /** All that are known, earliest first. */
    static final List<Seam> KNOWN = read();

    /** Copies the list of tables. */
    public Seam {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        tables = List.copyOf(Objects.requireNonNull(tables, "tables"));
    }

    /**
     * Tells whether the ratings of a domain are concerned.
     *
     * @param domain a domain
     * @return true if the table of the domain is among the {@link #tables}
     */
    public boolean concerns(Domain domain) {
        return tables.contains(ReleaseTable.of(Objects.requireNonNull(domain, "domain")));
    }

    /** Returns version and text. */
    @Override
    public String toString() {
        return version + ": " + text;
    }

    private static List<Seam> read() {
        return ResourceRows.read(Seam.class, RESOURCE).stream().map(Seam::of).toList();
    }

    private static Seam of(String[] cells) {
        return new Seam(
                cells[0],
                Stream.of(cells[1].split(" ")).map(ReleaseTable::valueOf).toList(),
                cells[2],
                URI.create(cells[3]));
    }
}
