package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.jooq.Onet;

/** What to do about onet4j's tables before they are used. */
enum SchemaHandling {
    /** Nothing: whoever reads first finds out. */
    NONE {
        @Override
        void apply(Onet onet) {}
    },
    /** Compare them with the ones that onet4j needs, and refuse to go on if they differ. */
    VERIFY {
        @Override
        void apply(Onet onet) {
            onet.schema().verify();
        }
    },
    /** Create what is missing. Runs no DDL if nothing is. */
    CREATE {
        @Override
        void apply(Onet onet) {
            onet.schema().createOrUpgrade();
        }
    };

    abstract void apply(Onet onet);
}
