package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The delivery of a reply. */
@FunctionalInterface
interface Delivery {
    /** The length that the server takes as unknown. */
    long CHUNKED = 0;

    /** The length that the server takes as no body. */
    long NO_BODY = -1;

    Delivery WHOLE = (exchange, reply) -> {
        byte[] body = body(reply);
        start(exchange, reply, body.length == 0 ? NO_BODY : body.length).write(body);
        exchange.close();
    };

    /** Sends half of the length that it declares, and closes the connection. */
    Delivery CUT = (exchange, reply) -> breakOff(exchange, reply, body(reply).length);

    /** Sends half of the body as a chunk, and closes the connection without a last chunk. */
    Delivery CUT_CHUNKS = (exchange, reply) -> breakOff(exchange, reply, CHUNKED);

    /** May end by an exception, at which the server closes the connection. */
    void send(HttpExchange exchange, Reply reply) throws IOException;

    /** Sends half of the body, and the rest when it is let go. */
    static Delivery pausing(HeldRequest held) {
        return (exchange, reply) -> {
            byte[] body = body(reply);
            OutputStream out = start(exchange, reply, body.length);
            out.write(body, 0, body.length / 2);
            out.flush();
            held.hold();
            out.write(body, body.length / 2, body.length - body.length / 2);
            exchange.close();
        };
    }

    private static void breakOff(HttpExchange exchange, Reply reply, long length) throws IOException {
        byte[] body = body(reply);
        OutputStream out = start(exchange, reply, length);
        out.write(body, 0, body.length / 2);
        out.flush();
        throw new IOException("broken off on purpose");
    }

    private static OutputStream start(HttpExchange exchange, Reply reply, long length) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), length);
        return exchange.getResponseBody();
    }

    private static byte[] body(Reply reply) {
        return reply.body().getBytes(StandardCharsets.UTF_8);
    }
}
