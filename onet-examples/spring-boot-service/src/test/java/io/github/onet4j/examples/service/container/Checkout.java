package io.github.onet4j.examples.service.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/** The files of the repository; tests run in the folder of the service. */
final class Checkout {
    static final Path SERVICE = Path.of("").toAbsolutePath();
    static final Path ROOT = SERVICE.resolve("../..").normalize();

    private Checkout() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** YAML, or JSON, which is a part of it. */
    static YamlNode yaml(Path file) {
        return YamlNode.of(new Yaml().load(text(file)));
    }
}
