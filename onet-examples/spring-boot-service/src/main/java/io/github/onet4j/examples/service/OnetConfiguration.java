package io.github.onet4j.examples.service;

import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures onet4j over the service's pool. */
@Configuration(proxyBeanMethods = false)
class OnetConfiguration {
    /** The longest wait for a lock that a load or fetch holds; shorter than the driver's timeout. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration WEB_SERVICES_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration GEMINI_TIMEOUT = Duration.ofSeconds(30);

    /** Creates the clients at once, so that the service does not start with a malformed key. */
    @Bean
    LazyOnet onet(DataSource dataSource, OnetProperties properties, OnetListener listener) {
        OnetWebServices webServices = webServices(properties.webServices());
        GeminiLanguageModel gemini = gemini(properties.gemini());
        return new LazyOnet(() -> {
            Onet.Builder builder =
                    Onet.create(dataSource).lockTimeout(LOCK_TIMEOUT).listener(listener);
            if (properties.schemaName() != null) {
                builder.schemaName(properties.schemaName());
            }
            if (webServices != null) {
                builder.webServices(webServices);
            }
            if (gemini != null) {
                builder.languageModel(gemini, gemini.model());
            }
            return builder.build();
        });
    }

    private static @Nullable OnetWebServices webServices(OnetProperties.WebServices properties) {
        if (properties.apiKey() == null) {
            return null;
        }
        OnetWebServices.Builder builder = OnetWebServices.v2(properties.apiKey())
                .timeout(WEB_SERVICES_TIMEOUT)
                .retries(1);
        if (properties.baseUrl() != null) {
            builder.baseAddress(properties.baseUrl());
        }
        return builder.build();
    }

    private static @Nullable GeminiLanguageModel gemini(OnetProperties.Gemini properties) {
        if (properties.apiKey() == null) {
            return null;
        }
        GeminiLanguageModel.Builder builder = GeminiLanguageModel.create(properties.apiKey())
                .timeout(GEMINI_TIMEOUT)
                .retries(1);
        if (properties.model() != null) {
            builder.model(properties.model());
        }
        if (properties.baseUrl() != null) {
            builder.baseAddress(properties.baseUrl());
        }
        return builder.build();
    }
}
