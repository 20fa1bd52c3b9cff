package io.github.onet4j.examples.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The part of a download that has come so far, and beside it what tells whether the server still has the same file. */
final class PartialFile {
    private final Path path;
    private final Path origin;
    private final URI address;

    PartialFile(Path path, URI address) {
        this.path = path;
        this.origin = path.resolveSibling(path.getFileName() + ".origin");
        this.address = address;
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return Files.size(path);
    }

    /** What is missing; nothing if there is no part, or none that can be gone on with. */
    Optional<Rest> rest() throws IOException {
        if (!Files.isRegularFile(path) || !Files.isRegularFile(origin) || size() == 0) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(origin);
        return lines.size() == 2 && lines.get(0).equals(address.toString())
                ? Optional.of(new Rest(size(), lines.get(1)))
                : Optional.empty();
    }

    /** Begins anew with the file that a response describes. */
    void begin(HttpHeaders headers) throws IOException {
        delete();
        Optional<String> validator = headers.firstValue("etag")
                // A weak tag promises the same content, not the same bytes.
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("last-modified"));
        if (validator.isPresent()) {
            Files.write(origin, List.of(address.toString(), validator.get()));
        }
    }

    void moveTo(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(origin);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(origin);
    }

    /**
     * What to ask the server for.
     *
     * @param from how many bytes are here
     * @param validator the tag or the date that the file must still have
     */
    record Rest(long from, String validator) {}
}
