package io.github.onet4j.internal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The distinct words of titles in alphabetical order, each known by its position. Held in one string, to be small. */
final class Vocabulary {
    private final String letters;
    private final int[] starts;

    Vocabulary(Collection<String> words) {
        StringBuilder joined = new StringBuilder();
        TreeSet<String> sorted = new TreeSet<>(words);
        starts = new int[sorted.size() + 1];
        int position = 0;
        for (String word : sorted) {
            joined.append(word);
            starts[++position] = joined.length();
        }
        letters = joined.toString();
    }

    int size() {
        return starts.length - 1;
    }

    int length(int position) {
        return starts[position + 1] - starts[position];
    }

    /** Returns the position of every word, for looking up many. */
    Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>(2 * size());
        for (int position = 0; position < size(); position++) {
            positions.put(letters.substring(starts[position], starts[position + 1]), position);
        }
        return positions;
    }

    /** Returns the position of a word that is in the vocabulary. */
    int position(String word) {
        return firstFrom(word);
    }

    boolean contains(String word) {
        int position = firstFrom(word);
        return position < size() && length(position) == word.length() && startsWith(position, word);
    }

    /** Returns the positions of the words that start with a prefix, without gap. */
    int[] startingWith(String prefix) {
        int first = firstFrom(prefix);
        int end = first;
        while (end < size() && startsWith(end, prefix)) {
            end++;
        }
        int[] found = new int[end - first];
        for (int i = 0; i < found.length; i++) {
            found[i] = first + i;
        }
        return found;
    }

    /** Returns the words within a distance of 1 to {@code most} of a word that is not in the vocabulary. */
    List<Neighbor> neighbors(String word, int most) {
        List<Neighbor> found = new ArrayList<>();
        TypingDistance typed = new TypingDistance(word, most);
        for (int position = 0; position < size(); position++) {
            int distance = typed.to(letters, starts[position], starts[position + 1]);
            if (distance <= most) {
                found.add(new Neighbor(position, distance));
            }
        }
        return found;
    }

    private int firstFrom(String word) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, word) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int position, String word) {
        int start = starts[position];
        int length = length(position);
        for (int i = 0; i < length && i < word.length(); i++) {
            int difference = letters.charAt(start + i) - word.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length - word.length();
    }

    private boolean startsWith(int position, String prefix) {
        return length(position) >= prefix.length() && letters.startsWith(prefix, starts[position]);
    }

    /** A word and its distance from the one that was typed. */
    record Neighbor(int position, int distance) {}
}
