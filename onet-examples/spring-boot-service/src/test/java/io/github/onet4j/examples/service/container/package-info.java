/** What can be checked of the image, the compose file, the workflow and the pages about them without a container engine. */
@NullMarked
package io.github.onet4j.examples.service.container;

import org.jspecify.annotations.NullMarked;
