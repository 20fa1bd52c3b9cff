package io.github.onet4j.compare;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The version of a release, which has an order. */
record ReleaseVersion(String text, List<Integer> numbers) implements Comparable<ReleaseVersion> {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})*");
    private static final Pattern DOT = Pattern.compile("\\.");

    static ReleaseVersion parse(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "version must be numbers with dots between them, such as 29.3, but was \"" + text + "\"");
        }
        return new ReleaseVersion(
                text, DOT.splitAsStream(text).map(Integer::valueOf).toList());
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        return Arrays.compare(numbers.toArray(Integer[]::new), other.numbers.toArray(Integer[]::new));
    }

    @Override
    public String toString() {
        return text;
    }
}
