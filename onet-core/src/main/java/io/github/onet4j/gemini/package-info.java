/** Google's Gemini as a {@link io.github.onet4j.assess.LanguageModel}. */
@NullMarked
package io.github.onet4j.gemini;

import org.jspecify.annotations.NullMarked;
