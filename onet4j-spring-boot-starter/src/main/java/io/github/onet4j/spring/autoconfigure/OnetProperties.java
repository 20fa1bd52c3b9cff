package io.github.onet4j.spring.autoconfigure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The properties. A blank value counts as not set, since compose files pass blanks; so none is of a primitive type.
 *
 * @param schema What to do about onet4j's tables before they are used.
 * @param schemaName Schema of the tables, on MySQL the database. It must exist. By default the connection's own.
 * @param lockTimeout Longest wait for another node that creates the schema, loads, activates, prunes or fetches.
 * @param keepProfiles Whether to keep ratings in memory once they have been read.
 * @param release the release to load at start
 * @param webServices O*NET Web Services, which supply what the release lacks
 * @param gemini the language model that describes gaps and assesses occupations
 */
@ConfigurationProperties("onet4j")
record OnetProperties(
        @DefaultValue("verify") SchemaHandling schema,
        @Nullable String schemaName,
        @DefaultValue("10m") Duration lockTimeout,
        @DefaultValue("true") Boolean keepProfiles,
        @DefaultValue Release release,
        @DefaultValue WebServices webServices,
        @DefaultValue Gemini gemini) {
    OnetProperties {
        schemaName = textOrNull(schemaName);
    }

    /** Returns no values, which may be secret. */
    @Override
    public String toString() {
        return "OnetProperties";
    }

    /**
     * The release to load at start.
     *
     * @param path Zip or folder of an O*NET release to load when the application starts. By default nothing is loaded.
     * @param onFailure What to do if it can't be loaded.
     */
    record Release(
            @Nullable Path path, @DefaultValue("fail") OnFailure onFailure) {
        Release {
            path = path == null || path.toString().isBlank() ? null : path;
        }
    }

    /** What to do if the release can't be loaded. */
    enum OnFailure {
        /** The application does not start. */
        FAIL,
        /** The application starts all the same, and the log tells why nothing was loaded. */
        WARN
    }

    /**
     * O*NET Web Services.
     *
     * @param apiKey Key of a project of O*NET Web Services, version 2.0. Without it, nothing is fetched.
     * @param baseUrl Address of the service, for example that of a gateway. By default O*NET's own.
     * @param timeout Limit for one request.
     * @param retries How often a request is sent again after a failure that may pass.
     */
    record WebServices(
            @Nullable String apiKey,
            @Nullable URI baseUrl,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("3") Integer retries) {
        WebServices {
            apiKey = textOrNull(apiKey);
        }

        @Override
        public String toString() {
            return "WebServices";
        }
    }

    /**
     * Google's Gemini.
     *
     * @param apiKey Key of the Gemini API. Without it, no model is asked, unless there is a bean of type LanguageModel.
     * @param model Id of the model. By default the one that GeminiLanguageModel names.
     * @param baseUrl Address of the service, for example that of a gateway. By default Google's own.
     * @param timeout Limit for one request.
     * @param retries How often a request is sent again after a failure that may pass.
     */
    record Gemini(
            @Nullable String apiKey,
            @Nullable String model,
            @Nullable URI baseUrl,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("3") Integer retries) {
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
