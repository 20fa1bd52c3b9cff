@NullMarked
package io.github.onet4j.notebook;

import org.jspecify.annotations.NullMarked;
