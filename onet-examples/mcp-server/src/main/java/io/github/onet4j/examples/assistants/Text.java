package io.github.onet4j.examples.assistants;

import io.github.onet4j.Occupation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words of the texts for assistants. What comes from the data or the user stands on one line and within quotation
 * marks, so that it can't pass for a line of the tool's own.
 */
final class Text {
    private static final int LONGEST_QUOTATION = 400;
    private static final int MOST_NAMES = 10;

    private Text() {}

    static String quoted(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+", " ")
                .replace('"', '\'')
                .strip();
        boolean isLong = line.length() > LONGEST_QUOTATION;
        return '"' + (isLong ? line.substring(0, LONGEST_QUOTATION) + "…" : line) + '"';
    }

    static String occupation(Occupation occupation) {
        return occupation(OccupationName.of(occupation));
    }

    static String occupation(OccupationName occupation) {
        return quoted(occupation.title()) + " (" + occupation.code() + ")";
    }

    /** Names ten at most, and says how many there are besides. */
    static String occupations(List<Occupation> occupations) {
        return listed(occupations.stream().map(Text::occupation).toList());
    }

    static String listed(List<String> entries) {
        int leftOff = entries.size() - MOST_NAMES;
        return entries.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (leftOff > 0 ? " and " + leftOff + " more" : "");
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String level(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Says how many entries a list lacks, as the end of a text; nothing if it is whole. */
    static String leftOff(int number, String what) {
        return number == 0 ? "" : "\n" + number + " more " + what + " left off; limit sets how many there are.";
    }

    static String lines(Collection<String> lines) {
        return lines.stream().map(line -> "\n- " + line).collect(Collectors.joining());
    }
}
