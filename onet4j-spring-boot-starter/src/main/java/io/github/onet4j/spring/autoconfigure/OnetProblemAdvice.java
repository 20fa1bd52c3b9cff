package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.AmbiguousTitleException;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.InvalidOnetSocCodeException;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.assess.InvalidReplyException;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.gap.UnassessedOccupationException;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.database.LockTimeoutException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.fetch.MixedReleaseException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.match.NotEstimableException;
import io.github.onet4j.web.WebServicesException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers onet4j's exceptions with problem details. Their texts are for clients: the messages of the exceptions speak
 * of Java and may quote the database, so they go to the log. Comes after every advice of the host.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class OnetProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(OnetProblemAdvice.class);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String CODE = "code";
    private static final String SERVICES_AWAY =
            "The release lacks the requested data, and O*NET Web Services can't be reached.";

    /** What passes by itself. All else takes somebody who changes something. */
    private static final Set<WebServicesException.Reason> SERVICE_PASSING = EnumSet.of(
            WebServicesException.Reason.UNREACHABLE,
            WebServicesException.Reason.SERVICE_FAILED,
            WebServicesException.Reason.RATE_LIMITED,
            WebServicesException.Reason.INTERRUPTED);

    private static final Set<LanguageModelException.Reason> MODEL_PASSING = EnumSet.of(
            LanguageModelException.Reason.UNREACHABLE,
            LanguageModelException.Reason.SERVICE_FAILED,
            LanguageModelException.Reason.RATE_LIMITED,
            LanguageModelException.Reason.LIMIT_REACHED,
            LanguageModelException.Reason.INTERRUPTED);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidCode(InvalidOnetSocCodeException e) {
        return answer(problem(
                HttpStatus.BAD_REQUEST,
                "\"" + e.value() + "\" is not an O*NET-SOC code. Write it as in 15-1252.00 or 15-1252."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(OccupationNotFoundException e) {
        if (e.fetchOutcome().isFailure()) {
            return servicesFailed(e.fetchOutcome());
        }
        ProblemDetail problem =
                problem(HttpStatus.NOT_FOUND, "O*NET " + e.version() + " has no occupation " + e.code() + ".");
        problem.setProperty(CODE, e.code().value());
        problem.setProperty("same_minor_group", names(e.sameMinorGroup()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ambiguous(AmbiguousTitleException e) {
        if (e.matches().isEmpty()) {
            return answer(problem(HttpStatus.NOT_FOUND, "No occupation is known by the title \"" + e.title() + "\"."));
        }
        ProblemDetail problem = problem(
                HttpStatus.CONFLICT, "\"" + e.title() + "\" may mean several occupations. Name one by its code.");
        problem.setProperty(
                "matches",
                names(e.matches().stream()
                        .map(TitleMatch::occupation)
                        .distinct()
                        .toList()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unrated(UnratedOccupationException e) {
        if (e.fetchOutcome().isFailure()) {
            return servicesFailed(e.fetchOutcome());
        }
        ProblemDetail problem = problem(
                HttpStatus.CONFLICT,
                e.occupation() + " has no ratings of " + e.domain().label() + " in O*NET " + e.version() + ".");
        problem.setProperty(CODE, e.occupation().code().value());
        problem.setProperty("rated_alternatives", names(e.ratedAlternatives()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unassessed(UnassessedOccupationException e) {
        ProblemDetail problem = problem(
                HttpStatus.CONFLICT,
                "No language model has assessed " + e.domain().label() + " of " + e.occupation() + " in O*NET "
                        + e.version() + ".");
        problem.setProperty(CODE, e.occupation().code().value());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notEstimable(NotEstimableException e) {
        ProblemDetail problem =
                problem(HttpStatus.CONFLICT, e.domain().label() + " of " + e.occupation() + " can't be estimated.");
        problem.setProperty(CODE, e.occupation().code().value());
        return answer(problem);
    }

    @ExceptionHandler({
        ReleaseNotLoadedException.class,
        SchemaMismatchException.class,
        LockTimeoutException.class,
        OnetDatabaseException.class
    })
    ResponseEntity<ProblemDetail> databaseFailed(RuntimeException e) {
        Optional<Trouble> trouble = Trouble.of(e);
        if (trouble.isEmpty()) {
            LOG.error("a request failed", e);
            return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "The database refused. The log says why."));
        }
        LOG.warn("a request failed: {}", e.getMessage());
        return unavailable(trouble.get().what(), trouble.get().retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> servicesFailed(WebServicesException e) {
        LOG.warn("O*NET Web Services did not answer: {}", e.getMessage());
        return SERVICE_PASSING.contains(e.reason())
                ? unavailable(SERVICES_AWAY, e.retryAfter().orElse(A_MINUTE))
                : answer(problem(HttpStatus.BAD_GATEWAY, "O*NET Web Services did not give a usable answer."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> servicesHaveAnotherVersion(MixedReleaseException e) {
        LOG.warn("O*NET Web Services did not answer: {}", e.getMessage());
        return answer(problem(HttpStatus.BAD_GATEWAY, "O*NET Web Services have another version of O*NET."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> modelFailed(LanguageModelException e) {
        LOG.warn("the language model did not reply: {}", e.getMessage());
        return MODEL_PASSING.contains(e.reason())
                ? unavailable(
                        "The language model can't be asked.", e.retryAfter().orElse(A_MINUTE))
                : answer(problem(HttpStatus.BAD_GATEWAY, "The language model did not reply."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> modelRepliedBadly(InvalidReplyException e) {
        LOG.warn("the language model did not reply: {}", e.getMessage());
        return answer(problem(HttpStatus.BAD_GATEWAY, "The language model did not give a usable reply."));
    }

    private static ResponseEntity<ProblemDetail> servicesFailed(FetchOutcome outcome) {
        return outcome == FetchOutcome.UNREACHABLE
                ? unavailable(SERVICES_AWAY, A_MINUTE)
                : answer(problem(HttpStatus.BAD_GATEWAY, "O*NET Web Services did not give a usable answer."));
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail, Duration retryAfter) {
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static List<Map<String, String>> names(List<Occupation> occupations) {
        return occupations.stream()
                .map(each -> Map.of(CODE, each.code().value(), "title", each.title()))
                .toList();
    }
}
