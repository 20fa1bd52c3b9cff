package io.github.onet4j.jooq.internal.query;

/**
 * A release as it stood at a moment. What is known about one revision never becomes stale.
 *
 * @param releaseId the release's number
 * @param number the number of times that rows of O*NET Web Services were added to it
 */
record Revision(int releaseId, int number) {}
