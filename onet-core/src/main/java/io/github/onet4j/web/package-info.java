/**
 * A client of O*NET Web Services. Entry point: {@link io.github.onet4j.web.OnetWebServices}.
 */
@NullMarked
package io.github.onet4j.web;

import org.jspecify.annotations.NullMarked;
