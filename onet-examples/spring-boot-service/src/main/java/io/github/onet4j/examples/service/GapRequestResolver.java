package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.UnratedPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the parameters that {@link GapQuestion} describes. */
final class GapRequestResolver implements HandlerMethodArgumentResolver {
    /** The parameters that name an occupation. */
    static final List<String> CODES = List.of("from_occupation", "from", "to_occupation", "to");

    private static final List<Domain> DOMAINS =
            Arrays.stream(Domain.values()).filter(Domain::hasLevels).toList();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == GapRequest.class;
    }

    @Override
    public GapRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new GapRequest(
                code(request, "from_occupation", "from"), code(request, "to_occupation", "to"), options(request));
    }

    private static OnetSocCode code(NativeWebRequest request, String name, String shortName) {
        return CodeParameter.parse(name, request.getParameter(name), shortName, request.getParameter(shortName));
    }

    private static GapOptions options(NativeWebRequest request) {
        GapOptions defaults = GapOptions.DEFAULTS;
        String unrated = request.getParameter(GapQuestion.UNRATED);
        return defaults.domain(domain(request.getParameter("domain")))
                .unrated(choice(GapQuestion.UNRATED, unrated, List.of(UnratedPolicy.values()), defaults.unrated()));
    }

    /** Reads the domain of a request; it is skills where the request names none. */
    static Domain domain(@Nullable String value) {
        return choice("domain", value, DOMAINS, GapOptions.DEFAULTS.domain());
    }

    private static <E extends Enum<E>> E choice(String name, @Nullable String value, List<E> choices, E defaultChoice) {
        if (!StringUtils.hasText(value)) {
            return defaultChoice;
        }
        return choices.stream()
                .filter(choice -> choice.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new RefusedParameterException(
                        name,
                        "The value of " + name + " is none of "
                                + choices.stream().map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }
}
