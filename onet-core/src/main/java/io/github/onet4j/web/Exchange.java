package io.github.onet4j.web;

import io.github.onet4j.internal.AnswerTooLargeException;
import io.github.onet4j.internal.HttpAnswer;
import io.github.onet4j.internal.HttpSender;
import io.github.onet4j.internal.JsonException;
import io.github.onet4j.internal.NoAnswerException;
import io.github.onet4j.internal.RetryPolicy;
import io.github.onet4j.internal.web.ServiceAnswer;
import io.github.onet4j.internal.web.WebResponse;
import io.github.onet4j.web.WebServicesException.Reason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends requests, repeats those that may succeed later, and turns failures into exceptions. */
final class Exchange {
    private static final RetryPolicy<WebServicesException> RETRIES =
            new RetryPolicy<>(WebServicesException.class, Exchange::mayPass, WebServicesException::retryAfter);

    private final HttpSender http;

    Exchange(HttpSender http) {
        this.http = http;
    }

    /** Returns the address of a path of the service. */
    URI address(String path) {
        return http.base().resolve(path);
    }

    /** Returns true for an address of the configured service; the credentials go nowhere else. */
    boolean isOurs(URI address) {
        return address.normalize().toString().startsWith(http.base().toString());
    }

    /** Reads the answer with status 200 at a path of the service. */
    <T> T get(String path, Function<ServiceAnswer, T> read) {
        return get(address(path), read);
    }

    /** Reads the answer with status 200. */
    <T> T get(URI address, Function<ServiceAnswer, T> read) {
        ServiceAnswer answer = http.repeat(RETRIES, before -> attempt(address));
        try {
            return read.apply(answer);
        } catch (JsonException e) {
            throw unreadable(address, e);
        }
    }

    private static boolean mayPass(WebServicesException failure) {
        return switch (failure.reason()) {
            case UNREACHABLE, SERVICE_FAILED, RATE_LIMITED, UNREADABLE -> true;
            default -> false;
        };
    }

    private ServiceAnswer attempt(URI address) {
        HttpAnswer answer = send(address);
        WebResponse response = new WebResponse(
                address, answer.status(), answer.body(), Clock.systemUTC().instant());
        if (response.status() != 200) {
            throw failure(response, answer.retryAfter());
        }
        ServiceAnswer json;
        try {
            json = ServiceAnswer.parse(response);
        } catch (JsonException e) {
            throw unreadable(address, e);
        }
        if (json.isError()) {
            throw failure(response, null);
        }
        return json;
    }

    private HttpAnswer send(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).GET());
        } catch (NoAnswerException e) {
            throw WebServicesException.of(Reason.UNREACHABLE, address, e.getMessage(), e.getCause());
        } catch (AnswerTooLargeException e) {
            throw WebServicesException.of(Reason.TOO_LARGE, address, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WebServicesException.of(
                    Reason.INTERRUPTED,
                    address,
                    "the thread was interrupted during a request to O*NET Web Services",
                    e);
        }
    }

    private static WebServicesException unreadable(URI address, JsonException e) {
        return WebServicesException.of(
                Reason.UNREADABLE, address, "the answer of O*NET Web Services is not readable: " + e.getMessage());
    }

    private static String rateLimited(@Nullable Duration retryAfter) {
        return "O*NET Web Services received too many requests (429)"
                + (retryAfter == null ? "" : " and ask to wait " + retryAfter)
                + "; set a longer minimumInterval";
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
                                + "); check at https://services.onetcenter.org/ that they are valid for this service";
                    case RATE_LIMITED -> rateLimited(retryAfter);
                    case NOT_FOUND -> "O*NET Web Services have nothing at this address (404)";
                    case REDIRECTED ->
                        "O*NET Web Services redirect to another address (" + status
                                + "), which onet4j does not follow; set the baseAddress to it if you trust it";
                    case SERVICE_FAILED -> "O*NET Web Services failed (" + status + ")";
                    default -> "O*NET Web Services refused the request (" + status + ")" + explanation(response.body());
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

    /** Returns the service's own words; they are documented for 422 only, and may echo anything. */
    private String explanation(String body) {
        return ServiceAnswer.error(body)
                .flatMap(http.credentials()::quotable)
                .map(text -> ": " + text)
                .orElse("");
    }
}
