package io.github.onet4j.match;

import java.util.ArrayList;
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
    /** For each text its words, by number, and their weights; the squares of a text's weights add up to 1. */
    private final int[][] words;

    private final double[][] weights;

    /** For each word the texts that have it, and its weight in them. */
    private final int[][] textsOf;

    private final double[][] weightsOf;

    private TextSimilarity(int[][] words, double[][] weights, int[][] textsOf, double[][] weightsOf) {
        this.words = words;
        this.weights = weights;
        this.textsOf = textsOf;
        this.weightsOf = weightsOf;
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
            normalize(weights[text]);
        }
        return inverted(words, weights, numbers.size());
    }

    private static SortedMap<String, Integer> counts(List<String> words) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static void normalize(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = squares == 0 ? 0 : weights[i] / Math.sqrt(squares);
        }
    }

    private static TextSimilarity inverted(int[][] words, double[][] weights, int numberOfWords) {
        List<List<Integer>> textsOf = new ArrayList<>();
        List<List<Double>> weightsOf = new ArrayList<>();
        for (int word = 0; word < numberOfWords; word++) {
            textsOf.add(new ArrayList<>());
            weightsOf.add(new ArrayList<>());
        }
        for (int text = 0; text < words.length; text++) {
            for (int i = 0; i < words[text].length; i++) {
                textsOf.get(words[text][i]).add(text);
                weightsOf.get(words[text][i]).add(weights[text][i]);
            }
        }
        return new TextSimilarity(
                words,
                weights,
                textsOf.stream()
                        .map(texts -> texts.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                weightsOf.stream()
                        .map(of -> of.stream().mapToDouble(Double::doubleValue).toArray())
                        .toArray(double[][]::new));
    }

    /** Returns the cosines of a text with all, 0 to 1; 0 where one of the two is empty. */
    double[] cosines(int text) {
        double[] cosines = new double[words.length];
        for (int i = 0; i < words[text].length; i++) {
            int[] others = textsOf[words[text][i]];
            double[] theirWeights = weightsOf[words[text][i]];
            for (int j = 0; j < others.length; j++) {
                cosines[others[j]] += weights[text][i] * theirWeights[j];
            }
        }
        return cosines;
    }
}
