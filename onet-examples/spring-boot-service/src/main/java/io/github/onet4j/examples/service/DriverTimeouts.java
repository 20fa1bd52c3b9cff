package io.github.onet4j.examples.service;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Limits how long a driver waits for a silent database. By default, both drivers wait forever; their properties have
 * the same names but different units. Timeouts in the URL take precedence.
 */
@Component
class DriverTimeouts implements BeanPostProcessor {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            String url = String.valueOf(pool.getJdbcUrl());
            if (url.startsWith("jdbc:postgresql:")) {
                bound(pool, url, "connectTimeout", CONNECT.toSeconds());
                bound(pool, url, "socketTimeout", ANSWER.toSeconds());
            } else if (url.startsWith("jdbc:mysql:")) {
                bound(pool, url, "connectTimeout", CONNECT.toMillis());
                bound(pool, url, "socketTimeout", ANSWER.toMillis());
            }
        }
        return bean;
    }

    private static void bound(HikariDataSource pool, String url, String property, long value) {
        if (!url.contains(property + "=")) {
            pool.addDataSourceProperty(property, String.valueOf(value));
        }
    }
}
