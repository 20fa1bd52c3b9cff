package io.github.onet4j.notebook;

/**
 * A sentence or a few.
 *
 * @param text the sentences
 */
record Paragraph(String text) implements Part {}
