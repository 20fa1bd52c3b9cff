package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Loads the release of the properties, before the application reports that it is ready for requests. */
final class ReleaseLoader implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseLoader.class);

    private final OnetProperties.Release properties;
    private final ObjectProvider<Onet> onet;

    ReleaseLoader(OnetProperties.Release properties, ObjectProvider<Onet> onet) {
        this.properties = properties;
        this.onet = onet;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path path = Objects.requireNonNull(properties.path());
        try {
            OnetRelease release = OnetRelease.open(path);
            onet.getObject().load(release);
        } catch (OnetException | BeansException e) {
            if (properties.onFailure() == OnetProperties.OnFailure.FAIL) {
                throw new ReleaseLoadException(path, e);
            }
            LOG.warn("the release at {} was not loaded: {}", path, e.getMessage());
        }
    }
}
