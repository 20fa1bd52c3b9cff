package io.github.onet4j.download;

import io.github.onet4j.internal.OptionCheck;
import io.github.onet4j.internal.ResourceRows;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An archive of the O*NET Resource Center. Those that this version of onet4j knows are kept beside this class, in
 * {@code official-archives.tsv}. O*NET publishes no checksums; those in the file were each reported by two or more who
 * downloaded the archive independently of each other.
 *
 * @param version the release's number, for example {@code 31.0}
 * @param layout the layout of its files
 * @param size the size in bytes, at least 1; null if unknown
 * @param sha256 the SHA-256 checksum, in lower-case hexadecimal; null if unknown
 */
public record OfficialArchive(
        String version,
        ArchiveLayout layout,
        @Nullable Long size,
        @Nullable String sha256) {
    private static final String RESOURCE = "official-archives.tsv";
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]?\\.[0-9]{1,2}");

    /** All that are known, newest first. */
    static final List<OfficialArchive> KNOWN = read();

    /**
     * Checks the version, which becomes a part of a file's name.
     *
     * @throws IllegalArgumentException if the version is not two numbers with a point between them
     */
    public OfficialArchive {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(layout, "layout");
        OptionCheck.check(
                VERSION.matcher(version).matches(), "version", "the number of a release such as 30.1", version);
    }

    /** Returns the known archive, or one without size and checksum. */
    static OfficialArchive of(String version, ArchiveLayout layout) {
        OfficialArchive unknown = new OfficialArchive(version, layout, null, null);
        return KNOWN.stream()
                .filter(known -> known.version.equals(version) && known.layout == layout)
                .findFirst()
                .orElse(unknown);
    }

    /**
     * Returns the name that O*NET publishes the archive under.
     *
     * @return for example {@code db_31_0_text.zip}
     */
    public String fileName() {
        return "db_" + version.replace('.', '_') + "_" + layout.suffix() + ".zip";
    }

    /** Whether an archive with a checksum is this one, as far as is known. */
    boolean allows(String otherSha256) {
        return sha256 == null || sha256.equals(otherSha256);
    }

    private static List<OfficialArchive> read() {
        return ResourceRows.read(OfficialArchive.class, RESOURCE).stream()
                .map(OfficialArchive::of)
                .toList();
    }

    private static OfficialArchive of(String[] cells) {
        return new OfficialArchive(
                cells[0],
                ArchiveLayout.valueOf(cells[1]),
                cells[2].isEmpty() ? null : Long.valueOf(cells[2]),
                cells[3].isEmpty() ? null : cells[3]);
    }
}
