package io.github.onet4j.spring.autoconfigure;

import java.io.Serial;
import java.nio.file.Path;

/** The release of the properties can't be loaded. */
final class ReleaseLoadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ReleaseLoadException(Path path, RuntimeException cause) {
        super("the O*NET release at " + path + " could not be loaded: " + cause.getMessage(), cause);
    }
}
