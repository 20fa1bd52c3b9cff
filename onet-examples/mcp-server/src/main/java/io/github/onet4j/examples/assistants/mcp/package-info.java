/** A server of the tools that speaks the Model Context Protocol. */
@NullMarked
package io.github.onet4j.examples.assistants.mcp;

import org.jspecify.annotations.NullMarked;
