package io.github.onet4j.examples.service.container;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** Which files of the repository the image is built from: the last line of Dockerfile.dockerignore that matches decides. */
final class BuildContext {
    private final List<Line> lines = new ArrayList<>();

    BuildContext() {
        Checkout.text(Checkout.SERVICE.resolve("Dockerfile.dockerignore"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::parse)
                .forEach(lines::add);
    }

    /** Whether a path, relative to the root, is there for COPY. */
    boolean has(Path path) {
        boolean there = true;
        for (Line line : lines) {
            if (line.matches(path)) {
                there = line.brings();
            }
        }
        return there;
    }

    private record Line(boolean brings, List<PathMatcher> matchers) {
        static Line parse(String line) {
            boolean brings = line.startsWith("!");
            String pattern = brings ? line.substring(1) : line;
            // Here ** also stands for no folder at all, in Java's globs it does not.
            List<String> globs =
                    pattern.startsWith("**/") ? List.of(pattern, pattern.substring("**/".length())) : List.of(pattern);
            return new Line(
                    brings,
                    globs.stream()
                            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                            .toList());
        }

        /** A line about a folder is one about everything in it. */
        boolean matches(Path path) {
            for (int depth = 1; depth <= path.getNameCount(); depth++) {
                Path upTo = path.subpath(0, depth);
                if (matchers.stream().anyMatch(matcher -> matcher.matches(upTo))) {
                    return true;
                }
            }
            return false;
        }
    }
}
