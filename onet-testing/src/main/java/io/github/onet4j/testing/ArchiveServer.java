package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server of archives on this machine, which answers as a test wants and records the requests. */
public final class ArchiveServer implements AutoCloseable {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, ArchiveAnswer> byPath = new ConcurrentHashMap<>();
    private final LocalServer server = new LocalServer("archives", this::handle);
    private volatile ArchiveAnswer answer = ArchiveAnswer.status(404);

    private ArchiveServer() {}

    /** Starts a server that answers each request with 404. */
    public static ArchiveServer start() {
        return new ArchiveServer();
    }

    /** Answers each request whose path has no answer of its own. */
    public void answers(ArchiveAnswer answer) {
        this.answer = answer;
    }

    /** Answers the requests for a path, which begins with a slash. */
    public void answers(String path, ArchiveAnswer answer) {
        byPath.put(path, answer);
    }

    /** Returns the address of the folder of archives. */
    public URI address() {
        return server.address();
    }

    /** Returns the path of each request. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        try (exchange) {
            byPath.getOrDefault(path, answer).send(exchange);
        }
    }
}
