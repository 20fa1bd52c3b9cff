/**
 * The test kit of all modules: database servers, a mini release to load into them, and stubs of O*NET Web Services and
 * Gemini.
 */
@NullMarked
package io.github.onet4j.testing;

import org.jspecify.annotations.NullMarked;
