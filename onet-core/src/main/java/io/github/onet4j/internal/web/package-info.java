/** The tables of O*NET Web Services as onet-jooq stores them; not part of the API. */
@NullMarked
package io.github.onet4j.internal.web;

import org.jspecify.annotations.NullMarked;
