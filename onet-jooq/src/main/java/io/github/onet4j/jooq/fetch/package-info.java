/** Fetching from O*NET Web Services: options, extractions, runs of the pipeline and their reports. */
@NullMarked
package io.github.onet4j.jooq.fetch;

import org.jspecify.annotations.NullMarked;
