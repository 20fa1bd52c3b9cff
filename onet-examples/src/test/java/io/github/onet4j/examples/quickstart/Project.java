package io.github.onet4j.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The project that is tested, wherever its tests are started. */
public final class Project {
    public static final Path FOLDER = folder();
    public static final Path SAMPLE = FOLDER.resolve("onet-examples/sample/db_29_3_sample");

    private Project() {}

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests run inside the project");
        }
        return folder;
    }
}
