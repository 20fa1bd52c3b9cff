package io.github.onet4j.release;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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
            return path.substring(path.lastIndexOf('/') + 1);
        }

        String folder() {
            return path.substring(0, path.lastIndexOf('/') + 1);
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

    /** Keeps the files that lie beside Occupation Data; a release's zip has one folder, a mirror may have none or more. */
    private static List<Entry> oneFolder(Stream<Entry> all) {
        List<Entry> entries = all.sorted(Comparator.comparing(Entry::path)).toList();
        Optional<String> folder = entries.stream()
                .filter(entry -> OnetRelease.stemOf(entry.name())
                        .filter("occupation_data"::equals)
                        .isPresent())
                .map(Entry::folder)
                .findFirst();
        return folder.map(name -> entries.stream()
                        .filter(entry -> entry.folder().equals(name))
                        .toList())
                .orElse(entries);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String digest(InputStream in) throws IOException {
        MessageDigest digest = newSha256();
        try (DigestInputStream stream = new DigestInputStream(in, digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A release as it is downloaded. */
    record Zip(Path path) implements ReleaseFolder {
        @Override
        public List<Entry> entries() throws IOException {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return oneFolder(zip.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(entry -> new Entry(entry.getName(), entry.getSize())));
            }
        }

        @Override
        public InputStream open(Entry entry) throws IOException {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                ZipEntry found = zip.getEntry(entry.path());
                if (found == null) {
                    throw new IOException(entry.path() + " is no longer in " + path);
                }
                return closingAlso(zip.getInputStream(found), zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }

        @Override
        public String sha256() throws IOException {
            return digest(Files.newInputStream(path));
        }

        private static InputStream closingAlso(InputStream in, ZipFile zip) {
            return new FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    try (zip) {
                        super.close();
                    }
                }
            };
        }
    }

    /** A release that somebody has unpacked. */
    record Directory(Path path) implements ReleaseFolder {
        @Override
        public List<Entry> entries() throws IOException {
            List<Entry> entries = new ArrayList<>();
            try (Stream<Path> files = Files.walk(path, 2)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    entries.add(new Entry(relative(file), Files.size(file)));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return oneFolder(entries.stream());
        }

        @Override
        public InputStream open(Entry entry) throws IOException {
            return new BufferedInputStream(Files.newInputStream(path.resolve(entry.path())));
        }

        @Override
        public String sha256() throws IOException {
            MessageDigest all = newSha256();
            for (Entry entry : entries()) {
                String line = entry.name() + '\t' + digest(open(entry)) + '\n';
                all.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(all.digest());
        }

        private String relative(Path file) {
            return path.relativize(file).toString().replace('\\', '/');
        }
    }
}
