package io.github.onet4j.jooq.fetch;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** O*NET Web Services have, or move to, another O*NET version than that of the active release. */
public final class MixedReleaseException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String activeVersion;
    private final @Nullable String serviceVersion;

    /**
     * Creates the exception.
     *
     * @param activeVersion the version of the active release
     * @param serviceVersion the version that the service has; null if it does not tell
     */
    public MixedReleaseException(String activeVersion, @Nullable String serviceVersion) {
        super("O*NET " + activeVersion + " is active, and O*NET Web Services answer from "
                + (serviceVersion == null ? "an unknown version" : "O*NET " + serviceVersion)
                + ": load and activate that release, or allow both with"
                + " FetchOptions.DEFAULTS.mixedReleases(MixedReleases.ALLOW)");
        this.activeVersion = Objects.requireNonNull(activeVersion, "activeVersion");
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
     * Returns the version of the service.
     *
     * @return for example {@code 31.0}, or nothing if it does not tell
     */
    public Optional<String> serviceVersion() {
        return Optional.ofNullable(serviceVersion);
    }
}
