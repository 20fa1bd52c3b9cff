package io.github.onet4j.benchmarks;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.match.TargetOrder;
import io.github.onet4j.release.OnetRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the ratings side by side beside what a host would do otherwise, which is to analyze each pair. All take
 * turns in each round.
 */
public final class MatchBenchmark {
    private static final int PERSONS = 100_000;
    private static final int BEST = 10;

    /** Grows with each answer, so that none is computed in vain. */
    private static double answered;

    private MatchBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the path of a release
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name a release: MatchBenchmark db_29_3_text.zip");
        }
        OnetCatalog catalog = OnetRelease.open(Path.of(arguments[0])).catalog();
        RatingMatrix matrix = RatingMatrix.of(catalog, Domain.SKILLS);
        System.out.println(matrix + ", " + serialized(matrix) + " bytes");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            new Turns(30, 30, "milliseconds")
                    .with("all pairs", milliseconds(() -> all(matrix.readiness().readiness(0, 1))))
                    .with(
                            "on two threads",
                            milliseconds(() -> all(matrix.readiness(threads, 2).readiness(0, 1))))
                    .run("readiness");
            new Turns(4, 9, "milliseconds")
                    .with(
                            "three largest gaps",
                            milliseconds(() ->
                                    all(matrix.readiness(Runnable::run, 1, 3).readiness(0, 1))))
                    .with(
                            "on two threads",
                            milliseconds(
                                    () -> all(matrix.readiness(threads, 2, 3).readiness(0, 1))))
                    .with("analyze", milliseconds(() -> analyzeAll(catalog, matrix.occupations())))
                    .run("readiness and gaps of all pairs");
            List<Map<String, Double>> persons = persons(matrix);
            new Turns(1, 5, "milliseconds")
                    .with("two threads", milliseconds(() -> rank(matrix, persons, threads)))
                    .run(PERSONS + " persons, each with its best " + BEST);
        } finally {
            threads.shutdown();
        }
        if (answered == 0) {
            throw new IllegalStateException("nothing was computed");
        }
    }

    private static int serialized(RatingMatrix matrix) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(matrix);
        }
        return bytes.size();
    }

    private static void all(double readiness) {
        answered += readiness;
    }

    private static void analyzeAll(OnetCatalog catalog, List<Occupation> occupations) {
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        for (Occupation from : occupations) {
            for (Occupation to : occupations) {
                answered += analyzer.analyze(from.code(), to.code(), GapOptions.DEFAULTS)
                        .readiness()
                        .orElse(0);
            }
        }
    }

    /** Somebody of an occupation, each level up to half a point off. */
    private static List<Map<String, Double>> persons(RatingMatrix matrix) {
        Random random = new Random(42);
        return random.ints(PERSONS, 0, matrix.occupations().size())
                .mapToObj(matrix.occupations()::get)
                .map(occupation -> {
                    Map<String, Double> levels = new HashMap<>();
                    matrix.elements().forEach(element -> {
                        double level =
                                matrix.level(occupation.code(), element.id()).orElse(0);
                        levels.put(element.id(), Math.min(7, Math.max(0, level + random.nextDouble() - 0.5)));
                    });
                    return levels;
                })
                .toList();
    }

    private static void rank(RatingMatrix matrix, List<Map<String, Double>> persons, ExecutorService threads)
            throws Exception {
        int half = persons.size() / 2;
        Future<Double> first = threads.submit(() -> rank(matrix, persons.subList(0, half)));
        Future<Double> second = threads.submit(() -> rank(matrix, persons.subList(half, persons.size())));
        answered += first.get() + second.get();
    }

    private static double rank(RatingMatrix matrix, List<Map<String, Double>> persons) {
        return persons.stream()
                .mapToDouble(levels -> matrix.targets(levels, TargetOrder.DISTANCE, BEST)
                        .get(0)
                        .distance())
                .sum();
    }

    private static Turns.Turn milliseconds(Work work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e6;
        };
    }

    private interface Work {
        void run() throws Exception;
    }
}
