package io.github.onet4j.benchmarks;

import io.github.onet4j.Domain;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.MySqlServer;
import io.github.onet4j.testing.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The example service over loopback: how many gaps by level it answers a second, beside how often it answers
 * {@code /health}, which is what web server, framework and client cost alone; and what it answers while its database is
 * away.
 *
 * <p>Service, database and the client that asks share the machine, so the figures are a lower bound for a service that
 * has one.
 */
public final class ServiceBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final Duration BEFORE_OUTAGE = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(15);
    private static final int CONNECTIONS_IN_OUTAGE = 8;

    private ServiceBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the service's jar and the path of a release
     */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "Name the service's jar and a release: ServiceBenchmark onet4j-service.jar db_29_3_text.zip");
        }
        Path jar = Path.of(arguments[0]);
        Path release = Path.of(arguments[1]).toAbsolutePath();
        List<String> codes = OnetRelease.open(release).catalog().ratedOccupations(Domain.SKILLS).stream()
                .map(occupation -> occupation.code().toString())
                .toList();
        List<Supplier<DatabaseServer>> engines = List.of(PostgresServer::start, MySqlServer::start);
        for (Supplier<DatabaseServer> engine : engines) {
            try (DatabaseServer server = engine.get();
                    DatabaseServer.Database database = server.newDatabase()) {
                ServiceProcess.load(jar, database, release);
                try (ServiceProcess service = ServiceProcess.start(jar, database)) {
                    System.out.printf(Locale.ROOT, "%n%s%n", server.jdbcUrl().split(":")[1]);
                    throughput(service, codes);
                    outage(server, service, codes);
                }
            }
        }
    }

    private static void throughput(ServiceProcess service, List<String> codes)
            throws IOException, ExecutionException, InterruptedException {
        Supplier<URI> gaps = gaps(service, codes);
        URI health = service.address().resolve("/health");
        System.out.printf(Locale.ROOT, "resident before any load: %d MB%n", service.residentMegabytes());
        new HttpLoad(() -> health, 8).run(WARM_UP);
        new HttpLoad(gaps, 8).run(WARM_UP);
        System.out.printf(
                Locale.ROOT,
                "%11s %10s %8s %8s %8s %14s %8s  %s%n",
                "connections",
                "gaps/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "health/s",
                "ratio",
                "answers");
        for (int connections : List.of(1, 8, 64)) {
            HttpLoad.Outcome bare = new HttpLoad(() -> health, connections).run(RUN);
            HttpLoad.Outcome outcome = new HttpLoad(gaps, connections).run(RUN);
            System.out.printf(
                    Locale.ROOT,
                    "%11d %10.0f %8.2f %8.2f %8.2f %14.0f %8.2f  %s%n",
                    connections,
                    outcome.perSecond(),
                    outcome.quantileMillis(0.5),
                    outcome.quantileMillis(0.99),
                    outcome.quantileMillis(1),
                    bare.perSecond(),
                    outcome.perSecond() / bare.perSecond(),
                    outcome.statuses());
        }
        System.out.printf(Locale.ROOT, "resident after it: %d MB%n", service.residentMegabytes());
    }

    private static void outage(DatabaseServer server, ServiceProcess service, List<String> codes)
            throws IOException, ExecutionException, InterruptedException {
        HttpLoad load = new HttpLoad(gaps(service, codes), CONNECTIONS_IN_OUTAGE);
        CompletableFuture<HttpLoad.Outcome> running = new CompletableFuture<>();
        Thread client = new Thread(() -> {
            try {
                running.complete(load.run(BEFORE_OUTAGE.plus(OUTAGE).plus(AFTER_OUTAGE)));
            } catch (ExecutionException | InterruptedException e) {
                running.completeExceptionally(e);
            }
        });
        client.start();
        Thread.sleep(BEFORE_OUTAGE.toMillis());
        server.kill();
        long killed = System.nanoTime();
        Thread.sleep(OUTAGE.toMillis());
        server.restart();
        long back = System.nanoTime();
        List<HttpLoad.Answer> answers = running.get().answers();
        List<HttpLoad.Answer> away = answers.stream()
                .filter(answer -> answer.startedAt() > killed && answer.endedAt() < back)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "database away for %.1f s: answers %s, slowest after %.1f s%n",
                (back - killed) / 1e9,
                new HttpLoad.Outcome(away, OUTAGE).statuses(),
                answers.stream().mapToLong(HttpLoad.Answer::nanos).max().orElse(0) / 1e9);
        long firstGood = answers.stream()
                .filter(answer -> answer.status() == 200 && answer.endedAt() > back)
                .mapToLong(HttpLoad.Answer::endedAt)
                .min()
                .orElseThrow();
        long lastBad = answers.stream()
                .filter(answer -> answer.status() != 200)
                .mapToLong(HttpLoad.Answer::endedAt)
                .max()
                .orElse(back);
        System.out.printf(
                Locale.ROOT,
                "back: first gap after %.2f s, last refusal after %.2f s; connections in use at the end: %.0f of"
                        + " %.0f%n",
                (firstGood - back) / 1e9,
                (lastBad - back) / 1e9,
                service.metric("hikaricp.connections.active"),
                service.metric("hikaricp.connections"));
    }

    /** Questions about random pairs; the same ones in every run. */
    private static Supplier<URI> gaps(ServiceProcess service, List<String> codes) {
        Random random = new Random(42);
        List<URI> gaps = Stream.generate(() -> service.address()
                        .resolve("/api/v1/skill-gap-by-lvl?from_occupation="
                                + codes.get(random.nextInt(codes.size())) + "&to_occupation="
                                + codes.get(random.nextInt(codes.size()))))
                .limit(10_000)
                .toList();
        AtomicInteger next = new AtomicInteger();
        return () -> gaps.get(Math.floorMod(next.getAndIncrement(), gaps.size()));
    }
}
