package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.Objects;

/** The DataSource connects to a database that onet4j does not support. */
public final class UnsupportedDatabaseException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String product;

    /**
     * Creates the exception.
     *
     * @param product the database's own name and version
     */
    public UnsupportedDatabaseException(String product) {
        super("onet4j runs on PostgreSQL 13 or newer and on MySQL 8.0.17 or newer; this DataSource connects to "
                + product);
        this.product = Objects.requireNonNull(product, "product");
    }

    /**
     * Returns the database's own name and version.
     *
     * @return name and version
     */
    public String product() {
        return product;
    }
}
