/** From O*NET Web Services to rows in the database: what is fetched lands first, and is normalized from there. */
@NullMarked
package io.github.onet4j.jooq.internal.web;

import org.jspecify.annotations.NullMarked;
