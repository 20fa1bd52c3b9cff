package io.github.onet4j.jooq.fetch;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** O*NET Web Services answer from another O*NET version than the active release's. */
public final class MixedReleaseException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String activeVersion;
    private final @Nullable String serviceVersion;

    /**
     * Creates the exception.
     *
     * @param activeVersion the version of the active release
     * @param serviceVersion the version that the service has; null where it does not say
     */
    public MixedReleaseException(String activeVersion, @Nullable String serviceVersion) {
        super("O*NET " + activeVersion + " is active, and O*NET Web Services answer from "
                + (serviceVersion == null ? "a version that they do not tell" : "O*NET " + serviceVersion)
                + ": load and activate that release, or allow both with"
                + " FetchOptions.DEFAULTS.mixedReleases(MixedReleases.ALLOW)");
        this.activeVersion = activeVersion;
        this.serviceVersion = serviceVersion;
    }

    /**
     * Returns the version of the active release.
     *
     * @return for example {@code 29.3}
     */
    public String activeVersion() {
        return activeVersion;
    }

    /**
     * Returns the version that the service has.
     *
     * @return for example {@code 31.0}, or nothing where it does not say
     */
    public Optional<String> serviceVersion() {
        return Optional.ofNullable(serviceVersion);
    }
}
