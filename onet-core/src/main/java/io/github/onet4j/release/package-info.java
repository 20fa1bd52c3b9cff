/**
 * Reading a downloaded O*NET release: a zip or a folder, in every layout the publisher has used since 20.1. Entry
 * point: {@link io.github.onet4j.release.OnetRelease}.
 */
@NullMarked
package io.github.onet4j.release;

import org.jspecify.annotations.NullMarked;
