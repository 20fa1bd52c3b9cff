/** Shared by the packages of onet-core and by onet-jooq; not part of the API. */
@NullMarked
package io.github.onet4j.internal;

import org.jspecify.annotations.NullMarked;
