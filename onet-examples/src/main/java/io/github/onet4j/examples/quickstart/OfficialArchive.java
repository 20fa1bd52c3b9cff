package io.github.onet4j.examples.quickstart;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An archive of the O*NET Resource Center whose checksum this version of onet4j knows.
 *
 * @param fileName the published file name
 * @param sha256 its SHA-256 checksum, in lower-case hexadecimal
 */
record OfficialArchive(String fileName, String sha256) {
    /** The newest text archive that this version of onet4j knows. */
    static final URI NEWEST = URI.create("https://www.onetcenter.org/dl_files/database/db_31_0_text.zip");

    private static final List<OfficialArchive> KNOWN = List.of(
            new OfficialArchive("db_31_0_text.zip", "6883548adf5fde64cf6f801b35d15519c9225f2732c3cab0e281c652d16b23a9"),
            new OfficialArchive("db_31_0_csv.zip", "55033fc68b4c13ec23e7f74dc6378660f6e854e75d55d6e333ae0a761d3987cd"));

    /** Returns the archive with a file name, if its checksum is known. */
    static Optional<OfficialArchive> named(String fileName) {
        return KNOWN.stream()
                .filter(archive -> archive.fileName().equals(fileName))
                .findFirst();
    }

    /** Returns the archive with a checksum, if it is known. */
    static Optional<OfficialArchive> withChecksum(String sha256) {
        return KNOWN.stream().filter(archive -> archive.sha256().equals(sha256)).findFirst();
    }
}
