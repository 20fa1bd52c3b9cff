/** A client of O*NET Web Services, both generations. */
@NullMarked
package io.github.onet4j.web;

import org.jspecify.annotations.NullMarked;
