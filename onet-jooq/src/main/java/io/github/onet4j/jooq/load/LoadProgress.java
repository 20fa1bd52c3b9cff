package io.github.onet4j.jooq.load;

import io.github.onet4j.release.ReleaseTable;

/**
 * How far a load has come.
 *
 * @param table the table that is being loaded
 * @param rows how many of its rows have been read
 * @param bytes how many bytes of all files have been read, unpacked
 * @param bytesTotal how many bytes all files that are loaded have, unpacked; at least 1
 */
public record LoadProgress(ReleaseTable table, long rows, long bytes, long bytesTotal) {}
