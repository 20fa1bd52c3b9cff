package io.github.onet4j.match;

import java.util.ArrayList;
import java.util.List;

/** Vectors of which most components are 0, and the cosines of the angles between them. */
final class SparseVectors {
    /** For each vector the numbers of its components, and the components; their squares add up to 1. */
    private final int[][] numbers;

    private final double[][] components;

    /** For each number the vectors that have such a component, and the component. */
    private final int[][] vectorsOf;

    private final double[][] componentsOf;

    private SparseVectors(int[][] numbers, double[][] components, int[][] vectorsOf, double[][] componentsOf) {
        this.numbers = numbers;
        this.components = components;
        this.vectorsOf = vectorsOf;
        this.componentsOf = componentsOf;
    }

    /** Takes for each vector the numbers of its components, below the dimension, and the components of any length. */
    static SparseVectors of(int[][] numbers, double[][] components, int dimension) {
        double[][] scaled = new double[components.length][];
        List<List<Integer>> vectorsOf = new ArrayList<>();
        List<List<Double>> componentsOf = new ArrayList<>();
        for (int number = 0; number < dimension; number++) {
            vectorsOf.add(new ArrayList<>());
            componentsOf.add(new ArrayList<>());
        }
        for (int vector = 0; vector < numbers.length; vector++) {
            scaled[vector] = scaled(components[vector]);
            for (int i = 0; i < numbers[vector].length; i++) {
                vectorsOf.get(numbers[vector][i]).add(vector);
                componentsOf.get(numbers[vector][i]).add(scaled[vector][i]);
            }
        }
        return new SparseVectors(
                numbers,
                scaled,
                vectorsOf.stream()
                        .map(vectors ->
                                vectors.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                componentsOf.stream()
                        .map(of -> of.stream().mapToDouble(Double::doubleValue).toArray())
                        .toArray(double[][]::new));
    }

    private static double[] scaled(double[] components) {
        double squares = 0;
        for (double component : components) {
            squares += component * component;
        }
        double[] scaled = new double[components.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = squares == 0 ? 0 : components[i] / Math.sqrt(squares);
        }
        return scaled;
    }

    /** Returns the cosines of a vector with all; 0 where one of the two is 0. */
    double[] cosines(int vector) {
        double[] cosines = new double[numbers.length];
        for (int i = 0; i < numbers[vector].length; i++) {
            int[] others = vectorsOf[numbers[vector][i]];
            double[] theirs = componentsOf[numbers[vector][i]];
            for (int j = 0; j < others.length; j++) {
                cosines[others[j]] += components[vector][i] * theirs[j];
            }
        }
        return cosines;
    }
}
