package io.github.onet4j.examples.quickstart;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where an archive is downloaded from: by https, or from this machine itself. */
record DownloadAddress(URI uri) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.zip");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is none to download an archive from
     */
    DownloadAddress {
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("\"" + uri + "\" is not an address such as " + OfficialArchive.NEWEST);
        }
        boolean loopback = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
        if (!"https".equals(uri.getScheme()) && !(loopback && "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("\"" + uri + "\" does not start with https://");
        }
        if (!FILE_NAME.matcher(lastSegment(uri)).matches()) {
            throw new IllegalArgumentException("\"" + uri + "\" does not end in the name of a zip");
        }
    }

    /** The name of the archive. */
    String fileName() {
        return lastSegment(uri);
    }

    /** Whether another address is on the same server. */
    boolean isSameServer(URI other) {
        return uri.getScheme().equals(other.getScheme())
                && uri.getHost().equalsIgnoreCase(other.getHost())
                && uri.getPort() == other.getPort();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static String lastSegment(URI uri) {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
