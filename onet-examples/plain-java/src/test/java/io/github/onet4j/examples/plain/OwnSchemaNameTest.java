package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.testing.DatabaseServer;
import org.junit.jupiter.api.Test;

class OwnSchemaNameTest extends OnEachEngine {
    @Test
    void putsEveryTableIntoTheNamedSchemaAndNoneIntoTheDefaultOne() {
        // On MySQL a schema is a database of the server, which the test must drop.
        try (DatabaseServer.Database named = server().newDatabase()) {
            String output = run(OwnSchemaName.class, named.name());

            assertThat(output)
                    .containsPattern("from .?" + named.name() + ".?\\..?onet_occupation.?: 28\\R")
                    .contains("Computer Programmers to Computer Systems Analysts: ", ATTRIBUTION);
            assertThat(tables(named.name())).hasSize(48).contains("onet_rating", "onet_active_skill");
            assertThat(tables(defaultSchema())).isEmpty();
            Onet there =
                    Onet.create(database.dataSource()).schemaName(named.name()).build();
            assertThat(there.catalog().occupations()).hasSize(28);
        }
    }
}
