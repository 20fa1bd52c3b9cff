package io.github.onet4j.notebook;

/** A part of what a {@link Display} shows. */
sealed interface Part permits Paragraph, Table {}
