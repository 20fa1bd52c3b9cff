package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.web.WebServicesException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers with a problem (RFC 9457) when a request fails. The details are written here for clients of the service;
 * messages of exceptions go to the log, since they are about Java and may quote the database.
 */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ProblemDetail refusedParameter(RefusedParameterException e) {
        return refused(e.parameter(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreadableQuery(InvalidParameterException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "The query can't be read. Each percent sign in it must be followed by two hexadecimal digits.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(OccupationNotFoundException e) {
        if (e.fetchOutcome().isFailure()) {
            return unavailable(Unavailability.WEB_SERVICES_AWAY, Unavailability.WEB_SERVICES_AWAY.retryAfter());
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "O*NET " + e.version() + " has no occupation " + e.code() + ".");
        problem.setProperty("code", e.code().value());
        problem.setProperty("same_minor_group", names(e.sameMinorGroup()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unrated(UnratedOccupationException e) {
        if (e.fetchOutcome().isFailure()) {
            return unavailable(Unavailability.WEB_SERVICES_AWAY, Unavailability.WEB_SERVICES_AWAY.retryAfter());
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                e.occupation() + " has no ratings of " + e.domain().label() + " in O*NET " + e.version()
                        + ", so it can't be compared. Rated occupations like it can be.");
        problem.setProperty("code", e.occupation().code().value());
        problem.setProperty("rated_alternatives", names(e.ratedAlternatives()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> webServicesAway(WebServicesException e) {
        LOG.warn("O*NET Web Services can't be asked: {}", e.getMessage());
        return unavailable(
                Unavailability.WEB_SERVICES_AWAY, e.retryAfter().orElse(Unavailability.WEB_SERVICES_AWAY.retryAfter()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException e) {
        return Unavailability.of(e)
                .map(reason -> {
                    LOG.warn("{} {}", reason, e.getMessage());
                    return unavailable(reason, reason.retryAfter());
                })
                .orElseGet(() -> {
                    LOG.error("a request failed", e);
                    return answer(ProblemDetail.forStatusAndDetail(
                            HttpStatus.INTERNAL_SERVER_ERROR, "The service failed. Its log says why."));
                });
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String parameter = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(e.getPropertyName());
        String expected = Objects.equals(e.getRequiredType(), boolean.class) ? "true or false" : "a whole number";
        return handleExceptionInternal(
                e,
                refused(parameter, "The value of " + parameter + " is not " + expected + "."),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "There is nothing at this path. /v3/api-docs lists what there is.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    private static ProblemDetail refused(String parameter, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("parameter", parameter);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> unavailable(Unavailability reason, Duration retryAfter) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, reason.what() + " " + reason.fix());
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                .build();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private static List<OccupationName> names(List<Occupation> occupations) {
        return occupations.stream().map(OccupationName::of).toList();
    }
}
