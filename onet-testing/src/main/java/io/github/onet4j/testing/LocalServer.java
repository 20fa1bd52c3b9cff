package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server on this machine that takes requests side by side, can go away, and comes back at the same address. */
final class LocalServer {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int ANY_PORT = 0;

    static {
        // The server sends headers and body apart; without this each answer waits 40 ms for the client's
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads;
    private final HttpHandler handler;
    private final URI address;
    private @Nullable HttpServer server;

    /**
     * @param name of its threads
     */
    LocalServer(String name, HttpHandler handler) {
        this.threads = Executors.newCachedThreadPool(task -> daemon(task, name));
        this.handler = handler;
        this.server = bound(ANY_PORT);
        this.address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Its root, with a slash at its end. */
    URI address() {
        return address;
    }

    /** Breaks off all connections and refuses new ones, until {@link #start()}. Does nothing if stopped. */
    synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    synchronized void start() {
        if (server != null) {
            throw new IllegalStateException("the stub is running; stop it first");
        }
        server = bound(address.getPort());
    }

    void close() {
        stop();
        threads.shutdownNow();
    }

    /** The headers of a request: the values by name, in whatever case the name is asked for. */
    static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(headers);
    }

    private HttpServer bound(int port) {
        try {
            HttpServer bound = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
            bound.createContext("/", handler);
            bound.setExecutor(threads);
            bound.start();
            return bound;
        } catch (IOException e) {
            throw new UncheckedIOException("no server on port " + port, e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
