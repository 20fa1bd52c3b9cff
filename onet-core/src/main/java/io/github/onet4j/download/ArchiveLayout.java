package io.github.onet4j.download;

import java.util.Locale;

/** The layout of an archive that O*NET publishes and onet4j reads. */
public enum ArchiveLayout {
    /** Tab-separated text, for every release. */
    TEXT,
    /** Comma-separated values, from release 30.3 on. */
    CSV;

    /** The part of the archive's name that tells its layout. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
