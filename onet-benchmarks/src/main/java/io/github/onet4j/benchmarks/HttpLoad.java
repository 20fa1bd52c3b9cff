package io.github.onet4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Requests over a number of kept-alive connections, each with the next request as soon as the last is answered. */
final class HttpLoad {
    /** The status of a request without an answer. */
    static final int NO_ANSWER = 0;

    private static final int PATIENCE_MILLIS = 15_000;

    static {
        // The JDK keeps five connections to a host alive unless told otherwise.
        System.setProperty("http.maxConnections", "256");
    }

    private final Supplier<URI> requests;
    private final int connections;

    HttpLoad(Supplier<URI> requests, int connections) {
        this.requests = requests;
        this.connections = connections;
    }

    /**
     * One answered request.
     *
     * @param startedAt when it was sent, by {@link System#nanoTime}
     * @param nanos how long it took
     * @param status the answer's status, or {@link #NO_ANSWER}
     */
    record Answer(long startedAt, long nanos, int status) {
        long endedAt() {
            return startedAt + nanos;
        }
    }

    /** The result of a run over all connections. */
    record Outcome(List<Answer> answers, Duration elapsed) {
        double perSecond() {
            return answers.size() / (elapsed.toNanos() / 1e9);
        }

        double quantileMillis(double quantile) {
            long[] sorted = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * sorted.length))] / 1e6;
        }

        Map<Integer, Integer> statuses() {
            Map<Integer, Integer> counts = new TreeMap<>();
            answers.forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
            return counts;
        }
    }

    /** Sends requests for a time and waits for the last answers. */
    Outcome run(Duration time) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<List<Answer>>> running = IntStream.range(0, connections)
                    .mapToObj(connection -> threads.submit(() -> sendUntil(end)))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> connection : running) {
                answers.addAll(connection.get());
            }
            return new Outcome(answers, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            threads.shutdown();
        }
    }

    private List<Answer> sendUntil(long end) {
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            int status = status(requests.get());
            answers.add(new Answer(start, System.nanoTime() - start, status));
        }
        return answers;
    }

    private static int status(URI request) {
        try {
            HttpURLConnection connection = (HttpURLConnection) request.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            // Read to its end, so that the connection can be used again.
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                if (body != null) {
                    body.transferTo(OutputStream.nullOutputStream());
                }
            }
            return status;
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }
}
