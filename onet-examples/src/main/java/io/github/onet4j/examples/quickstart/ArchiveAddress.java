package io.github.onet4j.examples.quickstart;

import io.github.onet4j.download.ArchiveLayout;
import io.github.onet4j.download.DownloadOptions;
import io.github.onet4j.download.OfficialArchive;
import io.github.onet4j.download.OnetReleases;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an archive with the name that O*NET publishes it under.
 *
 * @param base the address of the archive's folder
 * @param archive the version and layout of the archive, as its name tells them
 */
record ArchiveAddress(URI base, OfficialArchive archive) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<base>(https://[^/@]+|http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?)/"
                    + "([^?#]*/)?)db_(?<version>[1-9][0-9]?_[0-9]{1,2})_(?<layout>text|csv)\\.zip");

    /** The newest text archive that this version of onet4j knows. */
    static final ArchiveAddress NEWEST = newest();

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if it does not name an archive, or is neither https nor on this machine
     */
    static ArchiveAddress parse(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the address must start with https:// and end with the name of an"
                    + " archive such as db_31_0_text.zip, but was " + text);
        }
        ArchiveLayout layout = ArchiveLayout.valueOf(matcher.group("layout").toUpperCase(Locale.ROOT));
        String version = matcher.group("version").replace('_', '.');
        return new ArchiveAddress(URI.create(matcher.group("base")), new OfficialArchive(version, layout, null, null));
    }

    private static ArchiveAddress newest() {
        OfficialArchive newest = OnetReleases.known().stream()
                .filter(archive -> archive.layout() == ArchiveLayout.TEXT)
                .findFirst()
                .orElseThrow();
        return new ArchiveAddress(DownloadOptions.DEFAULTS.baseAddress(), newest);
    }

    /** Returns the whole address. */
    @Override
    public String toString() {
        return base + archive.fileName();
    }
}
