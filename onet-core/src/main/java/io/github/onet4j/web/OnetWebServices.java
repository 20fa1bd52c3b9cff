package io.github.onet4j.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Scale;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client of O*NET Web Services, of either generation. It needs an account at
 * <a href="https://services.onetcenter.org/">services.onetcenter.org</a>, whose terms ask for a visible credit and link.
 *
 * <pre>{@code
 * OnetWebServices services = OnetWebServices.v2(System.getenv("ONET_API_KEY")).build();
 * services.ratings(new OnetSocCode("15-1251.00"), Domain.SKILLS);
 * }</pre>
 *
 * <p>Safe for many threads; make one and keep it, for its requests are paced together. Every method that asks the service
 * throws {@link WebServicesException} if it does not get a whole and fitting answer, never a part of one. The tables are those
 * that the service lists, never assumed. Credentials travel in a header only.
 */
public final class OnetWebServices {
    private static final int ROWS_PER_PAGE = 2000;
    private static final int MOST_HITS = 2000;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Generation generation;
    private final URI base;
    private final Exchange exchange;

    /** The tables as last listed, with the version that the service then had; null before the first look. */
    private volatile @Nullable List<WebTable> knownTables;

    private volatile @Nullable String knownVersion;

    private OnetWebServices(Generation generation, URI base, Exchange exchange) {
        this.generation = generation;
        this.base = base;
        this.exchange = exchange;
    }

    /**
     * Starts a client of generation 2.0, at {@code https://api-v2.onetcenter.org/}.
     *
     * @param apiKey the key of your project; it is sent in the header {@code X-API-Key} and shown nowhere
     * @return a builder
     * @throws IllegalArgumentException if it can't be a key
     */
    public static Builder v2(String apiKey) {
        return new Builder(Generation.V2, URI.create("https://api-v2.onetcenter.org/"), Credentials.apiKey(apiKey));
    }

    /**
     * Starts a client of generation 1.9, at {@code https://services.onetcenter.org/v1.9/ws/}.
     *
     * @param username the account's user name
     * @param password its password; both are sent as HTTP Basic credentials and shown nowhere
     * @return a builder
     * @throws IllegalArgumentException if either can't be what it should
     */
    public static Builder v1_9(String username, String password) {
        return new Builder(
                Generation.V1_9,
                URI.create("https://services.onetcenter.org/v1.9/ws/"),
                Credentials.basic(username, password));
    }

    /**
     * Returns the generation of the service.
     *
     * @return the generation
     */
    public Generation generation() {
        return generation;
    }

    /**
     * Asks which version of O*NET the service has now. Data change with the version only.
     *
     * @return what the service says of itself
     */
    public ServiceInfo about() {
        ServiceInfo info = exchange.get(base.resolve("about")).about(generation);
        if (!Objects.equals(info.databaseVersion(), knownVersion)) {
            knownVersion = info.databaseVersion();
            knownTables = null;
        }
        return info;
    }

    /**
     * Asks which tables the service has now.
     *
     * @return the tables, in its order
     */
    public List<WebTable> tables() {
        List<WebTable> listed =
                List.copyOf(exchange.get(base.resolve("database")).tables());
        knownTables = listed;
        return listed;
    }

    /**
     * Asks which columns a table has.
     *
     * @param tableId for example {@code skills}
     * @return the columns, in its order
     * @throws WebServicesException also for {@link Reason#TABLE_NOT_AVAILABLE}
     */
    public List<WebColumn> columns(String tableId) {
        String id = RowQuery.of(tableId).tableId();
        return ofTable(id, base.resolve("database/info/" + id)).columns();
    }

    /**
     * Asks for rows and follows the pages to the end.
     *
     * @param query which rows
     * @return every row, in the service's order
     * @throws WebServicesException also for {@link Reason#TABLE_NOT_AVAILABLE}, {@link Reason#INCOMPLETE} and
     *     {@link Reason#UNASKED_ROW}
     */
    public List<WebRow> rows(RowQuery query) {
        List<WebRow> rows = new ArrayList<>();
        readPages(query, List.of(), page -> rows.addAll(page.rows()));
        return rows;
    }

    /**
     * Asks for rows page by page, up to {@value #ROWS_PER_PAGE} rows each, and hands each page over before it asks for the
     * next. A reading that broke off can be taken up behind the pages that arrived then, as long as the service has the same
     * version.
     *
     * @param query which rows
     * @param earlier the pages that arrived before, in their order; empty to begin with the first
     * @param arrived called for each further page
     * @throws WebServicesException as {@link #rows}; pages handed over before are then a part only
     */
    public void readPages(RowQuery query, List<WebPage> earlier, Consumer<WebPage> arrived) {
        PageSequence sequence = new PageSequence(query);
        earlier.forEach(sequence::add);
        while (!sequence.isComplete()) {
            WebPage page = ofTable(query.tableId(), address(query, sequence)).page();
            sequence.add(page);
            arrived.accept(page);
        }
    }

    /**
     * Returns a query for each table of the service that together hold a table of a release: one or, of the skills from O*NET
     * 30.3 on, two.
     *
     * @param table the table of a release
     * @return the queries, without filters
     * @throws WebServicesException for {@link Reason#TABLE_NOT_AVAILABLE} if the service lists no such tables now
     */
    public List<RowQuery> queries(ReleaseTable table) {
        List<WebTable> known = knownTables;
        List<WebTable> listed = known == null ? tables() : known;
        for (int layout = table.ids().size() - 1; layout >= 0; layout--) {
            List<RowQuery> queries =
                    queries(table.ids().get(layout), table.fileTitles().get(layout), listed);
            if (queries.size() == table.ids().get(layout).size()) {
                return queries;
            }
        }
        throw tableNotAvailable(base.resolve("database"), table.ids().toString(), listed);
    }

    /**
     * Searches occupations by a keyword, as the service ranks them.
     *
     * @param keyword words of a title or a task, or an O*NET-SOC code
     * @param limit the most hits to return, 1 to {@value #MOST_HITS}
     * @return the hits, best first; empty if there is none
     * @throws IllegalArgumentException if the limit is out of its range or the keyword blank
     */
    public List<SearchHit> search(String keyword, int limit) {
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("limit is " + limit + ", 1 to " + MOST_HITS + " is expected");
        }
        if (keyword.isBlank()) {
            throw new IllegalArgumentException("the keyword is blank");
        }
        List<SearchHit> hits = new ArrayList<>();
        int total = limit;
        while (hits.size() < Math.min(limit, total)) {
            Json answer = exchange.get(base.resolve("online/search?keyword=" + RowQuery.encoded(keyword) + "&start="
                    + (hits.size() + 1) + "&end=" + limit));
            total = answer.number("total");
            JsonNode found = answer.array("occupation");
            if (found.isEmpty() && total > 0) {
                throw answer.unreadable("the answer says there are " + total + " occupations and has none");
            }
            found.forEach(hit -> hits.add(hit(answer, hit)));
        }
        return hits;
    }

    /**
     * Asks for an occupation.
     *
     * @param code its code
     * @return the occupation, or nothing if the service has none of that code
     */
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        return releaseRows(ReleaseTable.OCCUPATION_DATA, query -> ofOccupation(query, code)).stream()
                .findFirst()
                .map(row -> new Occupation(
                        row.code(ReleaseColumn.ONETSOC_CODE),
                        row.requiredText(ReleaseColumn.TITLE),
                        row.requiredText(ReleaseColumn.DESCRIPTION)));
    }

    /**
     * Asks for the ratings of an occupation in a domain.
     *
     * @param code the occupation's code
     * @param domain a domain with levels
     * @return its rated elements by id, without descriptions and anchors; empty if the service has no ratings for it
     * @throws IllegalArgumentException if the domain {@linkplain Domain#hasLevels() has no levels}
     */
    public List<RatedElement> ratings(OnetSocCode code, Domain domain) {
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain + " has no importance and level ratings");
        }
        Origin origin = new Origin(Origin.Kind.WEB_SERVICES, version());
        Map<String, RatedElement> rated = new TreeMap<>();
        for (ReleaseRow row : releaseRows(ReleaseTable.of(domain), query -> ofOccupation(query, code))) {
            RatedElement one = ratedElement(row, domain, origin);
            rated.merge(one.element().id(), one, this::together);
        }
        return List.copyOf(rated.values());
    }

    /**
     * Asks for the scales that ratings are given on.
     *
     * @return the scales, by id
     */
    public List<Scale> scales() {
        return releaseRows(ReleaseTable.SCALES_REFERENCE, query -> query).stream()
                .map(row -> new Scale(
                        row.requiredText(ReleaseColumn.SCALE_ID),
                        row.requiredText(ReleaseColumn.SCALE_NAME),
                        Double.parseDouble(row.requiredText(ReleaseColumn.MINIMUM)),
                        Double.parseDouble(row.requiredText(ReleaseColumn.MAXIMUM))))
                .sorted(Comparator.comparing(Scale::id))
                .toList();
    }

    /** Returns generation and address, for a log. */
    @Override
    public String toString() {
        return "O*NET Web Services " + generation.number() + " at " + base;
    }

    /** The rows of a table of a release, wherever the service has them; none of them may be one that a release could not have. */
    List<ReleaseRow> releaseRows(ReleaseTable table, UnaryOperator<RowQuery> narrowed) {
        try {
            return releaseRows(table, queries(table), narrowed);
        } catch (WebServicesException e) {
            if (e.reason() != Reason.TABLE_NOT_AVAILABLE) {
                throw e;
            }
            // The service has moved to another release since its tables were listed; they have been listed again.
            return releaseRows(table, queries(table), narrowed);
        }
    }

    private List<ReleaseRow> releaseRows(ReleaseTable table, List<RowQuery> queries, UnaryOperator<RowQuery> narrowed) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (RowQuery query : queries) {
            readPages(narrowed.apply(query), List.of(), page -> {
                int number = page.firstRow();
                for (WebRow row : page.rows()) {
                    ReleaseRow read = row.toReleaseRow(table, query.tableId(), number++, rejected -> {
                        throw WebServicesException.of(
                                Reason.UNREADABLE, page.response().address(), rejected.message());
                    });
                    rows.add(Objects.requireNonNull(read));
                }
            });
        }
        return rows;
    }

    static RowQuery ofOccupation(RowQuery query, OnetSocCode code) {
        return query.where("onetsoc_code", RowQuery.Operator.EQ, code.value());
    }

    private static RatedElement ratedElement(ReleaseRow row, Domain domain, Origin origin) {
        Element element = new Element(
                row.requiredText(ReleaseColumn.ELEMENT_ID),
                row.requiredText(ReleaseColumn.ELEMENT_NAME),
                null,
                domain,
                List.of());
        return switch (row.requiredText(ReleaseColumn.SCALE_ID)) {
            case Scale.IMPORTANCE -> new RatedElement(element, row.rating(origin), null);
            case Scale.LEVEL -> new RatedElement(element, null, row.rating(origin));
            default -> new RatedElement(element, null, null);
        };
    }

    private RatedElement together(RatedElement one, RatedElement other) {
        boolean twice = (one.importance() != null && other.importance() != null)
                || (one.level() != null && other.level() != null);
        if (twice) {
            throw WebServicesException.of(
                    Reason.UNREADABLE, base, one.element() + " came back with two ratings on the same scale");
        }
        return new RatedElement(
                one.element(),
                one.importance() == null ? other.importance() : one.importance(),
                one.level() == null ? other.level() : one.level());
    }

    /** The version that ratings are marked with: the one seen last, so that it takes no request each time. */
    private String version() {
        String version = knownVersion == null ? about().databaseVersion() : knownVersion;
        return version == null ? "unknown" : version;
    }

    private static List<RowQuery> queries(List<String> ids, List<String> titles, List<WebTable> listed) {
        List<RowQuery> queries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            String title = titles.get(i);
            // By title too: a long name may have a shorter id.
            listed.stream()
                    .filter(table -> table.id().equals(id) || table.title().equalsIgnoreCase(title))
                    .findFirst()
                    .ifPresent(table -> queries.add(RowQuery.of(table.id())));
        }
        return queries;
    }

    private URI address(RowQuery query, PageSequence sequence) {
        String next = sequence.next();
        if (next != null && isOurs(next)) {
            return URI.create(next);
        }
        int first = sequence.nextRow();
        return base.resolve(
                "database/rows/" + query.tableId() + "?" + query.parameters(first, first + ROWS_PER_PAGE - 1));
    }

    /** Whether an address is one of the configured service; the credentials go nowhere else. */
    private boolean isOurs(String address) {
        try {
            return new URI(address).normalize().toString().startsWith(base.toString());
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    /** Asks about a table. Whether one that is not there is a 404 or a 422 is open, so the list of tables decides. */
    private Json ofTable(String tableId, URI address) {
        try {
            return exchange.get(address);
        } catch (WebServicesException e) {
            boolean mayBeGone = e.reason() == Reason.NOT_FOUND || e.reason() == Reason.REFUSED;
            if (mayBeGone) {
                List<WebTable> listed = tables();
                if (listed.stream().noneMatch(table -> table.id().equals(tableId))) {
                    throw tableNotAvailable(address, tableId, listed);
                }
            }
            throw e;
        }
    }

    private static WebServicesException tableNotAvailable(URI address, String wanted, List<WebTable> listed) {
        return WebServicesException.of(
                Reason.TABLE_NOT_AVAILABLE,
                address,
                "O*NET Web Services have no table " + wanted + " now; they have "
                        + listed.stream().map(WebTable::id).toList());
    }

    private static SearchHit hit(Json answer, JsonNode hit) {
        String code = answer.text(hit, "code");
        if (!OnetSocCode.isCode(code)) {
            throw answer.unreadable("the answer has an occupation with the code \"" + code + "\"");
        }
        return new SearchHit(OnetSocCode.parse(code), answer.text(hit, "title"));
    }

    /** Options of a client, each with a default. For one thread. */
    public static final class Builder {
        private final Generation generation;
        private final Credentials credentials;
        private URI baseAddress;
        private @Nullable HttpClient httpClient;
        private Duration timeout = Duration.ofSeconds(10);
        private int retries = 3;
        private Duration longestRetryDelay = Duration.ofSeconds(30);
        private Duration minimumInterval = Duration.ofMillis(200);

        private Builder(Generation generation, URI baseAddress, Credentials credentials) {
            this.generation = generation;
            this.baseAddress = baseAddress;
            this.credentials = credentials;
        }

        /**
         * Asks at another address, such as a gateway's.
         *
         * @param address where the service's paths begin; default is the generation's own
         * @return this builder
         */
        public Builder baseAddress(URI address) {
            this.baseAddress = address;
            return this;
        }

        /**
         * Sends through the host's own client, for its proxy, executor or TLS settings.
         *
         * @param client one that {@linkplain HttpClient.Redirect#NEVER never follows redirects}, for it would send the
         *     credentials along; default is one with the JDK's settings
         * @return this builder
         */
        public Builder httpClient(HttpClient client) {
            this.httpClient = client;
            return this;
        }

        /**
         * Bounds one request, from its start to the end of the answer's body.
         *
         * @param timeout default is 10 seconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Bounds how often a request is sent again: after no answer, a 429, a 5xx or an answer that is no JSON. The delay is what
         * the service asks for in {@code Retry-After}; else 200 ms, doubled each time, with up to half of it on top by chance.
         *
         * @param retries default is 3; 0 for never
         * @return this builder
         */
        public Builder retries(int retries) {
            this.retries = retries;
            return this;
        }

        /**
         * Bounds the delay before a request is sent again. Where the service asks for a longer one, the call fails at once.
         *
         * @param delay default is 30 seconds
         * @return this builder
         */
        public Builder longestRetryDelay(Duration delay) {
            this.longestRetryDelay = delay;
            return this;
        }

        /**
         * Paces requests: the shortest time between the starts of two.
         *
         * @param interval default is 200 milliseconds; zero for no pacing
         * @return this builder
         */
        public Builder minimumInterval(Duration interval) {
            this.minimumInterval = interval;
            return this;
        }

        /**
         * Makes the client. Sends nothing yet.
         *
         * @return the client
         * @throws IllegalArgumentException if the address is not one that credentials can be sent to (https, or http on this
         *     machine; without user, query and fragment), the HTTP client follows redirects, or an option is out of its range
         */
        public OnetWebServices build() {
            URI base = checkedBase();
            check(timeout.toMillis() >= 1, "timeout", timeout, "at least PT0.001S");
            check(retries >= 0 && retries <= 20, "retries", retries, "0 to 20");
            check(!longestRetryDelay.isNegative(), "longestRetryDelay", longestRetryDelay, "none below zero");
            check(!minimumInterval.isNegative(), "minimumInterval", minimumInterval, "none below zero");
            HttpClient client = httpClient == null
                    ? HttpClient.newBuilder().connectTimeout(timeout).build()
                    : httpClient;
            check(
                    client.followRedirects() == HttpClient.Redirect.NEVER,
                    "httpClient.followRedirects",
                    client.followRedirects(),
                    "NEVER, for the credentials would go where a redirect leads");
            return new OnetWebServices(
                    generation,
                    base,
                    new Exchange(client, credentials, timeout, retries, longestRetryDelay, minimumInterval));
        }

        /** Returns what is configured, without the credentials. */
        @Override
        public String toString() {
            return "O*NET Web Services " + generation.number() + " at " + baseAddress.getHost();
        }

        private URI checkedBase() {
            URI base = baseAddress;
            boolean plain =
                    base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
            // Not shown: a user's password might stand in it.
            check(
                    plain && base.getHost() != null,
                    "baseAddress",
                    base.getHost(),
                    "an address without user, query and fragment");
            boolean safe = "https".equals(base.getScheme())
                    || ("http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost()));
            check(safe, "baseAddress", base, "https, for the credentials would be seen on the way");
            return base.getPath().endsWith("/") ? base : URI.create(base + "/");
        }

        private static void check(boolean right, String option, @Nullable Object value, String expected) {
            if (!right) {
                throw new IllegalArgumentException(option + " is " + value + "; expected is " + expected);
            }
        }
    }
}
