package io.github.onet4j.examples.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Paragraph {
    /** The maximum width of a line that the quickstart prints. */
    static final int WIDTH = 98;

    private Paragraph() {}

    /** Returns the lines of a text; the first line has an indent of its own. */
    static List<String> lines(String firstIndent, String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(firstIndent);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
