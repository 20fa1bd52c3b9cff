package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each driver gets the service's timeouts in its own unit. */
final class DriverTimeoutsTest {
    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://localhost/db, 3, 10", "jdbc:mysql://localhost/db, 3000, 10000"})
    void eachDriverIsToldInItsOwnUnit(String url, String connect, String answer) {
        try (HikariDataSource pool = poolOver(url)) {
            assertThat(pool.getDataSourceProperties())
                    .containsEntry("connectTimeout", connect)
                    .containsEntry("socketTimeout", answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/db?connectTimeout=1&socketTimeout=60",
                "jdbc:mysql://localhost/db?socketTimeout=60000&connectTimeout=1000"
            })
    void aUrlKeepsItsOwn(String url) {
        try (HikariDataSource pool = poolOver(url)) {
            assertThat(pool.getDataSourceProperties()).isEmpty();
        }
    }

    private static HikariDataSource poolOver(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        new DriverTimeouts().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}
