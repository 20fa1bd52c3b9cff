package io.github.onet4j.examples.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
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
                        .description(
                                "What separates one O*NET occupation from another. Show the attribution that an answer"
                                        + " carries wherever you show the answer.")
                        .license(new License()
                                .name("Data: CC BY 4.0")
                                .url("https://www.onetcenter.org/license_db.html")));
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

    /** Springdoc reads classes with Jackson 2, which ignores the settings of Spring Boot's Jackson 3. */
    @Bean
    ModelResolver snakeCase() {
        return new ModelResolver(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }
}
