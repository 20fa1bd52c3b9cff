package io.github.onet4j.web;

import io.github.onet4j.internal.Credentials;
import io.github.onet4j.internal.HttpAnswer;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.NoAnswerException;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests, again where that may help, and tells what their failures mean. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final HttpSender http;
    private final Credentials credentials;

    Exchange(HttpSender http, Credentials credentials) {
        this.http = http;
        this.credentials = credentials;
    }

    /** Returns the answer with status 200, as JSON. */
    Json get(URI address) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(address);
            } catch (WebServicesException e) {
                if (!isWorthRepeating(e.reason())) {
                    throw e;
                }
                Duration delay = http.holdBack(attempt, e.retryAfter()).orElseThrow(() -> e);
                LOG.debug("asking again in {}: {}", delay, e.getMessage());
            }
        }
    }

    private static boolean isWorthRepeating(Reason reason) {
        return switch (reason) {
            case UNREACHABLE, SERVICE_FAILED, RATE_LIMITED, UNREADABLE -> true;
            default -> false;
        };
    }

    private Json attempt(URI address) {
        HttpAnswer answer = send(address);
        WebResponse response = new WebResponse(
                address, answer.status(), answer.body(), Clock.systemUTC().instant());
        if (response.status() != 200) {
            throw failure(response, answer.retryAfter());
        }
        Json json = Json.read(response);
        if (json.tellsError()) {
            throw failure(response, null);
        }
        return json;
    }

    private HttpAnswer send(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).GET());
        } catch (NoAnswerException e) {
            throw WebServicesException.of(Reason.UNREACHABLE, address, e.getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WebServicesException.of(
                    Reason.INTERRUPTED, address, "interrupted while asking O*NET Web Services", e);
        }
    }

    private static String rateLimited(@Nullable Duration retryAfter) {
        return "O*NET Web Services took too many requests (429)"
                + (retryAfter == null ? "" : " and ask to wait " + retryAfter)
                + "; a longer minimumInterval makes fewer";
    }

    private WebServicesException failure(WebResponse response, @Nullable Duration retryAfter) {
        int status = response.status();
        Reason reason = reason(status);
        return WebServicesException.ofStatus(
                reason,
                response.address(),
                status,
                switch (reason) {
                    case CREDENTIALS_REFUSED ->
                        "O*NET Web Services refused the credentials (" + status
                                + "); check that they are current and made for this service at https://services.onetcenter.org/";
                    case RATE_LIMITED -> rateLimited(retryAfter);
                    case NOT_FOUND -> "O*NET Web Services have nothing at this address (404)";
                    case REDIRECTED ->
                        "O*NET Web Services point elsewhere (" + status
                                + "), which is not followed; set the baseAddress that is meant";
                    case SERVICE_FAILED -> "O*NET Web Services failed (" + status + ")";
                    default ->
                        "O*NET Web Services refused the question (" + status + ")" + explanation(response.body());
                },
                retryAfter);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403 -> Reason.CREDENTIALS_REFUSED;
            case 404 -> Reason.NOT_FOUND;
            case 408 -> Reason.UNREACHABLE;
            case 429 -> Reason.RATE_LIMITED;
            default ->
                status >= 500
                        ? Reason.SERVICE_FAILED
                        : status >= 400 || status < 300 ? Reason.REFUSED : Reason.REDIRECTED;
        };
    }

    /** What the service says is wrong; only of 422 is it known to be there, and it might echo anything. */
    private String explanation(String body) {
        return Json.error(body)
                .flatMap(credentials::tellable)
                .map(text -> ": " + text)
                .orElse("");
    }
}
