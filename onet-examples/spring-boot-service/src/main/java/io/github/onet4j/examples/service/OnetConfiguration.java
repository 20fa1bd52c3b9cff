package io.github.onet4j.examples.service;

import io.github.onet4j.assess.GeminiLanguageModel;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.OnetListener;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** onet4j over the pool of the service. */
@Configuration(proxyBeanMethods = false)
class OnetConfiguration {
    /** A request does not wait longer for somebody who loads or fetches; shorter than the driver waits for an answer. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration WEB_SERVICES_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration GEMINI_TIMEOUT = Duration.ofSeconds(30);

    @Bean
    LazyOnet onet(DataSource dataSource, OnetProperties properties, OnetListener listener) {
        return new LazyOnet(() -> onetOver(dataSource, properties, listener));
    }

    private static Onet onetOver(DataSource dataSource, OnetProperties properties, OnetListener listener) {
        Onet.Builder builder = Onet.create(dataSource).lockTimeout(LOCK_TIMEOUT).listener(listener);
        if (properties.schemaName() != null) {
            builder.schemaName(properties.schemaName());
        }
        if (properties.webServices().apiKey() != null) {
            builder.webServices(webServices(properties.webServices().apiKey(), properties.webServices()));
        }
        if (properties.gemini().apiKey() != null) {
            GeminiLanguageModel model = gemini(properties.gemini().apiKey(), properties.gemini());
            builder.languageModel(model, model.model());
        }
        return builder.build();
    }

    private static OnetWebServices webServices(String apiKey, OnetProperties.WebServices properties) {
        OnetWebServices.Builder builder =
                OnetWebServices.v2(apiKey).timeout(WEB_SERVICES_TIMEOUT).retries(1);
        if (properties.baseUrl() != null) {
            builder.baseAddress(properties.baseUrl());
        }
        return builder.build();
    }

    private static GeminiLanguageModel gemini(String apiKey, OnetProperties.Gemini properties) {
        GeminiLanguageModel.Builder builder =
                GeminiLanguageModel.create(apiKey).timeout(GEMINI_TIMEOUT).retries(1);
        if (properties.model() != null) {
            builder.model(properties.model());
        }
        if (properties.baseUrl() != null) {
            builder.baseAddress(properties.baseUrl());
        }
        return builder.build();
    }
}
