package io.github.onet4j.jooq.internal.web;

/**
 * A question to O*NET Web Services whose answer is stored, whole or in part.
 *
 * @param id its number, never used twice
 * @param releaseId the release that its rows complement
 * @param subject the rows that were asked for
 * @param tableId the service's table; a subject may take two
 */
record Fetch(int id, int releaseId, Subject subject, String tableId) {}
