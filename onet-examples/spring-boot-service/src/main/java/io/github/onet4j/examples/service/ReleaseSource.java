package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The source of a release.
 *
 * @param path a zip file or a folder; null for the sample in the jar
 */
record ReleaseSource(@Nullable String path) {
    private static final String SAMPLE = "db_29_3_sample";

    /** Opens the release first, so that a wrong path leaves the database untouched. */
    LoadReport loadInto(Supplier<Onet> database) {
        if (path != null) {
            return load(Path.of(path), database);
        }
        try {
            return loadSample(database);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't copy the sample release out of the jar", e);
        }
    }

    /** Releases are read from files, so the sample is copied out of the jar. */
    private static LoadReport loadSample(Supplier<Onet> database) throws IOException {
        Path folder = Files.createTempDirectory("onet4j");
        try {
            Path sample = Files.createDirectory(folder.resolve(SAMPLE));
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:sample/" + SAMPLE + "/*")) {
                try (InputStream content = file.getInputStream()) {
                    Files.copy(content, sample.resolve(Objects.requireNonNull(file.getFilename())));
                }
            }
            return load(sample, database);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static LoadReport load(Path path, Supplier<Onet> database) {
        OnetRelease release = OnetRelease.open(path);
        Onet onet = database.get();
        onet.schema().createOrUpgrade();
        return onet.load(release);
    }
}
