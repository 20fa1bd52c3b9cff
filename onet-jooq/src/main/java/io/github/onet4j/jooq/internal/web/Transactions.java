package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.database.SqlWork;

/** Runs work on the database: each time in a transaction of its own, or always within an open one. */
@FunctionalInterface
interface Transactions {
    <T> T run(String purpose, SqlWork<Session, T> work);

    /** Returns transactions that all run within an open one. */
    static Transactions within(Session session) {
        return new Transactions() {
            @Override
            public <T> T run(String purpose, SqlWork<Session, T> work) {
                return session.dsl().connectionResult(connection -> work.on(session));
            }
        };
    }
}
