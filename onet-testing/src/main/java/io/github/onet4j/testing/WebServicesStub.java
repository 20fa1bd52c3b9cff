package io.github.onet4j.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * O*NET Web Services on this machine, in either generation, with the tables of a {@link MiniRelease}; and with every
 * way of failing, set by {@link #on}. Tables, their ids and their columns follow the release's files, in the layout of
 * the web services: with the titles of occupations and the names of scales.
 *
 * <pre>{@code
 * try (WebServicesStub stub = WebServicesStub.v2(MiniRelease.csv(), "a-key")) {
 *     stub.on("rows/essential_skills").times(2).status(503);
 *     …
 *     assertThat(stub.requests("rows/essential_skills")).hasSize(3);
 * }
 * }</pre>
 *
 * <p>Has {@code about}, {@code database}, {@code database/info/…}, {@code database/rows/…} with {@code start},
 * {@code end}, {@code filter} and {@code sort}, {@code online/search} and {@code online/occupations/…}; ignores other
 * parameters; answers unknown tables and paths with 404 and a parameter that it can't use with 422. Takes requests side
 * by side. Safe for use by several threads.
 */
public final class WebServicesStub implements AutoCloseable {
    private final FaultList faults = new FaultList();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final LocalServer server = new LocalServer("web-services-stub", this::answer);
    private final Service service;
    private volatile WebTables tables;

    private WebServicesStub(MiniRelease release, Function<URI, Service> generation) {
        this.tables = WebTables.of(release);
        this.service = generation.apply(server.address());
    }

    /** Starts a stub of O*NET Web Services 2.0, which wants the key in the header {@code X-API-Key}. */
    public static WebServicesStub v2(MiniRelease release, String apiKey) {
        return new WebServicesStub(release, host -> new ServiceV2(host, apiKey));
    }

    /** Starts a stub of O*NET Web Services 1.9, which wants Basic credentials and {@code Accept: application/json}. */
    public static WebServicesStub v1_9(MiniRelease release, String username, String password) {
        return new WebServicesStub(release, host -> new ServiceV19(host, username, password));
    }

    /**
     * The root of the services, with a slash at its end: {@code http://127.0.0.1:port/}, in 1.9 followed by
     * {@code v1.9/ws/}.
     */
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
    public void stop() {
        server.stop();
    }

    /** Takes connections again on the same port after {@link #stop()}. */
    public void start() {
        server.start();
    }

    /** Ends the stub; what is held is let go, and its connection breaks off. */
    @Override
    public void close() {
        letGo();
        server.close();
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
            Question question = faults.misread(request).apply(Question.of(server.address(), request.address()));
            Reply reply = service.answer(
                    question, tables, page -> faults.pageEdits(request).apply(page));
            return faults.replyEdits(request).apply(reply);
        });
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
            return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), LocalServer.headers(exchange));
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
