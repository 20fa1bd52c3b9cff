package io.github.onet4j.examples.service;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Bounds how long a driver waits for a database that has gone silent. Both wait for ever unless told otherwise, by properties of
 * the same names in different units. A URL that has one of its own keeps it.
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
