package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a problem when a request fails outside of controllers: in a filter or in the servlet container. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        // Nothing has failed if a client requests this path itself.
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        ProblemDetail problem = ProblemDetail.forStatus(status);
        if (status == HttpStatus.UNAUTHORIZED) {
            problem.setDetail("Pass the API key in the header " + ApiKeyFilter.HEADER + ".");
        }
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String requested) {
            problem.setInstance(URI.create(requested));
        }
        return ProblemHandler.answer(problem);
    }
}
