/** O*NET in the host's PostgreSQL or MySQL: schema, loader, typed jOOQ tables and queries. */
module io.github.onet4j.jooq {
    requires transitive io.github.onet4j.core;
    requires transitive java.sql;
    requires transitive org.jooq;
    requires transitive org.jspecify;
    requires org.slf4j;
    // Only for javac and javadoc, which warn of the annotations on jOOQ's settings where they can't find them.
    requires static jakarta.xml.bind;

    exports io.github.onet4j.jooq;
    exports io.github.onet4j.jooq.assess;
    exports io.github.onet4j.jooq.database;
    exports io.github.onet4j.jooq.fetch;
    exports io.github.onet4j.jooq.load;
    exports io.github.onet4j.jooq.schema;
    exports io.github.onet4j.jooq.schema.tables;
    exports io.github.onet4j.jooq.schema.tables.records;
}
