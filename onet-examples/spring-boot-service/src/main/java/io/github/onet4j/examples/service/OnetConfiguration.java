package io.github.onet4j.examples.service;

import io.github.onet4j.assess.GeminiLanguageModel;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** onet4j over the pool of the service. */
@Configuration(proxyBeanMethods = false)
class OnetConfiguration {
    /** A request does not wait longer for somebody who loads or fetches; shorter than the driver waits for an answer. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration WEB_SERVICES_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration GEMINI_TIMEOUT = Duration.ofSeconds(30);

    /** The clients are made at once, so that a key that can't be one keeps the service from starting. */
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
