package io.github.onet4j.assess;

import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpAnswer;
import io.github.onet4j.internal.HttpOptions;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.NoAnswerException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Google's Gemini by the Gemini API, method {@code generateContent}. It needs a key of
 * <a href="https://aistudio.google.com/apikey">Google AI Studio</a>; what is asked goes to Google, and is charged for by its
 * prices.
 *
 * <pre>{@code
 * LanguageModel model = GeminiLanguageModel.create(System.getenv("GEMINI_API_KEY")).mostTokens(200_000).build();
 * }</pre>
 *
 * <p>The prompt's instructions are sent as the system's, its data as the user's, and its schema as that of the reply. Safe for many
 * threads; make one and keep it, for its limits are its own. The key travels in the header {@code x-goog-api-key} only.
 */
public final class GeminiLanguageModel implements LanguageModel {
    private static final Logger LOG = LoggerFactory.getLogger(GeminiLanguageModel.class);

    /** The statuses that Google documents as passing. */
    private static final Set<Integer> PASSING = Set.of(429, 500, 503, 504);

    private final String model;
    private final URI base;
    private final HttpSender http;
    private final Credentials credentials;
    private final Budget budget;
    private final @Nullable Double temperature;

    private GeminiLanguageModel(
            String model,
            URI base,
            HttpSender http,
            Credentials credentials,
            Budget budget,
            @Nullable Double temperature) {
        this.model = model;
        this.base = base;
        this.http = http;
        this.credentials = credentials;
        this.budget = budget;
        this.temperature = temperature;
    }

    /**
     * Starts a client.
     *
     * @param apiKey a key of the Gemini API; it is shown nowhere
     * @return a builder
     * @throws IllegalArgumentException if it can't be a key
     */
    public static Builder create(String apiKey) {
        return new Builder(Credentials.apiKey("x-goog-api-key", apiKey));
    }

    /**
     * {@inheritDoc}
     *
     * @throws LanguageModelException also if a limit is reached
     * @throws IllegalArgumentException if the prompt's schema is no JSON object
     */
    @Override
    public ModelReply reply(Prompt prompt) {
        String body = GeminiRequest.body(prompt, temperature);
        LanguageModelException before = null;
        for (int attempt = 1; ; attempt++) {
            budget.takeCall(before);
            try {
                return attempt(body);
            } catch (LanguageModelException e) {
                if (!isWorthRepeating(e)) {
                    throw e;
                }
                Duration delay = http.holdBack(attempt, e.retryAfter()).orElseThrow(() -> e);
                LOG.debug("asking again in {}: {}", delay, e.getMessage());
                before = e;
            }
        }
    }

    /** Returns the temperature, if one was set. */
    @Override
    public String parameters() {
        return temperature == null ? "" : "temperature " + temperature;
    }

    /**
     * Returns which model is asked.
     *
     * @return its id, as it was set
     */
    public String model() {
        return model;
    }

    /**
     * Returns how many tokens the answers so far say were used, by prompts, thoughts and replies, also where the reply was of no
     * use. What an answer that never arrived would have said is not in it.
     *
     * @return the tokens
     */
    public long tokensUsed() {
        return budget.tokens();
    }

    /**
     * Returns how many requests were begun so far, those that were sent again included.
     *
     * @return the number
     */
    public int calls() {
        return budget.calls();
    }

    /** Returns model and address, for a log. */
    @Override
    public String toString() {
        return "Gemini " + model + " at " + base;
    }

    private static boolean isWorthRepeating(LanguageModelException e) {
        return e.reason() == Reason.UNREACHABLE || PASSING.contains(e.status().orElse(0));
    }

    private ModelReply attempt(String body) {
        HttpAnswer answer = send(body);
        if (answer.status() != 200) {
            throw GeminiError.of(answer).exception(model, credentials);
        }
        GeminiReply reply = GeminiReply.read(answer.body());
        budget.use(reply.tokens());
        return reply.reply(model, credentials);
    }

    private HttpAnswer send(String body) {
        try {
            return http.send(HttpRequest.newBuilder(base.resolve("v1beta/models/" + model + ":generateContent"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (NoAnswerException e) {
            throw LanguageModelException.of(Reason.UNREACHABLE, e.getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LanguageModelException.of(Reason.INTERRUPTED, "interrupted while asking Gemini", e);
        }
    }

    /** Options of a client, each with a default. For one thread. */
    public static final class Builder {
        /** Where Google names no time; a model that is overloaded is so for seconds. */
        private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

        private final Credentials credentials;
        private final HttpOptions http = new HttpOptions(
                URI.create("https://generativelanguage.googleapis.com/"),
                Duration.ofSeconds(60),
                3,
                Duration.ofSeconds(60));
        private String model = "gemini-3.8-flash";
        private int mostCalls = 1000;
        private long mostTokens = 2_000_000;
        private @Nullable Double temperature;

        private Builder(Credentials credentials) {
            this.credentials = credentials;
        }

        /**
         * Asks another model.
         *
         * @param model its id as in <a href="https://ai.google.dev/gemini-api/docs/models">Google's list</a>, without
         *     {@code models/}; default is {@code gemini-3.8-flash}
         * @return this builder
         */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /**
         * Asks at another address, such as a gateway's.
         *
         * @param address where {@code v1beta/models/…} begins; default is {@code https://generativelanguage.googleapis.com/}
         * @return this builder
         */
        public Builder baseAddress(URI address) {
            http.baseAddress(address);
            return this;
        }

        /**
         * Sends through the host's own client, for its proxy, executor or TLS settings.
         *
         * @param client one that {@linkplain HttpClient.Redirect#NEVER never follows redirects}, for it would send the key along;
         *     default is one with the JDK's settings
         * @return this builder
         */
        public Builder httpClient(HttpClient client) {
            http.httpClient(client);
            return this;
        }

        /**
         * Bounds one request, from its start to the end of the answer's body.
         *
         * @param timeout a millisecond to a day; default is 60 seconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            http.timeout(timeout);
            return this;
        }

        /**
         * Bounds how often a request is sent again: after no answer, or a 429, 500, 503 or 504. The delay is what the service asks
         * for, a second at least; else a second, doubled each time, with up to half of it on top by chance. Other requests of this
         * model wait for its end, too.
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
         * @param delay at most a day; default is 60 seconds
         * @return this builder
         */
        public Builder longestRetryDelay(Duration delay) {
            http.longestRetryDelay(delay);
            return this;
        }

        /**
         * Bounds the requests over the life of the model, those that are sent again included. After the last one, each call fails
         * with {@link Reason#LIMIT_REACHED}.
         *
         * @param calls 1 or more; default is 1,000
         * @return this builder
         */
        public Builder mostCalls(int calls) {
            this.mostCalls = calls;
            return this;
        }

        /**
         * Bounds the tokens over the life of the model, as {@link GeminiLanguageModel#tokensUsed} counts them. Once they are
         * reached, each call fails with {@link Reason#LIMIT_REACHED}; what a call needs is known after it only, so those under way
         * then may exceed the bound.
         *
         * @param tokens 1 or more; default is 2,000,000
         * @return this builder
         */
        public Builder mostTokens(long tokens) {
            this.mostTokens = tokens;
            return this;
        }

        /**
         * Sets how freely the model chooses its words. Google advises against it from Gemini 3.6 on.
         *
         * @param temperature 0 to 2; null, the default, to leave it to the model
         * @return this builder
         */
        public Builder temperature(@Nullable Double temperature) {
            this.temperature = temperature;
            return this;
        }

        /**
         * Makes the client. Sends nothing yet.
         *
         * @return the client
         * @throws IllegalArgumentException if the address is not one that a key can be sent to (https, or http on this machine;
         *     without user, query and fragment), the HTTP client follows redirects, or an option is out of its range
         */
        public GeminiLanguageModel build() {
            URI base = http.checkedBase();
            HttpOptions.check(
                    model.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
                    "model",
                    model,
                    "an id such as gemini-3.8-flash, without models/");
            HttpOptions.check(mostCalls >= 1, "mostCalls", mostCalls, "1 or more");
            HttpOptions.check(mostTokens >= 1, "mostTokens", mostTokens, "1 or more");
            HttpOptions.check(
                    temperature == null || (temperature >= 0 && temperature <= 2),
                    "temperature",
                    temperature,
                    "0 to 2");
            HttpSender sender = http.sender("Gemini", credentials, FIRST_DELAY, Duration.ZERO);
            return new GeminiLanguageModel(
                    model, base, sender, credentials, new Budget(mostCalls, mostTokens), temperature);
        }

        /** Returns what is configured, without the key. */
        @Override
        public String toString() {
            return "Gemini " + model + " at " + http.host();
        }
    }
}
