package io.github.onet4j.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpAnswer;
import io.github.onet4j.internal.JsonException;
import io.github.onet4j.internal.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of Gemini with a status other than 200, and its body where it has the documented structure. */
final class GeminiError {
    /** A duration in the JSON of Protocol Buffers. */
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s");

    private final HttpAnswer answer;
    private final JsonNode error;

    private GeminiError(HttpAnswer answer, JsonNode error) {
        this.answer = answer;
        this.error = error;
    }

    static GeminiError of(HttpAnswer answer) {
        try {
            return new GeminiError(
                    answer, JsonValue.parse(answer.body()).get("error").node());
        } catch (JsonException notJson) {
            return new GeminiError(answer, MissingNode.getInstance());
        }
    }

    /** Returns the failure with the service's own words, unless they contain a secret. */
    LanguageModelException exception(String model, Credentials credentials) {
        Reason reason = reason();
        Duration retryAfter = retryAfter();
        String words = credentials
                .quotable(error.path("message").asText("").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> ": " + text)
                .orElse("");
        return LanguageModelException.ofStatus(
                reason, answer.status(), message(reason, model, retryAfter) + words, retryAfter);
    }

    private Reason reason() {
        int status = answer.status();
        return switch (status) {
            case 400 -> hasDetail("reason", "API_KEY_INVALID") ? Reason.CREDENTIALS_REFUSED : Reason.REFUSED;
            case 401, 403 -> Reason.CREDENTIALS_REFUSED;
            case 402 -> Reason.NO_CREDIT;
            case 404 -> Reason.MODEL_NOT_FOUND;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.SERVICE_FAILED : Reason.REFUSED;
        };
    }

    private String message(Reason reason, String model, @Nullable Duration retryAfter) {
        String status = " (" + answer.status() + ")";
        return switch (reason) {
            case CREDENTIALS_REFUSED ->
                "Gemini refused the API key" + status
                        + "; check at https://aistudio.google.com/apikey that it is valid and may use this model";
            case NO_CREDIT ->
                "the account has no credit left" + status
                        + "; add credit to the key's project at https://aistudio.google.com/";
            case MODEL_NOT_FOUND ->
                "Gemini does not have the model " + model + status
                        + "; set one that https://ai.google.dev/gemini-api/docs/models lists";
            case RATE_LIMITED ->
                "Gemini received too many requests or tokens" + status
                        + (retryAfter == null ? "" : " and asks to wait " + retryAfter)
                        + "; send requests from fewer threads, or raise the project's quota";
            case SERVICE_FAILED -> "Gemini failed" + status + "; try again later";
            default ->
                answer.status() >= 300 && answer.status() < 400
                        ? "Gemini redirects to another address" + status
                                + ", which onet4j does not follow; set the baseAddress to it if you trust it"
                        : "Gemini refused the request" + status;
        };
    }

    /** Returns the delay of {@code RetryInfo}, or else of the header. */
    private @Nullable Duration retryAfter() {
        for (JsonNode detail : error.path("details")) {
            Matcher seconds = SECONDS.matcher(detail.path("retryDelay").asText(""));
            if (seconds.matches()) {
                return Duration.ofNanos(
                        new BigDecimal(seconds.group(1)).movePointRight(9).longValueExact());
            }
        }
        return answer.retryAfter();
    }

    private boolean hasDetail(String name, String value) {
        for (JsonNode detail : error.path("details")) {
            if (value.equals(detail.path(name).asText(""))) {
                return true;
            }
        }
        return false;
    }
}
