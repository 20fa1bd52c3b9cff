/** What onet4j's own modules share and nobody else sees. */
@NullMarked
package io.github.onet4j.internal;

import org.jspecify.annotations.NullMarked;
