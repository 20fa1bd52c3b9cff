/** The connection to a kernel, which finds it by itself. */
@NullMarked
package io.github.onet4j.notebook.internal;

import org.jspecify.annotations.NullMarked;
