/**
 * What changed between two O*NET releases, and why readiness did. Entry point:
 * {@link io.github.onet4j.compare.ReleaseComparison}.
 */
@NullMarked
package io.github.onet4j.compare;

import org.jspecify.annotations.NullMarked;
