/** O*NET as tools for assistants: defined once, and served by the Model Context Protocol, Spring AI and LangChain4j. */
@NullMarked
package io.github.onet4j.examples.assistants;

import org.jspecify.annotations.NullMarked;
