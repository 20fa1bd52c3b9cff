package io.github.onet4j.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How alike texts are: the cosine of their words, each weighted by (1 + ln tf) · ln(N / df), where tf is how often a
 * text has the word and df how many of the N texts that are not empty. Words of one text only are left out.
 *
 * @see <a href="https://nlp.stanford.edu/IR-book/html/htmledition/tf-idf-weighting-1.html">tf–idf weighting</a>
 */
final class TextSimilarity {
    private final SparseVectors weights;

    private TextSimilarity(SparseVectors weights) {
        this.weights = weights;
    }

    /** Weighs the words of texts. */
    static TextSimilarity of(List<List<String>> texts) {
        List<SortedMap<String, Integer>> counts =
                texts.stream().map(TextSimilarity::counts).toList();
        Map<String, Integer> documents = new HashMap<>();
        counts.forEach(count -> count.keySet().forEach(word -> documents.merge(word, 1, Integer::sum)));
        documents.values().removeIf(number -> number == 1);
        double nonEmpty = texts.stream().filter(text -> !text.isEmpty()).count();
        Map<String, Integer> numbers = new HashMap<>();
        documents.keySet().stream().sorted().forEach(word -> numbers.put(word, numbers.size()));

        int[][] words = new int[texts.size()][];
        double[][] weights = new double[texts.size()][];
        for (int text = 0; text < words.length; text++) {
            SortedMap<String, Integer> count = counts.get(text);
            count.keySet().retainAll(numbers.keySet());
            words[text] = count.keySet().stream()
                    .mapToInt(word -> numbers.getOrDefault(word, 0))
                    .toArray();
            weights[text] = count.entrySet().stream()
                    .mapToDouble(word -> (1 + Math.log(word.getValue()))
                            * Math.log(nonEmpty / documents.getOrDefault(word.getKey(), 1)))
                    .toArray();
        }
        return new TextSimilarity(SparseVectors.of(words, weights, numbers.size()));
    }

    private static SortedMap<String, Integer> counts(List<String> words) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    /** Returns the cosines of a text with all, 0 to 1; 0 where one of the two is empty. */
    double[] cosines(int text) {
        return weights.cosines(text);
    }
}
