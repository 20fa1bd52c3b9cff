/**
 * Downloading the archive of an O*NET release. Entry point: {@link io.github.onet4j.download.OnetReleases}.
 *
 * <p>Nothing else in onet4j downloads a release, and nothing here runs unless a host calls it.
 */
@NullMarked
package io.github.onet4j.download;

import org.jspecify.annotations.NullMarked;
