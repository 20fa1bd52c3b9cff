package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** An answer to a request for an archive. */
public final class ArchiveAnswer {
    private final HttpHandler handler;

    private ArchiveAnswer(HttpHandler handler) {
        this.handler = handler;
    }

    /** Sends a body with its length. */
    public static ArchiveAnswer whole(byte[] body) {
        return new ArchiveAnswer(exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Sends a body without its length. */
    public static ArchiveAnswer ofUnknownLength(byte[] body) {
        return new ArchiveAnswer(exchange -> {
            exchange.sendResponseHeaders(200, Delivery.CHUNKED);
            exchange.getResponseBody().write(body);
        });
    }

    /** Sends a body over and over until the client breaks off. */
    public static ArchiveAnswer endless(byte[] body) {
        return new ArchiveAnswer(exchange -> {
            exchange.sendResponseHeaders(200, Delivery.CHUNKED);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(body);
            }
        });
    }

    /** Sends the length of a body and its first bytes, and closes the connection. */
    public static ArchiveAnswer brokenOff(byte[] body, int sent) {
        return new ArchiveAnswer(exchange -> {
            begin(exchange, body, sent);
            throw new IOException("broken off on purpose");
        });
    }

    /** Sends the length of a body and its first bytes, and nothing more until the server closes. */
    public static ArchiveAnswer stalled(byte[] body, int sent) {
        return new ArchiveAnswer(exchange -> {
            begin(exchange, body, sent);
            await(new CountDownLatch(1));
        });
    }

    /** Sends nothing until the server closes. */
    public static ArchiveAnswer silence() {
        return new ArchiveAnswer(exchange -> await(new CountDownLatch(1)));
    }

    /** Sends a status without a body. */
    public static ArchiveAnswer status(int status) {
        return new ArchiveAnswer(exchange -> exchange.sendResponseHeaders(status, Delivery.NO_BODY));
    }

    /** Sends this answer with a header. */
    public ArchiveAnswer with(String header, String value) {
        return new ArchiveAnswer(exchange -> {
            exchange.getResponseHeaders().set(header, value);
            send(exchange);
        });
    }

    /** Sends this answer once, and another from then on. */
    public ArchiveAnswer then(ArchiveAnswer next) {
        AtomicBoolean sent = new AtomicBoolean();
        return new ArchiveAnswer(exchange -> (sent.getAndSet(true) ? next : this).send(exchange));
    }

    /** Sends this answer when a number of requests have arrived. */
    public ArchiveAnswer onceRequested(int times) {
        CountDownLatch arrivals = new CountDownLatch(times);
        return new ArchiveAnswer(exchange -> {
            arrivals.countDown();
            await(arrivals);
            send(exchange);
        });
    }

    void send(HttpExchange exchange) throws IOException {
        handler.handle(exchange);
    }

    private static void begin(HttpExchange exchange, byte[] body, int sent) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, sent);
        exchange.getResponseBody().flush();
    }

    /** Waits until the server closes at the latest, which interrupts its threads. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
