package io.github.onet4j.assess;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.onet4j.assess.LanguageModelException.Reason;
import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of Gemini with another status than 200: the status, and what its body says, if it has the documented form. */
final class GeminiError {
    /** A duration as Protocol Buffers write it in JSON. */
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
                    answer, GeminiReply.MAPPER.readTree(answer.body()).path("error"));
        } catch (JacksonException noJson) {
            return new GeminiError(answer, MissingNode.getInstance());
        }
    }

    /** Tells the failure, and the service's own words about it if they hold no secret. */
    LanguageModelException exception(String model, Credentials credentials) {
        Reason reason = reason();
        Duration retryAfter = retryAfter();
        String words = credentials
                .tellable(error.path("message").asText("").strip())
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
                        + "; check that it is current and may use this model at https://aistudio.google.com/apikey";
            case NO_CREDIT ->
                "Gemini says that there is no credit left" + status
                        + "; add some to the key's project at https://aistudio.google.com/";
            case MODEL_NOT_FOUND ->
                "Gemini has no model " + model + status
                        + ", or not any more; set a model of https://ai.google.dev/gemini-api/docs/models";
            case RATE_LIMITED ->
                "Gemini took too many requests or tokens" + status
                        + (retryAfter == null ? "" : " and asks to wait " + retryAfter)
                        + "; ask from fewer threads, or raise the project's quota";
            case SERVICE_FAILED -> "Gemini failed" + status + "; ask again later";
            default ->
                answer.status() >= 300 && answer.status() < 400
                        ? "Gemini points elsewhere" + status
                                + ", which is not followed; set the baseAddress that is meant"
                        : "Gemini refused the request" + status;
        };
    }

    /** What {@code RetryInfo} says, else the header. */
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
