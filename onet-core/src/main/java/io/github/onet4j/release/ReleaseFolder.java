package io.github.onet4j.release;

import io.github.onet4j.internal.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a release, in a zip or in a folder. Keeps nothing open between two calls. */
sealed interface ReleaseFolder {
    /** The files, by name; those of one folder only, the one that Occupation Data stands in. */
    List<Entry> entries() throws IOException;

    /** Opens a file for one read. */
    InputStream open(Entry entry) throws IOException;

    /** The checksum that tells this release from any other. */
    String sha256() throws IOException;

    /** A file: its path inside the zip or folder, and its size in bytes. */
    record Entry(String path, long size) {
        String name() {
            return path.substring(folderLength());
        }

        String folder() {
            return path.substring(0, folderLength());
        }

        boolean isCommaSeparated() {
            return path.toLowerCase(Locale.ROOT).endsWith(".csv");
        }

        // Some zip programs of Windows write a backslash, whatever the zip format says.
        private int folderLength() {
            return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        }
    }

    static ReleaseFolder of(Path path) {
        if (Files.isDirectory(path)) {
            return new Directory(path);
        }
        if (Files.isRegularFile(path)) {
            return new Zip(path);
        }
        throw ReleaseFormatException.ofRelease(
                path + " does not exist; expected is the zip of an O*NET release, or the folder that it unpacks to");
    }

    /**
     * Keeps the files that lie beside Occupation Data; a release's zip has one folder, a mirror may have none or more.
     * Files that lie at the top go before those of a folder.
     */
    private static List<Entry> oneFolder(Path path, Stream<Entry> all) {
        List<Entry> entries = all.sorted(Comparator.comparing(Entry::path)).toList();
        Set<String> folders = entries.stream()
                .filter(entry -> OnetRelease.stemOf(entry.name())
                        .filter("occupation_data"::equals)
                        .isPresent())
                .map(Entry::folder)
                .collect(Collectors.toCollection(TreeSet::new));
        if (folders.size() > 1 && !folders.contains("")) {
            throw ReleaseFormatException.ofRelease(
                    path + " holds more than one release, in the folders " + folders + "; open one of them");
        }
        String folder = folders.isEmpty() ? "" : folders.iterator().next();
        return entries.stream().filter(entry -> entry.folder().equals(folder)).toList();
    }

    private static String digest(InputStream in) throws IOException {
        try (in) {
            return new Sha256().add(in).hex();
        }
    }

    /** A release as it is downloaded. */
    record Zip(Path path) implements ReleaseFolder {
        @Override
        public List<Entry> entries() throws IOException {
            return oneFolder(path, files().stream());
        }

        @Override
        public InputStream open(Entry entry) throws IOException {
            ZipFile zip = opened();
            try {
                ZipEntry found = zip.getEntry(entry.path());
                if (found == null) {
                    throw new IOException(entry.path() + " is no longer in " + path);
                }
                return new CheckedEntry(zip, found);
            } catch (IllegalArgumentException e) {
                zip.close();
                throw damaged(e);
            } catch (EOFException e) {
                zip.close();
                throw new ZipException(entry.path() + " is not where the zip says");
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }

        private List<Entry> files() throws IOException {
            try (ZipFile zip = opened()) {
                return zip.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(entry -> new Entry(entry.getName(), entry.getSize()))
                        .toList();
            } catch (IllegalArgumentException e) {
                throw damaged(e);
            }
        }

        private ZipFile opened() throws IOException {
            try {
                return new ZipFile(path.toFile());
            } catch (UnsupportedOperationException e) {
                throw ReleaseFormatException.ofRelease(
                        path + " lies in a file system that a zip can't be opened in; copy it to the default one", e);
            } catch (IllegalArgumentException e) {
                throw damaged(e);
            } catch (ZipException e) {
                if (!startsAsZip()) {
                    throw ReleaseFormatException.ofRelease(
                            path + " is neither a zip archive nor a folder; expected is the zip of an O*NET release,"
                                    + " or the folder that it unpacks to",
                            e);
                }
                throw e;
            }
        }

        private boolean startsAsZip() throws IOException {
            try (InputStream in = Files.newInputStream(path)) {
                return in.read() == 'P' && in.read() == 'K';
            }
        }

        /** Wraps what {@link ZipFile} throws for names, dates and sizes that make no sense. */
        private static ZipException damaged(IllegalArgumentException e) {
            ZipException damaged = new ZipException("its list of files makes no sense: " + e.getMessage());
            damaged.initCause(e);
            return damaged;
        }

        @Override
        public String sha256() throws IOException {
            return digest(Files.newInputStream(path));
        }
    }

    /**
     * One file in a zip. Compares the checksum at its end, which {@link ZipFile} does not; closes the zip with itself.
     */
    final class CheckedEntry extends CheckedInputStream {
        private final ZipFile zip;
        private final ZipEntry entry;

        CheckedEntry(ZipFile zip, ZipEntry entry) throws IOException {
            super(zip.getInputStream(entry), new CRC32());
            this.zip = zip;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            checkAt(read);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            checkAt(read);
            return read;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }

        private void checkAt(int read) throws IOException {
            if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException(entry.getName() + " is damaged: its checksum is not the one that the zip says");
            }
        }
    }

    /** A release that somebody has unpacked. */
    record Directory(Path path) implements ReleaseFolder {
        @Override
        public List<Entry> entries() throws IOException {
            List<Entry> entries = new ArrayList<>();
            Path real = path.toRealPath(); // a walk would not enter a link
            try (Stream<Path> files = Files.walk(real, 2)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    entries.add(new Entry(relative(real, file), Files.size(file)));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return oneFolder(path, entries.stream());
        }

        @Override
        public InputStream open(Entry entry) throws IOException {
            return new BufferedInputStream(Files.newInputStream(path.resolve(entry.path())));
        }

        @Override
        public String sha256() throws IOException {
            Sha256 all = new Sha256();
            for (Entry entry : entries()) {
                String line = entry.name() + '\t' + digest(open(entry)) + '\n';
                all.add(line);
            }
            return all.hex();
        }

        private static String relative(Path folder, Path file) {
            return folder.relativize(file).toString().replace(File.separatorChar, '/');
        }
    }
}
