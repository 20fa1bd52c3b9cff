/** Tests of the service over HTTP. */
@NullMarked
package io.github.onet4j.examples.service;

import org.jspecify.annotations.NullMarked;
