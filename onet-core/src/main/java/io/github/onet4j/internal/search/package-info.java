/** The search for occupations by title, one for all catalogs; shared with onet-jooq, not part of the API. */
@NullMarked
package io.github.onet4j.internal.search;

import org.jspecify.annotations.NullMarked;
