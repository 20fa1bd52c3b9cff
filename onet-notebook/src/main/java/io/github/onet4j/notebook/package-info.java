/** Shows results as HTML for notebooks, as text for JShell, and as CSV for data frames. */
@NullMarked
package io.github.onet4j.notebook;

import org.jspecify.annotations.NullMarked;
