package io.github.onet4j.examples.service;

import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The filters that every request passes, in this order. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {
    private static final String API = "/api/*";

    @Bean
    FilterRegistrationBean<Filter> accessLog() {
        return registration(new AccessLogFilter(), 1, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> securityHeaders() {
        return registration(new SecurityHeadersFilter(), 2, "/*");
    }

    /** Runs before the check of the API key, which browsers do not send with a preflight request. */
    @Bean
    FilterRegistrationBean<Filter> cors(OnetProperties properties) {
        List<String> origins = properties.cors().allowedOrigins();
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
        configuration.setAllowedHeaders(List.of(ApiKeyFilter.HEADER, HttpHeaders.CONTENT_TYPE));
        configuration.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", configuration);
        FilterRegistrationBean<Filter> cors = registration(new CorsFilter(source), 3, API);
        cors.setEnabled(!origins.isEmpty());
        return cors;
    }

    @Bean
    FilterRegistrationBean<Filter> apiKey(OnetProperties properties) {
        String apiKey = properties.apiKey();
        FilterRegistrationBean<Filter> filter = registration(new ApiKeyFilter(apiKey == null ? "" : apiKey), 4, API);
        filter.setEnabled(apiKey != null);
        return filter;
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order, String pattern) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(pattern);
        return registration;
    }
}
