package io.github.onet4j.internal.search;

import java.util.ArrayList;
import java.util.List;

/** Words that may have been typed with a space too many or one too few: "bar tender", "sysadmin". */
final class Spacing {
    /** Shorter parts make a word out of anything. */
    private static final int SHORTEST_PART = 3;

    private final Vocabulary vocabulary;

    Spacing(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the other ways to space the words, with one space more or less. */
    List<List<String>> alternatives(List<String> words) {
        List<List<String>> alternatives = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            String joined = words.get(i) + words.get(i + 1);
            if (vocabulary.contains(joined)) {
                alternatives.add(replaced(words, i, i + 2, List.of(joined)));
            }
        }
        for (int i = 0; i < words.size(); i++) {
            for (List<String> parts : split(words.get(i))) {
                alternatives.add(replaced(words, i, i + 1, parts));
            }
        }
        return alternatives;
    }

    /** Returns the ways to take a word that no other begins with for two, longest first part first. */
    private List<List<String>> split(String word) {
        List<List<String>> splits = new ArrayList<>();
        if (vocabulary.startingWith(word).length == 0) {
            for (int i = word.length() - SHORTEST_PART; i >= SHORTEST_PART; i--) {
                splits.add(List.of(word.substring(0, i), word.substring(i)));
            }
        }
        return splits;
    }

    private static List<String> replaced(List<String> words, int from, int to, List<String> by) {
        List<String> replaced = new ArrayList<>(words.subList(0, from));
        replaced.addAll(by);
        replaced.addAll(words.subList(to, words.size()));
        return replaced.stream().distinct().toList();
    }
}
