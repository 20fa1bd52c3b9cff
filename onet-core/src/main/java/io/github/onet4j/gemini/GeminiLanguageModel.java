package io.github.onet4j.gemini;

import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.http.ServiceClientBuilder;
import io.github.onet4j.internal.AnswerTooLargeException;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpAnswer;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.NoAnswerException;
import io.github.onet4j.internal.OptionCheck;
import io.github.onet4j.internal.RetryPolicy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Google's Gemini, called by the method {@code generateContent} of the Gemini API. It needs a key from <a
 * href="https://aistudio.google.com/apikey">Google AI Studio</a>. Prompts go to Google, which charges for them.
 *
 * <pre>{@code
 * LanguageModel model = GeminiLanguageModel.create(System.getenv("GEMINI_API_KEY")).maxTokens(200_000).build();
 * }</pre>
 *
 * <p>The prompt's instructions become the system instruction, its data the user's message, and its schema that of the
 * reply. Thread-safe. Create one model and keep it, because limits count per model. The key travels in the header
 * {@code x-goog-api-key} only.
 */
public final class GeminiLanguageModel implements LanguageModel {
    /**
     * The largest response that is read, 8 MiB: the longest reply of a Gemini model has 65,536 tokens, which with its
     * thoughts and the structure around them are about 1 MiB. A larger one ends the call with
     * {@link LanguageModelException.Reason#TOO_LARGE}.
     */
    public static final int MAX_RESPONSE_BYTES = 8 << 20;

    /** The statuses that Google documents as temporary. */
    private static final Set<Integer> TEMPORARY = Set.of(429, 500, 503, 504);

    private static final RetryPolicy<LanguageModelException> RETRIES = new RetryPolicy<>(
            LanguageModelException.class, GeminiLanguageModel::mayPass, LanguageModelException::retryAfter);

    private final String model;
    private final HttpSender http;
    private final Budget budget;
    private final @Nullable Double temperature;

    private GeminiLanguageModel(String model, HttpSender http, Budget budget, @Nullable Double temperature) {
        this.model = model;
        this.http = http;
        this.budget = budget;
        this.temperature = temperature;
    }

    /**
     * Starts a client.
     *
     * @param apiKey a key of the Gemini API; it is never shown
     * @return a builder
     * @throws IllegalArgumentException if the key is empty or contains characters that no key has
     */
    public static Builder create(String apiKey) {
        return new Builder(Credentials.apiKey("x-goog-api-key", apiKey));
    }

    /**
     * {@inheritDoc}
     *
     * @throws LanguageModelException also if a limit is reached
     * @throws IllegalArgumentException if the prompt's schema is not a JSON object
     */
    @Override
    public ModelReply reply(Prompt prompt) {
        Objects.requireNonNull(prompt, "prompt");
        String body = GeminiRequest.body(prompt, temperature);
        return http.repeat(RETRIES, before -> attempt(body, before));
    }

    /** Returns the temperature, if one was set. */
    @Override
    public String parameters() {
        return temperature == null ? "" : "temperature " + temperature;
    }

    /**
     * Returns the model.
     *
     * @return the id as it was set
     */
    public String model() {
        return model;
    }

    /**
     * Returns the tokens used so far by prompts, thoughts and replies, including replies that were not usable. Answers
     * that never arrived are not counted.
     *
     * @return the tokens as the service counts them
     */
    public long tokensUsed() {
        return budget.tokens();
    }

    /**
     * Returns the number of requests so far, including repeated ones.
     *
     * @return the number
     */
    public int calls() {
        return budget.calls();
    }

    /** Returns model and address, for a log. */
    @Override
    public String toString() {
        return "Gemini " + model + " at " + http.base();
    }

    private static boolean mayPass(LanguageModelException e) {
        return e.reason() == Reason.UNREACHABLE || TEMPORARY.contains(e.status().orElse(0));
    }

    private ModelReply attempt(String body, @Nullable LanguageModelException before) {
        budget.takeCall(before);
        HttpAnswer answer = send(body);
        if (answer.status() != 200) {
            throw GeminiError.of(answer).exception(model, http.credentials());
        }
        GenerateContentResponse reply = GenerateContentResponse.read(answer.body());
        budget.use(reply.tokens());
        return reply.reply(model, http.credentials());
    }

    private HttpAnswer send(String body) {
        try {
            return http.send(HttpRequest.newBuilder(http.base().resolve("v1beta/models/" + model + ":generateContent"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (NoAnswerException e) {
            throw LanguageModelException.of(Reason.UNREACHABLE, e.getMessage(), e.getCause());
        } catch (AnswerTooLargeException e) {
            throw LanguageModelException.of(Reason.TOO_LARGE, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LanguageModelException.of(
                    Reason.INTERRUPTED, "the thread was interrupted during a request to Gemini", e);
        }
    }

    /**
     * The options of a client. Defaults are the address {@code https://generativelanguage.googleapis.com/}, a timeout
     * of 60 seconds, 3 retries and a longest delay of 60 seconds. A request is sent again after no answer, or a 429,
     * 500, 503 or 504; the delay is at least a second, which is also where doubling starts. Not thread-safe.
     */
    public static final class Builder extends ServiceClientBuilder<Builder> {
        /** A model that is overloaded stays so for seconds. */
        private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

        private final Credentials credentials;
        private String model = "gemini-3.8-flash";
        private int maxCalls = 1000;
        private long maxTokens = 2_000_000;
        private @Nullable Double temperature;

        private Builder(Credentials credentials) {
            super(
                    URI.create("https://generativelanguage.googleapis.com/"),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));
            this.credentials = credentials;
        }

        /**
         * Sets the model.
         *
         * @param model an id from <a href="https://ai.google.dev/gemini-api/docs/models">Google's list</a>, without
         *     {@code models/}; default is {@code gemini-3.8-flash}
         * @return this builder
         */
        public Builder model(String model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /**
         * Sets the maximum number of requests over the life of the model, including repeated ones. Once it is reached,
         * each call fails with {@link Reason#LIMIT_REACHED}.
         *
         * @param calls at least 1; default is 1,000
         * @return this builder
         */
        public Builder maxCalls(int calls) {
            this.maxCalls = calls;
            return this;
        }

        /**
         * Sets the maximum number of tokens over the life of the model, as {@link GeminiLanguageModel#tokensUsed}
         * counts them. Once it is reached, each call fails with {@link Reason#LIMIT_REACHED}. Since the tokens of a
         * call are known only afterwards, the calls in flight may exceed it.
         *
         * @param tokens at least 1; default is 2,000,000
         * @return this builder
         */
        public Builder maxTokens(long tokens) {
            this.maxTokens = tokens;
            return this;
        }

        /**
         * Sets the randomness of replies. Google advises against it from Gemini 3.6 on.
         *
         * @param temperature 0 to 2; null, the default, for the model's own
         * @return this builder
         */
        public Builder temperature(@Nullable Double temperature) {
            this.temperature = temperature;
            return this;
        }

        /**
         * Creates the client. Sends no request yet.
         *
         * @return the client
         * @throws IllegalArgumentException if an option is out of range, the address must not receive a key, or the
         *     HTTP client follows redirects
         */
        public GeminiLanguageModel build() {
            OptionCheck.check(
                    model.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
                    "model",
                    "an id such as gemini-3.8-flash, without models/",
                    model);
            OptionCheck.check(maxCalls >= 1, "maxCalls", "at least 1", maxCalls);
            OptionCheck.check(maxTokens >= 1, "maxTokens", "at least 1", maxTokens);
            OptionCheck.check(
                    temperature == null || (temperature >= 0 && temperature <= 2),
                    "temperature",
                    "between 0 and 2",
                    temperature);
            return new GeminiLanguageModel(
                    model,
                    sender("Gemini", credentials, FIRST_DELAY, Duration.ZERO, MAX_RESPONSE_BYTES),
                    new Budget(maxCalls, maxTokens),
                    temperature);
        }

        /** Returns the options without the key. */
        @Override
        public String toString() {
            return "Gemini " + model + " at " + host();
        }
    }
}
