/** A REST service over onet4j: thin controllers, records for answers, the host's own pool. */
@NullMarked
package io.github.onet4j.examples.service;

import org.jspecify.annotations.NullMarked;
