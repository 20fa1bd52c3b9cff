package io.github.onet4j.web;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.http.ServiceClientBuilder;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.web.ApiVersion;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * A client of O*NET Web Services, version 2.0 or 1.9. It needs an account at <a
 * href="https://services.onetcenter.org/">services.onetcenter.org</a>, whose terms ask for a visible credit and link.
 *
 * <pre>{@code
 * OnetWebServices services = OnetWebServices.v2(System.getenv("ONET_API_KEY")).build();
 * SkillGap gap = SkillGapAnalyzer.of(services.catalog()).analyze("15-1251.00", "15-1211.00");
 * }</pre>
 *
 * <p>Thread-safe. Create one client and keep it, because its requests share one rate limit. Every method that sends a
 * request throws {@link WebServicesException} unless the service gives a complete answer that fits the request; no
 * method returns a part of an answer. Credentials travel in a header only.
 */
public final class OnetWebServices {
    /**
     * The largest response that is read, 32 MiB: a page has at most 2,000 rows, which with the longest descriptions of
     * O*NET are about 2 MiB. A larger one ends the call with {@link WebServicesException.Reason#TOO_LARGE}.
     */
    public static final int MAX_RESPONSE_BYTES = 32 << 20;

    private final String name;
    private final ServiceRows rows;
    private final KeywordSearch search;

    private OnetWebServices(ApiVersion generation, HttpSender http) {
        Exchange exchange = new Exchange(http);
        TableList list = new TableList(exchange, generation);
        this.name = name(generation) + http.base();
        this.rows = new ServiceRows(new ServiceTables(exchange, list), list, http.base());
        this.search = new KeywordSearch(exchange);
    }

    /**
     * Starts a client of version 2.0, at {@code https://api-v2.onetcenter.org/}.
     *
     * @param apiKey the key of your project; it is sent in the header {@code X-API-Key} and never shown
     * @return a builder
     * @throws IllegalArgumentException if the key is empty or contains characters that no key has
     */
    public static Builder v2(String apiKey) {
        return new Builder(
                ApiVersion.V2, URI.create("https://api-v2.onetcenter.org/"), Credentials.apiKey("X-API-Key", apiKey));
    }

    /**
     * Starts a client of version 1.9, at {@code https://services.onetcenter.org/v1.9/ws/}. It is not open to all
     * customers any more.
     *
     * @param username the account's user name
     * @param password the account's password; both are sent as HTTP Basic credentials and never shown
     * @return a builder
     * @throws IllegalArgumentException if either is blank, or the user name contains a colon
     */
    public static Builder v1_9(String username, String password) {
        return new Builder(
                ApiVersion.V1_9,
                URI.create("https://services.onetcenter.org/v1.9/ws/"),
                Credentials.basic(username, password));
    }

    /**
     * Searches occupations by keyword, in the service's own order.
     *
     * @param keyword words of a title or a task, or an O*NET-SOC code
     * @param limit the maximum number of hits, 1 to 2,000
     * @return the hits, best first; empty if there are none
     * @throws IllegalArgumentException if the limit is out of range, or the keyword is blank
     */
    public List<SearchHit> search(String keyword, int limit) {
        Objects.requireNonNull(keyword, "keyword");
        return search.search(keyword, limit);
    }

    /**
     * Returns a catalog over this service alone, to compute gaps without a release or a database. It keeps data that
     * do not change within one O*NET version, so create one catalog and keep it.
     *
     * <p>The first gap in a domain asks for the version, the list of tables, the occupations, scales, descriptions and
     * level anchors, and for one page of each of the domain's tables. Each gap asks for the ratings, with one request
     * for each occupation and table. Skills are in two tables from O*NET 30.3 on, so the first gap of skills takes 12
     * requests and each further one 4. There are no estimates, which take the ratings of all occupations. Ratings are
     * never kept. After 15 minutes the next call asks for the version
     * again, and drops all data if it has changed.
     *
     * <p>The catalog is partial where complete answers would take whole tables:
     *
     * <ul>
     *   <li>{@link OnetCatalog#elements elements} are those on the first page of each of the domain's tables. Rows are
     *       ordered by occupation, so that page contains each element of a rated occupation many times; if they are
     *       not, all pages are read.
     *   <li>{@link OnetCatalog#ratedOccupations ratedOccupations} are those with a rating on the element and the scale
     *       of the domain's first row.
     *   <li>{@link OnetCatalog#searchOccupations searchOccupations} compares all titles of occupations, but job titles
     *       only letter by letter: it does not find "Maître" by "maitre", or "D'Hotel" by "dhotel".
     *   <li>Data about occupations that are missing from Occupation Data are ignored.
     *   <li>The {@linkplain OnetCatalog#release release} has neither a date nor a checksum.
     * </ul>
     *
     * @return a thread-safe catalog; its methods also throw {@link WebServicesException} if the service does not tell
     *     its version
     */
    public OnetCatalog catalog() {
        return catalog(InstantSource.system());
    }

    OnetCatalog catalog(InstantSource clock) {
        return new WebCatalog(rows, clock);
    }

    /** Returns version and address, for a log. */
    @Override
    public String toString() {
        return name;
    }

    private static String name(ApiVersion generation) {
        return "O*NET Web Services " + generation.number() + " at ";
    }

    /**
     * The options of a client. Defaults are a timeout of 10 seconds, 3 retries and a longest delay of 30 seconds. A
     * request is sent again after no answer, a 429, a 5xx or an answer that is not JSON; the delay is at least 200
     * milliseconds, which is also where doubling starts. Not thread-safe.
     */
    public static final class Builder extends ServiceClientBuilder<Builder> {
        /** The service asks for no less before a request is repeated. */
        private static final Duration FIRST_DELAY = Duration.ofMillis(200);

        private final ApiVersion generation;
        private final Credentials credentials;
        private Duration minimumInterval = Duration.ofMillis(200);

        private Builder(ApiVersion generation, URI baseAddress, Credentials credentials) {
            super(baseAddress, Duration.ofSeconds(10), Duration.ofSeconds(30));
            this.generation = generation;
            this.credentials = credentials;
        }

        /**
         * Sets the minimum time between the starts of two requests.
         *
         * @param interval zero, for no limit, to a day; default is 200 milliseconds
         * @return this builder
         */
        public Builder minimumInterval(Duration interval) {
            this.minimumInterval = Objects.requireNonNull(interval, "interval");
            return this;
        }

        /**
         * Creates the client. Sends no request yet.
         *
         * @return the client
         * @throws IllegalArgumentException if an option is out of range, the address must not receive credentials, or
         *     the HTTP client follows redirects
         */
        public OnetWebServices build() {
            return new OnetWebServices(
                    generation,
                    sender("O*NET Web Services", credentials, FIRST_DELAY, minimumInterval, MAX_RESPONSE_BYTES));
        }

        /** Returns the options without the credentials. */
        @Override
        public String toString() {
            return name(generation) + host();
        }
    }
}
