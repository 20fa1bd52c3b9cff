package io.github.onet4j.examples.assistants;

/** What a tool found. The components of the record are the structured content. */
interface Answer {
    /** Returns the figures that matter most, in a few lines, for assistants that read no structured content. */
    String text();

    /** Returns the credit that the license of the data asks for. */
    String attribution();
}
