package io.github.onet4j.examples.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.onet4j.Domain;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the OpenAPI document of the service. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String API_KEY = "api_key";

    @Bean
    OpenAPI openApi(OnetProperties properties) {
        OpenAPI document = new OpenAPI()
                .info(new Info()
                        .title("O*NET skill gaps")
                        .version("v1")
                        .description("""
                                What separates one O*NET occupation from another, and a person from an occupation. \
                                Show the attribution that an answer carries wherever you show the answer.

                                - Occupations are named by their O*NET-SOC codes, such as 15-1251.00.
                                - Levels are on O*NET's scale from 0 to 7, and importance is from 1 to 5. Readiness, \
                                shares and probabilities are from 0 to 1.
                                - What is unknown is null, and never 0; a property that does not apply is absent.
                                - Every error is a problem (RFC 9457) with the status, a detail in words and, where \
                                they help, further properties.
                                - Properties and values of enums may be added; ignore those that you do not know.""")
                        .license(new License()
                                .name("Data: CC BY 4.0")
                                .url("https://www.onetcenter.org/license_db.html")))
                // In the order in which Swagger's page shows them.
                .addTagsItem(tag("Skill gaps", "What a target occupation needs and a source lacks"))
                .addTagsItem(tag("Occupations", "Find occupations by title or by likeness"))
                .addTagsItem(tag("Paths", "Ways from one occupation to another, over others"))
                .addTagsItem(tag("Persons", "What is likely of a person of whom a little is known"))
                .addTagsItem(tag("Operation", "What the database holds"));
        if (properties.apiKey() != null) {
            document.components(new Components()
                            .addSecuritySchemes(
                                    API_KEY,
                                    new SecurityScheme()
                                            .type(SecurityScheme.Type.APIKEY)
                                            .in(SecurityScheme.In.HEADER)
                                            .name(ApiKeyFilter.HEADER)))
                    .addSecurityItem(new SecurityRequirement().addList(API_KEY));
        }
        return document;
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    /** Springdoc reads classes with Jackson 2, which ignores the settings of Spring Boot's Jackson 3. */
    @Bean
    RecordSchemas recordSchemas(JavadocProvider javadoc) {
        return new RecordSchemas(
                new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE), javadoc);
    }

    @Bean
    ProblemResponses problemResponses(OnetProperties properties) {
        return new ProblemResponses(properties);
    }

    /** No answer is about a domain without levels. */
    @Bean
    OpenApiCustomizer domains() {
        return document -> {
            Schema<?> domain = document.getComponents().getSchemas().get(Domain.class.getSimpleName());
            domain.getEnum().removeIf(each -> !Domain.valueOf(each.toString()).hasLevels());
        };
    }
}
