package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.release.ReleaseTable;
import org.jspecify.annotations.Nullable;

/**
 * A question that O*NET Web Services were asked for a release.
 *
 * @param id its number, never used twice
 * @param releaseId the release whose gap it fills
 * @param table the table of a release that its rows belong to
 * @param tableId the table of the service
 * @param code the occupation that was asked for; null for all of them
 * @param serviceVersion the O*NET version that the service had
 */
record Fetch(
        int id,
        int releaseId,
        ReleaseTable table,
        String tableId,
        @Nullable OnetSocCode code,
        String serviceVersion) {}
