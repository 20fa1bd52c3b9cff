package io.github.onet4j.examples.service;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the endpoint does not know, or that is given more than once: Spring would ignore it,
 * and the answer would be to another question. The endpoint knows its {@link RequestParam}s and those that an
 * annotation of the method describes for the OpenAPI document.
 */
final class KnownParametersInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> known = Stream.concat(described(method), read(method)).toList();
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw RefusedParameterException.unknown(name, known);
                }
                if (values.length > 1) {
                    throw new RefusedParameterException(
                            name, "The parameter " + name + " is given " + values.length + " times. Pass it once.");
                }
            });
        }
        return true;
    }

    private static Stream<String> described(HandlerMethod method) {
        return AnnotatedElementUtils.getMergedRepeatableAnnotations(
                        method.getMethod(), Parameter.class, Parameters.class)
                .stream()
                .map(Parameter::name);
    }

    private static Stream<String> read(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParametersInterceptor::name);
    }

    private static String name(MethodParameter parameter) {
        String name = parameter.getParameterAnnotation(RequestParam.class).name();
        // The compiler keeps the names of parameters, as Spring needs it to.
        return StringUtils.hasText(name) ? name : parameter.getParameter().getName();
    }
}
