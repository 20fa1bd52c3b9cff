package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.http.ServiceClientBuilder;
import io.github.onet4j.web.OnetWebServices;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients, if there are keys for them. They are created at start, so that no application starts with a bad key. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {
    @Bean
    @ConditionalOnText("onet4j.web-services.api-key")
    @ConditionalOnMissingBean
    OnetWebServices onetWebServices(OnetProperties properties) {
        OnetProperties.WebServices of = properties.webServices();
        return created("onet4j.web-services", () -> {
            OnetWebServices.Builder builder = OnetWebServices.v2(Objects.requireNonNull(of.apiKey()))
                    .timeout(of.timeout())
                    .retries(of.retries());
            return at(of.baseUrl(), builder).build();
        });
    }

    @Bean
    @ConditionalOnText("onet4j.gemini.api-key")
    @ConditionalOnMissingBean(LanguageModel.class)
    GeminiLanguageModel geminiLanguageModel(OnetProperties properties) {
        OnetProperties.Gemini of = properties.gemini();
        return created("onet4j.gemini", () -> {
            GeminiLanguageModel.Builder builder = GeminiLanguageModel.create(Objects.requireNonNull(of.apiKey()))
                    .timeout(of.timeout())
                    .retries(of.retries());
            if (of.model() != null) {
                builder.model(of.model());
            }
            return at(of.baseUrl(), builder).build();
        });
    }

    private static <B extends ServiceClientBuilder<B>> B at(@Nullable URI baseUrl, B builder) {
        return baseUrl == null ? builder : builder.baseAddress(baseUrl);
    }

    private static <T> T created(String prefix, Supplier<T> client) {
        try {
            return client.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidClientPropertyException(prefix, e);
        }
    }
}
