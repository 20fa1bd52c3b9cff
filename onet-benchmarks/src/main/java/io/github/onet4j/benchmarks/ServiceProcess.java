package io.github.onet4j.benchmarks;

import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The service in a process of its own, as an operator starts it. */
final class ServiceProcess implements AutoCloseable {
    private static final int SECONDS_TO_START = 60;

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Runs the load command and waits for its end. */
    static void load(Path jar, DatabaseServer.Database database, Path release) throws IOException {
        Process load = process(jar, database, "load", release.toString()).start();
        try {
            if (load.waitFor() != 0) {
                throw new IllegalStateException(
                        "the load ended with " + load.exitValue() + "; what it printed says why");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a release was loaded", e);
        }
    }

    /** Starts the service and waits until it is ready. */
    static ServiceProcess start(Path jar, DatabaseServer.Database database) throws IOException {
        int port = FreePort.find();
        Process process = process(jar, database, "--server.port=" + port, "--logging.level.root=error")
                .start();
        ServiceProcess service = new ServiceProcess(process, URI.create("http://127.0.0.1:" + port));
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!service.isReady()) {
            if (!process.isAlive() || System.nanoTime() > patience) {
                service.close();
                throw new IllegalStateException("the service did not become ready; what it printed says why");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return service;
    }

    URI address() {
        return address;
    }

    /** A figure that the service tells of itself, such as {@code hikaricp.connections.active}. */
    double metric(String name) throws IOException {
        String answer = get("/actuator/metrics/" + name).body();
        String value = answer.replaceFirst("(?s).*\"value\"\\s*:\\s*([-+.0-9Ee]+).*", "$1");
        return Double.parseDouble(value);
    }

    /** The memory that the process has in use, in megabytes; Linux only. */
    long residentMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean isReady() {
        try {
            return get("/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for " + path, e);
        }
    }

    private static ProcessBuilder process(Path jar, DatabaseServer.Database database, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar"));
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        return builder;
    }
}
