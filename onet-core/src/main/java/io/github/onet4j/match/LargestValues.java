package io.github.onet4j.match;

/** The largest positive ones of the values that are offered, in order; of equal ones those offered first. */
final class LargestValues {
    private final double[] values;
    private final int[] indexes;

    LargestValues(int limit) {
        values = new double[limit];
        indexes = new int[limit];
    }

    void clear() {
        for (int i = 0; i < values.length; i++) {
            values[i] = 0;
            indexes[i] = 0;
        }
    }

    void offer(int index, double value) {
        int place = values.length - 1;
        if (value > values[place]) {
            while (place > 0 && value > values[place - 1]) {
                values[place] = values[place - 1];
                indexes[place] = indexes[place - 1];
                place--;
            }
            values[place] = value;
            indexes[place] = index;
        }
    }

    /** Returns the value at a place, the largest first; 0 where fewer were positive. */
    double value(int place) {
        return values[place];
    }

    int index(int place) {
        return indexes[place];
    }
}
