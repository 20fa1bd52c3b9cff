package io.github.onet4j.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system libraries that mysqld needs and that a fresh machine lacks, from the packages of its distribution. */
final class SystemLibraries {
    /** The package of each library, as a pattern: Debian 13 and Ubuntu 24.04 renamed one of them. */
    private static final Map<String, String> PACKAGES =
            Map.of("libaio.so.1", "^libaio1(t64)?$", "libnuma.so.1", "^libnuma1$");

    private SystemLibraries() {}

    /** Returns the names of the libraries that the loader does not find for a program. */
    static List<String> missingFor(String program) {
        try {
            Process ldd = new ProcessBuilder("ldd", program).start();
            return missingIn(new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Without ldd nothing is known; if a library is missing, the loader's message will say so.
            return List.of();
        }
    }

    static List<String> missingIn(String ldd) {
        return ldd.lines()
                .filter(line -> line.contains("=> not found"))
                .map(line -> line.substring(0, line.indexOf(" =>")).strip())
                .sorted()
                .toList();
    }

    /**
     * Returns a folder that holds the missing libraries under the names that the program looks for. Needs neither root
     * nor an installation: the packages are downloaded and unpacked below the cache.
     *
     * @throws IllegalStateException if this machine has no apt, or apt cannot get the packages; says what to install
     */
    static Path folderOf(List<String> missing) {
        try {
            return EmbeddedBinaries.cached(String.join("-", missing), folder -> download(missing, folder));
        } catch (IOException e) {
            throw new IllegalStateException(instructions(missing), e);
        }
    }

    private static String instructions(List<String> missing) {
        String text = """
                The embedded MySQL needs %s, which this machine lacks and apt could not download. To install it:
                  Debian 12, Ubuntu 22.04 and older:  sudo apt-get install libaio1 libnuma1
                  Debian 13, Ubuntu 24.04 and newer:  sudo apt-get install libaio1t64 libnuma1
                      and, because the library has another name there:
                      sudo ln -s libaio.so.1t64 /usr/lib/x86_64-linux-gnu/libaio.so.1
                  Fedora:  sudo dnf install libaio numactl-libs
                Or name a MySQL of your own by the system property %s.""";
        return text.formatted(String.join(" and ", missing), Engine.MYSQL.urlProperty());
    }

    private static void download(List<String> missing, Path folder) throws IOException {
        Path work = Files.createDirectory(folder.resolve("packages"));
        try {
            downloadPackages(missing, work);
            for (Path file : filesIn(work, ".deb")) {
                run(work, List.of("dpkg-deb", "--extract", file.toString(), work.toString()));
            }
            for (String library : missing) {
                Files.copy(unpacked(library, work), folder.resolve(library));
            }
        } finally {
            EmbeddedServer.deleteTree(work);
        }
    }

    /** A new machine has no package lists, and an old one may have lists of packages that are gone: then, new lists. */
    private static void downloadPackages(List<String> missing, Path work) throws IOException {
        List<String> download = new ArrayList<>(List.of("download"));
        for (String library : missing) {
            String name = PACKAGES.get(library);
            if (name == null) {
                throw new IOException("no package is known to have " + library);
            }
            download.add(name);
        }
        try {
            apt(work, List.of(), download);
        } catch (IOException e) {
            List<String> ownLists = List.of("-o", "Dir::State=" + work, "-o", "Dir::Cache=" + work);
            apt(work, ownLists, List.of("update"));
            apt(work, ownLists, download);
        }
    }

    private static void apt(Path work, List<String> options, List<String> task) throws IOException {
        // As root apt would download as another user, who cannot write here.
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-o", "APT::Sandbox::User=root"));
        command.addAll(options);
        command.addAll(task);
        run(work, command);
    }

    private static void run(Path work, List<String> command) throws IOException {
        File log = work.resolve("output.log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(log.toPath()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + String.join(" ", command), e);
        }
    }

    private static Path unpacked(String library, Path work) throws IOException {
        return filesIn(work, "").stream()
                .filter(file -> file.getFileName().toString().startsWith(library))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + library + " in the downloaded packages"));
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
