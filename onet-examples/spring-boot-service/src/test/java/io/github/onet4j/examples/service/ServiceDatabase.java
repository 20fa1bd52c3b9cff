package io.github.onet4j.examples.service;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import java.nio.file.Path;
import org.jooq.impl.DSL;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A database of a test's own, behind a relay. */
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

    /** With the sample; truck drivers have no rating of Programming, as no occupation of the sample lacks one by itself. */
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

    /** Beside the service and its relay. */
    Onet onet() {
        return Onet.create(database.dataSource()).build();
    }

    Relay relay() {
        return relay;
    }

    /** With options of the driver's, such as {@code name=value}. */
    void configure(DynamicPropertyRegistry properties, String... driverOptions) {
        String url = relay.through(database.jdbcUrl());
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
