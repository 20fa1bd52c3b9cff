/** Tests of the server. */
@NullMarked
package io.github.onet4j.examples.assistants.mcp;

import org.jspecify.annotations.NullMarked;
