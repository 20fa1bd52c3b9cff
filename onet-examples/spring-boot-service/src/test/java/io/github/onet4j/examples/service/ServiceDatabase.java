package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import java.nio.file.Path;
import org.jooq.impl.DSL;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A test's own database behind a relay. */
final class ServiceDatabase implements AutoCloseable {
    static final Path SAMPLE = Path.of("../sample/db_29_3_sample");

    private final DatabaseServer.Database database;
    private final Relay relay;

    private ServiceDatabase(DatabaseServer server) {
        this.database = server.newDatabase();
        this.relay = Relay.before(database.jdbcUrl());
    }

    static ServiceDatabase emptyOn(DatabaseServer server) {
        return new ServiceDatabase(server);
    }

    /**
     * Returns a database with the sample. Truck drivers lose their rating of Programming, since the sample lacks
     * none.
     */
    static ServiceDatabase loadedOn(DatabaseServer server) {
        ServiceDatabase loaded = new ServiceDatabase(server);
        loaded.load(OnetRelease.open(SAMPLE));
        loaded.onet()
                .dsl()
                .deleteFrom(DSL.table("onet_rating"))
                .where(DSL.field("onetsoc_code", String.class).eq("53-3032.00"))
                .and(DSL.field("element_id", String.class).eq("2.B.3.e"))
                .execute();
        return loaded;
    }

    void load(OnetRelease release) {
        Onet onet = onet();
        onet.schema().createOrUpgrade();
        onet.load(release);
    }

    /** Returns onet4j on the database, bypassing the relay. */
    Onet onet() {
        return Onet.create(database.dataSource()).build();
    }

    Relay relay() {
        return relay;
    }

    String name() {
        return database.name();
    }

    String url() {
        return database.jdbcUrl();
    }

    String urlThroughRelay() {
        return relay.through(database.jdbcUrl());
    }

    /** Sets the URL, with options of the driver such as {@code name=value}, and the user. */
    void configure(DynamicPropertyRegistry properties, String... driverOptions) {
        String url = urlThroughRelay();
        String options = String.join("&", driverOptions);
        properties.add("spring.datasource.url", () -> url + (url.contains("?") ? "&" : "?") + options);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
    }

    String[] options() {
        return new String[] {
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password()
        };
    }

    @Override
    public void close() {
        relay.close();
        database.close();
    }
}
