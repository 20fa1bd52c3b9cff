package io.github.onet4j.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** A server's programs, from an archive in a jar on the class path, unpacked once per version, user and machine. */
final class EmbeddedBinaries {
    private static final int ANY_EXECUTE = 0111;

    private EmbeddedBinaries() {}

    /** The operating system and processor, each by one name: linux, darwin or windows, and x86_64 or arm_64. */
    record Platform(String system, String processor) {
        static Platform current() {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
            return new Platform(
                    system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : system,
                    processor.equals("amd64") ? "x86_64" : processor.equals("aarch64") ? "arm_64" : processor);
        }

        boolean isLinux() {
            return system.equals("linux");
        }

        @Override
        public String toString() {
            return system + "-" + processor;
        }
    }

    /** The folder of the unpacked archive. */
    static Path unpack(Engine engine, @Nullable String archive) {
        URL url = archive == null ? null : EmbeddedBinaries.class.getResource("/" + archive);
        if (url == null) {
            throw new IllegalStateException("there is no embedded %s for %s; name a server by the system property %s"
                    .formatted(engine.title(), Platform.current(), engine.urlProperty()));
        }
        try {
            return cached(jarName(url), folder -> extract(url, folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + archive, e);
        }
    }

    /** Returns a folder of the cache that is filled once, under another name first: a second JVM may do the same. */
    static Path cached(String name, Filling filling) throws IOException {
        Path target = cache().resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        Path unfinished = Files.createTempDirectory(target.getParent(), "unfinished-");
        try {
            filling.fill(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            EmbeddedServer.deleteTree(unfinished);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
        return target;
    }

    /** Puts into a folder what the cache keeps. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    private static Path cache() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
        return Files.createDirectories(temporary.resolve("onet-testing-" + System.getProperty("user.name", "")));
    }

    /** The jar's name has the version in it. */
    private static String jarName(URL url) throws IOException {
        String path = ((JarURLConnection) url.openConnection()).getJarFileURL().getPath();
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    private static void extract(URL url, Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(url.openStream());
                InputStream in =
                        url.getPath().endsWith("xz") ? new XZInputStream(packed) : new GZIPInputStream(packed);
                TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(entry, tar, folder);
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(folder.resolve(entry.getLinkName()), path, StandardCopyOption.COPY_ATTRIBUTES);
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & ANY_EXECUTE) != 0 && !path.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + path + " executable");
            }
        }
    }
}
