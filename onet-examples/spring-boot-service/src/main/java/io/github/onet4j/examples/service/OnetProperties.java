package io.github.onet4j.examples.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The service's own properties; those of onet4j start with {@code onet4j}. A blank value counts as not set, since
 * compose files pass blanks.
 *
 * @param release the path of a release, zip or folder; null for the sample in the jar
 * @param apiKey the key that requests to {@code /api} must carry; null for none
 * @param cors the other origins whose pages may ask
 */
@ConfigurationProperties("onet")
record OnetProperties(
        @Nullable String release,
        @Nullable String apiKey,
        @DefaultValue Cors cors) {
    OnetProperties {
        release = textOrNull(release);
        apiKey = textOrNull(apiKey);
    }

    /** Returns no values, which may be secret. */
    @Override
    public String toString() {
        return "OnetProperties";
    }

    record Cors(@DefaultValue List<String> allowedOrigins) {}

    private static @Nullable String textOrNull(@Nullable String text) {
        return StringUtils.hasText(text) ? text : null;
    }
}
