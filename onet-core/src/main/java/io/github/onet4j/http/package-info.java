/** Options that the clients of O*NET Web Services and of language models share. */
@NullMarked
package io.github.onet4j.http;

import org.jspecify.annotations.NullMarked;
