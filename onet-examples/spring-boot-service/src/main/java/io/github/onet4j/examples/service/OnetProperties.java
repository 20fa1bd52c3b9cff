package io.github.onet4j.examples.service;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The service's own properties. A blank value counts as not set, since compose files pass blanks.
 *
 * @param release the path of a release, zip or folder; null for the sample in the jar
 * @param schemaName the schema (on MySQL: the database) of the tables; null for the connection's own
 * @param apiKey the key that requests to {@code /api} must carry; null for none
 * @param cors the other origins whose pages may ask
 * @param webServices O*NET Web Services, which supply what the release lacks
 * @param gemini the language model that describes gaps
 */
@ConfigurationProperties("onet")
record OnetProperties(
        @Nullable String release,
        @Nullable String schemaName,
        @Nullable String apiKey,
        @DefaultValue Cors cors,
        @DefaultValue WebServices webServices,
        @DefaultValue Gemini gemini) {
    OnetProperties {
        release = textOrNull(release);
        schemaName = textOrNull(schemaName);
        apiKey = textOrNull(apiKey);
    }

    /** Returns no values, which may be secret. */
    @Override
    public String toString() {
        return "OnetProperties";
    }

    record Cors(@DefaultValue List<String> allowedOrigins) {}

    record WebServices(@Nullable String apiKey, @Nullable URI baseUrl) {
        WebServices {
            apiKey = textOrNull(apiKey);
        }

        @Override
        public String toString() {
            return "WebServices";
        }
    }

    record Gemini(
            @Nullable String apiKey,
            @Nullable String model,
            @Nullable URI baseUrl) {
        Gemini {
            apiKey = textOrNull(apiKey);
            model = textOrNull(model);
        }

        @Override
        public String toString() {
            return "Gemini";
        }
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return StringUtils.hasText(text) ? text : null;
    }
}
