/** What the tests of every module stand on: database servers, and a mini release to load into them. */
@NullMarked
package io.github.onet4j.testing;

import org.jspecify.annotations.NullMarked;
