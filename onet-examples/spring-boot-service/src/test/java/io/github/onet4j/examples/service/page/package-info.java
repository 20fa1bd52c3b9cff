/** Tests of the service's page in a browser. */
@NullMarked
package io.github.onet4j.examples.service.page;

import org.jspecify.annotations.NullMarked;
