package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.jooq.Onet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration of the health indicator {@code onet}, whose types have another package in Spring Boot 4. */
@AutoConfiguration(
        after = OnetAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration",
            "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration"
        })
public class OnetHealthAutoConfiguration {
    OnetHealthAutoConfiguration() {}

    /** Spring Boot 3.5. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator")
    @ConditionalOnSingleCandidate(Onet.class)
    @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator("onet")
    static class SpringBoot3 {
        @Bean
        @ConditionalOnMissingBean(name = "onetHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator onetHealthIndicator(ObjectProvider<Onet> onet) {
            OnetHealth health = new OnetHealth(onet);
            return () -> {
                OnetHealth.Answer answer = health.answer();
                return org.springframework.boot.actuate.health.Health.status(answer.status())
                        .withDetails(answer.details())
                        .build();
            };
        }
    }

    /** Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator")
    @ConditionalOnSingleCandidate(Onet.class)
    @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("onet")
    static class SpringBoot4 {
        @Bean
        @ConditionalOnMissingBean(name = "onetHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator onetHealthIndicator(ObjectProvider<Onet> onet) {
            OnetHealth health = new OnetHealth(onet);
            return () -> {
                OnetHealth.Answer answer = health.answer();
                return org.springframework.boot.health.contributor.Health.status(answer.status())
                        .withDetails(answer.details())
                        .build();
            };
        }
    }
}
