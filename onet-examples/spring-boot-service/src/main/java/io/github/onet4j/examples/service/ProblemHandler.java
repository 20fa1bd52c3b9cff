package io.github.onet4j.examples.service;

import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.web.WebServicesException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers with a problem (RFC 9457) when a request fails. The details are written here for clients of the service;
 * messages of exceptions go to the log, since they are about Java and may quote the database.
 */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusedParameter(RefusedParameterException e) {
        ProblemDetail problem = refused(e.parameter(), e.getMessage());
        if (e.knownParameters() != null) {
            problem.setProperty("known_parameters", e.knownParameters());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableQuery(InvalidParameterException e) {
        return answer(ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "The query can't be read. Each percent sign in it must be followed by two hexadecimal digits."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(OccupationNotFoundException e, HttpServletRequest request) {
        if (e.fetchOutcome().isFailure()) {
            return unavailable(Unavailability.WEB_SERVICES_AWAY, request);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "O*NET " + e.version() + " has no occupation " + e.code() + ".");
        problem.setProperty("code", e.code().value());
        problem.setProperty("same_minor_group", names(e.sameMinorGroup()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unrated(UnratedOccupationException e, HttpServletRequest request) {
        if (e.fetchOutcome().isFailure()) {
            return unavailable(Unavailability.WEB_SERVICES_AWAY, request);
        }
        boolean wasEstimateTried = UnratedPolicy.ESTIMATE.name().equals(request.getParameter(GapQuestion.UNRATED));
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, UnratedDetail.of(e, wasEstimateTried));
        problem.setProperty("code", e.occupation().code().value());
        if (e.canBeEstimated()) {
            problem.setProperty("parameter", GapQuestion.UNRATED);
            problem.setProperty("estimate", sameQuestionWithAnEstimate(request));
        }
        problem.setProperty("rated_alternatives", names(e.ratedAlternatives()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notRatedInFull(NotRatedInFullException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("code", e.occupation().code().value());
        problem.setProperty("rated_alternatives", names(e.ratedAlternatives()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingDomain(MissingDomainException e) {
        return answer(
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, UnratedDetail.ofDomain(e.domain(), e.version())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> webServicesAway(WebServicesException e, HttpServletRequest request) {
        LOG.warn("O*NET Web Services can't be asked: {}", e.getMessage());
        Unavailability reason = Unavailability.WEB_SERVICES_AWAY;
        return unavailable(reason, request, e.retryAfter().orElse(reason.retryAfter()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException e, HttpServletRequest request) {
        return Unavailability.of(e)
                .map(reason -> {
                    LOG.warn("{} {}", reason, e.getMessage());
                    return unavailable(reason, request);
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

    /** Jackson's messages quote the body, which may be about a person; these do not. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, UnreadableBody.problem(e.getCause()), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "The body of a request must be of type application/json.";
        return handleExceptionInternal(e, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "The header Accept names no format of this answer, which is "
                + MediaType.toString(e.getSupportedMediaTypes()) + ".";
        return handleExceptionInternal(e, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "There is nothing at this path. /v3/api-docs lists what there is.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /** Returns a link relative to the service's root, since only a proxy may know the address that clients see. */
    private static String sameQuestionWithAnEstimate(HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(GapQuestion.UNRATED, UnratedPolicy.ESTIMATE)
                .build()
                .toUriString();
    }

    static ProblemDetail refused(String parameter, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("parameter", parameter);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> unavailable(Unavailability reason, HttpServletRequest request) {
        return unavailable(reason, request, reason.retryAfter());
    }

    private static ResponseEntity<ProblemDetail> unavailable(
            Unavailability reason, HttpServletRequest request, Duration retryAfter) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, reason.what() + " " + reason.fix());
        List<String> codes = requestedCodes(request);
        if (!codes.isEmpty()) {
            problem.setProperty("codes", codes);
        }
        return builder(problem)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                .body(problem);
    }

    /** The occupations that the request is about, the source first; none if it is about none in particular. */
    private static List<String> requestedCodes(HttpServletRequest request) {
        Stream<String> inQuery = GapRequestResolver.CODES.stream().map(request::getParameter);
        Stream<String> inPath =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        ? variables.values().stream().map(String::valueOf)
                        : Stream.of();
        return Stream.concat(inQuery, inPath)
                .filter(Objects::nonNull)
                .filter(OnetSocCode::isCode)
                .map(code -> OnetSocCode.parse(code).value())
                .distinct()
                .toList();
    }

    /** The type is fixed, since an error is told even to those whose header Accept names no format that there is. */
    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return builder(problem).body(problem);
    }

    private static ResponseEntity.BodyBuilder builder(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static List<OccupationName> names(List<Occupation> occupations) {
        return occupations.stream().map(OccupationName::of).toList();
    }
}
