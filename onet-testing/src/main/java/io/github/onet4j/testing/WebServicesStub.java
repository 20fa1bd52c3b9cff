package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * O*NET Web Services on this machine, in either generation, with the tables of a {@link MiniRelease}; and with every way of failing,
 * set by {@link #on}. Tables, their ids and their columns follow the release's files, in the layout of the web services: with the
 * titles of occupations and the names of scales.
 *
 * <pre>{@code
 * try (WebServicesStub stub = WebServicesStub.v2(MiniRelease.csv(), "a-key")) {
 *     stub.on("rows/essential_skills").times(2).status(503);
 *     …
 *     assertThat(stub.requests("rows/essential_skills")).hasSize(3);
 * }
 * }</pre>
 *
 * <p>Has {@code about}, {@code database}, {@code database/info/…}, {@code database/rows/…} with {@code start}, {@code end},
 * {@code filter} and {@code sort}, {@code online/search} and {@code online/occupations/…}; ignores other parameters; answers
 * unknown tables and paths with 404 and a parameter that it can't use with 422. Takes requests side by side. Safe for use by
 * several threads.
 */
public final class WebServicesStub implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int ANY_PORT = 0;

    static {
        // The server sends headers and body apart; without this each answer waits 40 ms for the client's
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(WebServicesStub::daemon);
    private final FaultList faults = new FaultList();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final URI host;
    private final Service service;
    private volatile WebTables tables;
    private @Nullable HttpServer server;

    private WebServicesStub(MiniRelease release, Function<URI, Service> generation) {
        this.tables = WebTables.of(release);
        HttpServer bound = bind(ANY_PORT);
        this.host = URI.create("http://127.0.0.1:" + bound.getAddress().getPort() + "/");
        this.service = generation.apply(host);
        this.server = bound;
        open(bound);
    }

    /** Starts a stub of O*NET Web Services 2.0, which wants the key in the header {@code X-API-Key}. */
    public static WebServicesStub v2(MiniRelease release, String apiKey) {
        return new WebServicesStub(release, host -> new ServiceV2(host, apiKey));
    }

    /** Starts a stub of O*NET Web Services 1.9, which wants Basic credentials and {@code Accept: application/json}. */
    public static WebServicesStub v1_9(MiniRelease release, String username, String password) {
        return new WebServicesStub(release, host -> new ServiceV19(host, username, password));
    }

    /** The root of the services, with a slash at its end: {@code http://127.0.0.1:port/}, in 1.9 followed by {@code v1.9/ws/}. */
    public URI address() {
        return service.address();
    }

    /** Returns the requests so far in the order of their arrival, including refused and held ones. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Returns the requests whose path and query, as sent, contain a text. */
    public List<Request> requests(String text) {
        return requests.stream().filter(request -> request.contains(text)).toList();
    }

    /** Starts to say what goes wrong with requests whose path and query, as sent, contain a text. */
    public WebServicesFault on(String text) {
        return new WebServicesFault(faults, text, 1);
    }

    /** Drops the faults that are not used up. What is held stays so. */
    public void recover() {
        faults.clear();
    }

    /** Lets go whatever is held now, and whatever would be by the faults set so far. */
    public void letGo() {
        faults.letGo();
    }

    /** Moves the service to another release from now on. */
    public void release(MiniRelease other) {
        tables = WebTables.of(other);
    }

    /** Breaks off all connections and refuses new ones, until {@link #start()}. Does nothing if stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Takes connections again on the same port after {@link #stop()}. */
    public synchronized void start() {
        if (server != null) {
            throw new IllegalStateException("the stub is running; stop it first");
        }
        server = bind(host.getPort());
        open(server);
    }

    /** Ends the stub; what is held is let go, and its connection breaks off. */
    @Override
    public void close() {
        letGo();
        stop();
        threads.shutdownNow();
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no server on port " + port, e);
        }
    }

    private void open(HttpServer bound) {
        bound.createContext("/", this::answer);
        bound.setExecutor(threads);
        bound.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        requests.add(request);
        faults.next(Fault.Before.class, request)
                .ifPresent(before -> before.action().run());
        Reply reply = faults.next(Fault.Instead.class, request)
                .map(Fault.Instead::reply)
                .orElseGet(() -> serviceReply(request));
        Delivery delivery = faults.next(Fault.OnTheWay.class, request)
                .map(Fault.OnTheWay::delivery)
                .orElse(Delivery.WHOLE);
        delivery.send(exchange, reply);
    }

    private Reply serviceReply(Request request) {
        Optional<Reply> refusal =
                request.method().equals("GET") ? service.refusal(request) : Optional.of(Reply.html(405));
        return refusal.orElseGet(() -> {
            Question question = faults.misread(request).apply(Question.of(host, request.address()));
            Reply reply = service.answer(
                    question, tables, page -> faults.pageEdits(request).apply(page));
            return faults.replyEdits(request).apply(reply);
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "web-services-stub");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A request that arrived.
     *
     * @param method for example {@code GET}
     * @param address path and query as sent, without a host
     * @param headers the values by name, in whatever case the name is asked for
     */
    public record Request(String method, URI address, Map<String, List<String>> headers) {
        private static Request of(HttpExchange exchange) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
            return new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI(), Collections.unmodifiableMap(headers));
        }

        boolean contains(String text) {
            return address.toString().contains(text);
        }

        boolean has(String header, String value) {
            return headers.getOrDefault(header, List.of()).contains(value);
        }

        boolean accepts(String type) {
            return headers.getOrDefault("Accept", List.of()).stream().anyMatch(value -> value.contains(type));
        }
    }
}
