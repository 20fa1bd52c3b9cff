package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A service whose answers are the start of a JSON document that goes on until the client breaks off. */
public final class EndlessServer implements AutoCloseable {
    private final int status;
    private final AtomicInteger requests = new AtomicInteger();
    private final LocalServer server = new LocalServer("endless", this::answer);

    private EndlessServer(int status) {
        this.status = status;
    }

    public static EndlessServer start(int status) {
        return new EndlessServer(status);
    }

    public URI address() {
        return server.address();
    }

    /** The number of requests so far. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] spaces = new byte[1 << 16];
        Arrays.fill(spaces, (byte) ' ');
        exchange.sendResponseHeaders(status, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write("{\"error\":\"".getBytes(StandardCharsets.UTF_8));
            while (!Thread.currentThread().isInterrupted()) {
                body.write(spaces);
            }
        }
    }
}
