package io.github.onet4j.release;

/** The layout of the files of a release, detected from the files and never from the version. */
public enum Layout {
    /** Tab-separated text with one {@code Skills.txt}, up to release 30.2. */
    TEXT_SINGLE_SKILLS_FILE,
    /**
     * Tab-separated text with {@code Essential Skills.txt} and {@code Transferable Skills.txt}, from release 30.3 on.
     */
    TEXT,
    /** Comma-separated values, from release 30.3 on. */
    CSV
}
