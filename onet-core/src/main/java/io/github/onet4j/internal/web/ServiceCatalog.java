package io.github.onet4j.internal.web;

import io.github.onet4j.OnetCatalog;

/** A catalog over O*NET Web Services. Through it onet-jooq gets from a host's client to the tables. */
public interface ServiceCatalog extends OnetCatalog {
    /** Returns the client that the catalog reads tables with. */
    TableClient tables();
}
