package io.github.onet4j.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Scale;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpOptions;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.OccupationRatings;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private final ApiVersion generation;
    private final URI base;
    private final Exchange exchange;

    /** The tables as last listed, with the version that the service then had; null before the first look. */
    private volatile @Nullable List<WebTable> knownTables;

    private volatile @Nullable String knownVersion;

    private OnetWebServices(ApiVersion generation, URI base, Exchange exchange) {
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
        return new Builder(
                ApiVersion.V2, URI.create("https://api-v2.onetcenter.org/"), Credentials.apiKey("X-API-Key", apiKey));
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
                ApiVersion.V1_9,
                URI.create("https://services.onetcenter.org/v1.9/ws/"),
                Credentials.basic(username, password));
    }

    /**
     * Returns the generation of the service.
     *
     * @return the generation
     */
    public ApiVersion generation() {
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
            arrived.accept(nextPage(query, sequence));
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
        List<RowQuery> known = queries(table, listed());
        if (!known.isEmpty()) {
            return known;
        }
        // The list may be of an earlier release.
        List<WebTable> listed = tables();
        List<RowQuery> queries = queries(table, listed);
        if (queries.isEmpty()) {
            throw tableNotAvailable(base.resolve("database"), table.ids().toString(), listed);
        }
        return queries;
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
        return again(() -> releaseRows(ReleaseTable.OCCUPATION_DATA, query -> ofOccupation(query, code))).stream()
                .findFirst()
                .map(ReleaseRow::occupation);
    }

    /**
     * Asks for the ratings of an occupation in a domain, and for the version of O*NET that they are of.
     *
     * @param code the occupation's code
     * @param domain the domain
     * @return its rated elements by id, without descriptions and anchors; empty if the service has no ratings for it
     */
    public List<RatedElement> ratings(OnetSocCode code, Domain domain) {
        return again(() -> {
            Origin origin = origin(requireVersion());
            OccupationRatings ratings = new OccupationRatings();
            for (ReleaseRow row : releaseRows(ReleaseTable.of(domain), query -> ofOccupation(query, code))) {
                add(ratings, element(row, domain), row, origin);
            }
            return ratings.elements();
        });
    }

    /**
     * Asks for the scales that ratings are given on.
     *
     * @return the scales, by id
     */
    public List<Scale> scales() {
        return again(() -> releaseRows(ReleaseTable.SCALES_REFERENCE, query -> query)).stream()
                .map(ReleaseRow::scale)
                .sorted(Comparator.comparing(Scale::id))
                .toList();
    }

    /**
     * Returns a catalog that this service alone answers, so that a gap can be computed without a release or a database. It
     * keeps what does not change within one O*NET version: make one and keep it.
     *
     * <p>A gap asks for little. The first one in a domain asks for the version, the list of tables, the occupations, scales,
     * descriptions and level anchors, and for one page of each of the domain's tables; each one for the ratings, by one request
     * for each occupation and table. Skills stand in two tables from O*NET 30.3 on, so the first gap of skills takes 12 requests
     * and each further one 4. An estimate takes one more for the list of related occupations, and as many as a rated occupation
     * for each of them. Ratings are never kept. Once what is kept is 15 minutes old, the next question asks for the version
     * again, and all is dropped if that has changed.
     *
     * <p>It is partial where being complete would mean to ask for whole tables:
     *
     * <ul>
     *   <li>{@link OnetCatalog#elements elements} are those on the first page of each of a domain's tables. The rows come
     *       occupation by occupation, so it holds each element of a rated occupation many times; if they do not, all pages are
     *       read;
     *   <li>{@link OnetCatalog#ratedOccupations ratedOccupations} are those that are rated on the element and the
     *       scale of the domain's first row;
     *   <li>{@link OnetCatalog#searchOccupations searchOccupations} looks through all titles of occupations, but through those of
     *       jobs only for the letters as they are typed: it does not find "Maître" by "maitre", nor "D'Hotel" by "dhotel";
     *   <li>what the service says of occupations that its Occupation Data lacks is passed over;
     *   <li>the {@linkplain OnetCatalog#release release} has neither a date nor a checksum.
     * </ul>
     *
     * @return a catalog, safe for many threads; its methods throw {@link WebServicesException}, also if the service does not tell
     *     its version
     */
    public OnetCatalog catalog() {
        return new WebCatalog(this, InstantSource.system());
    }

    /** Returns generation and address, for a log. */
    @Override
    public String toString() {
        return "O*NET Web Services " + generation.number() + " at " + base;
    }

    /** Asks which version the service has now; what an unknown version brings could not be told apart from the next one's. */
    String requireVersion() {
        String version = about().databaseVersion();
        if (version == null) {
            throw WebServicesException.of(
                    Reason.UNREADABLE,
                    base.resolve("about"),
                    "the service does not tell which version of O*NET it has");
        }
        return version;
    }

    static Origin origin(String version) {
        return new Origin(Origin.Kind.WEB_SERVICES, version);
    }

    /** The version that the service last said it has; null if it has not been asked, or did not say. */
    @Nullable
    String knownVersion() {
        return knownVersion;
    }

    /** Whether the service lists the tables that hold a table of a release. */
    boolean has(ReleaseTable table) {
        return !queries(table, listed()).isEmpty();
    }

    /** The rows of a table of a release, wherever the service has them; none of them may be one that a release could not have. */
    List<ReleaseRow> releaseRows(ReleaseTable table, UnaryOperator<RowQuery> narrowed) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (RowQuery query : queries(table)) {
            rows.addAll(releaseRows(table, narrowed.apply(query)));
        }
        return rows;
    }

    List<ReleaseRow> releaseRows(ReleaseTable table, RowQuery query) {
        List<ReleaseRow> rows = new ArrayList<>();
        readPages(query, List.of(), page -> rows.addAll(releaseRows(table, query, page)));
        return rows;
    }

    /** The rows on the first page of each of the tables that hold a table of a release. */
    List<ReleaseRow> firstReleaseRows(ReleaseTable table) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (RowQuery query : queries(table)) {
            rows.addAll(releaseRows(table, query, nextPage(query, new PageSequence(query))));
        }
        return rows;
    }

    private static List<ReleaseRow> releaseRows(ReleaseTable table, RowQuery query, WebPage page) {
        List<ReleaseRow> rows = new ArrayList<>();
        for (WebRow row : page.rows()) {
            ReleaseRow read = row.toReleaseRow(table, query.tableId(), page.firstRow() + rows.size(), rejected -> {
                throw WebServicesException.of(Reason.UNREADABLE, page.response().address(), rejected.message());
            });
            rows.add(Objects.requireNonNull(read));
        }
        return rows;
    }

    static RowQuery ofOccupation(RowQuery query, OnetSocCode code) {
        return query.where("onetsoc_code", RowQuery.Operator.EQ, code.value());
    }

    void add(OccupationRatings ratings, Element element, ReleaseRow row, Origin origin) {
        if (!ratings.add(element, row.requiredText(ReleaseColumn.SCALE_ID), row.rating(origin))) {
            throw unreadable(element + " came back with two ratings on the same scale");
        }
    }

    WebServicesException unreadable(String message) {
        return WebServicesException.of(Reason.UNREADABLE, base, message);
    }

    private static Element element(ReleaseRow row, Domain domain) {
        return new Element(
                row.requiredText(ReleaseColumn.ELEMENT_ID),
                row.requiredText(ReleaseColumn.ELEMENT_NAME),
                null,
                domain,
                List.of());
    }

    /** Asks again if the service has moved to another release since its tables were listed; they have been listed again. */
    private static <T> T again(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebServicesException e) {
            if (e.reason() != Reason.TABLE_NOT_AVAILABLE) {
                throw e;
            }
            return question.get();
        }
    }

    private List<WebTable> listed() {
        List<WebTable> known = knownTables;
        return known == null ? tables() : known;
    }

    /** In the newest layout that the service lists all tables of; none if it lists none. */
    private static List<RowQuery> queries(ReleaseTable table, List<WebTable> listed) {
        for (int layout = table.ids().size() - 1; layout >= 0; layout--) {
            List<RowQuery> queries =
                    queries(table.ids().get(layout), table.fileTitles().get(layout), listed);
            if (queries.size() == table.ids().get(layout).size()) {
                return queries;
            }
        }
        return List.of();
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

    private WebPage nextPage(RowQuery query, PageSequence sequence) {
        WebPage page = ofTable(query.tableId(), address(query, sequence)).page();
        sequence.add(page);
        return page;
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
        private static final String SERVICE = "O*NET Web Services";

        /** What the service asks for at least before a request is repeated. */
        private static final Duration FIRST_DELAY = Duration.ofMillis(200);

        private final ApiVersion generation;
        private final Credentials credentials;
        private final HttpOptions http;
        private Duration minimumInterval = Duration.ofMillis(200);

        private Builder(ApiVersion generation, URI baseAddress, Credentials credentials) {
            this.generation = generation;
            this.credentials = credentials;
            this.http = new HttpOptions(baseAddress, Duration.ofSeconds(10), 3, Duration.ofSeconds(30));
        }

        /**
         * Asks at another address, such as a gateway's.
         *
         * @param address where the service's paths begin; default is the generation's own
         * @return this builder
         */
        public Builder baseAddress(URI address) {
            http.baseAddress(address);
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
            http.httpClient(client);
            return this;
        }

        /**
         * Bounds one request, from its start to the end of the answer's body.
         *
         * @param timeout a millisecond to a day; default is 10 seconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            http.timeout(timeout);
            return this;
        }

        /**
         * Bounds how often a request is sent again: after no answer, a 429, a 5xx or an answer that is no JSON. The delay is what
         * the service asks for in {@code Retry-After}; else 200 ms, doubled each time, with up to half of it on top by chance.
         *
         * @param retries at most 20; default is 3, 0 for never
         * @return this builder
         */
        public Builder retries(int retries) {
            http.retries(retries);
            return this;
        }

        /**
         * Bounds the delay before a request is sent again. Where the service asks for a longer one, the call fails at once.
         *
         * @param delay at most a day; default is 30 seconds
         * @return this builder
         */
        public Builder longestRetryDelay(Duration delay) {
            http.longestRetryDelay(delay);
            return this;
        }

        /**
         * Paces requests: the shortest time between the starts of two.
         *
         * @param interval at most a day; default is 200 milliseconds, zero for no pacing
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
            URI base = http.checkedBase();
            HttpSender sender = http.sender(SERVICE, credentials, FIRST_DELAY, minimumInterval);
            return new OnetWebServices(generation, base, new Exchange(sender, credentials));
        }

        /** Returns what is configured, without the credentials. */
        @Override
        public String toString() {
            return "O*NET Web Services " + generation.number() + " at " + http.host();
        }
    }
}
