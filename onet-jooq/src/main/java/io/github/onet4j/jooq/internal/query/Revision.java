package io.github.onet4j.jooq.internal.query;

/**
 * A release as it stood at a moment. What is known about one revision never becomes stale: of two transactions that
 * change a release, of which the first is rolled back, each draws an {@code id} of its own.
 *
 * @param releaseId the release's number
 * @param number the number of times that rows of O*NET Web Services were added to it
 * @param id a random number; 0 where none was drawn yet
 */
record Revision(int releaseId, int number, long id) {}
