/** O*NET in the host's PostgreSQL or MySQL: schema, loader, typed jOOQ tables and queries. */
@SuppressWarnings("requires-automatic") // PostgreSQL's driver, which a host may or may not have
module io.github.onet4j.jooq {
    requires transitive io.github.onet4j.core;
    requires transitive java.sql;
    requires transitive org.jooq;
    requires transitive org.jspecify;
    requires org.slf4j;
    requires static org.postgresql.jdbc;

    exports io.github.onet4j.jooq;
    exports io.github.onet4j.jooq.tables;
    exports io.github.onet4j.jooq.tables.records;
}
