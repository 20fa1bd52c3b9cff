package io.github.onet4j.spring.autoconfigure;

import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration that keeps the keys out of Actuator's endpoints, also where they show values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class OnetActuatorAutoConfiguration {
    OnetActuatorAutoConfiguration() {}

    @Bean
    SanitizingFunction onetSanitizingFunction() {
        return data -> isKey(data.getKey()) ? data.withSanitizedValue() : data;
    }

    /** Also as {@code ONET4J_GEMINI_APIKEY}, and in other spellings that Spring Boot reads. */
    private static boolean isKey(String property) {
        String name = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return name.startsWith("onet4j") && name.endsWith("apikey");
    }
}
