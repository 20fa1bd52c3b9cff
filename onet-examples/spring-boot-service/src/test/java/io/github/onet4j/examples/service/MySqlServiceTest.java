package io.github.onet4j.examples.service;

import io.github.onet4j.testing.DatabaseServers;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests the service on MySQL. */
@DirtiesContext
final class MySqlServiceTest extends ServiceContract {
    private static final ServiceDatabase DATABASE = ServiceDatabase.loadedOn(DatabaseServers.mysql());

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        configure(properties, DATABASE, "2000");
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @Override
    Relay relay() {
        return DATABASE.relay();
    }

    @Override
    String engine() {
        return "MySQL";
    }
}
