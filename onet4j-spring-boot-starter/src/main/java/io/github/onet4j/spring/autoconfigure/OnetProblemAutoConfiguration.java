package io.github.onet4j.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;

/** Auto-configuration of problem details (RFC 9457) for onet4j's exceptions, in Spring MVC and WebFlux. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(ProblemDetail.class)
@ConditionalOnBooleanProperty("onet4j.problemdetails.enabled")
public class OnetProblemAutoConfiguration {
    OnetProblemAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    OnetProblemAdvice onetProblemAdvice() {
        return new OnetProblemAdvice();
    }
}
