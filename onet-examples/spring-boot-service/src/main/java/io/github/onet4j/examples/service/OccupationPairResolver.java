package io.github.onet4j.examples.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the pair of occupations from a request, in either spelling of the parameters. */
final class OccupationPairResolver implements HandlerMethodArgumentResolver {
    /** The parameters that name an occupation. */
    static final List<String> CODES = List.of("from_occupation", "from", "to_occupation", "to");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OccupationPair.class;
    }

    @Override
    public OccupationPair resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new OccupationPair(
                CodeParameter.parse(
                        "from_occupation",
                        request.getParameter("from_occupation"),
                        "from",
                        request.getParameter("from")),
                CodeParameter.parse(
                        "to_occupation", request.getParameter("to_occupation"), "to", request.getParameter("to")));
    }
}
