/**
 * Copies data from O*NET Web Services into the database. Questions on demand and runs of the pipeline take one path:
 *
 * <pre>
 * OnDemandCatalog → ReadThrough (Lookup: known? locked?) ┐
 *                                                        ├→ PageFetcher (Plan of Subjects) → Fetches: stamped pages
 * OnetPipeline → Pipeline (extraction, refresh) ─────────┘         version before = version after → complete
 *
 * complete Fetches → Normalization → RowImporter (RowRules, RowSurvey) → StoredRows, Refusals → next revision
 * </pre>
 */
@NullMarked
package io.github.onet4j.jooq.internal.web;

import org.jspecify.annotations.NullMarked;
