package io.github.onet4j.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the service reads it.
 *
 * @param address the absolute address as it was asked for
 * @param parameters the parameters that the service minds, in their order
 */
record Question(URI address, List<Parameter> parameters) {
    /**
     * @param host the service's scheme, host and port
     * @param target path and query
     */
    static Question of(URI host, URI target) {
        return new Question(
                host.resolve(target), parameters(target.getRawQuery()).toList());
    }

    /** The same request, as a service that does not know a parameter takes it. */
    Question ignoring(String name) {
        return new Question(
                address,
                parameters.stream()
                        .filter(parameter -> !parameter.name().equals(name))
                        .toList());
    }

    List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** The address of other rows of the same question. */
    URI addressOf(int start, int end) {
        String kept = parameters(address.getRawQuery())
                .filter(parameter ->
                        !parameter.name().equals("start") && !parameter.name().equals("end"))
                .map(parameter -> parameter.asSent() + "&")
                .collect(Collectors.joining());
        return address.resolve(address.getRawPath() + "?" + kept + "start=" + start + "&end=" + end);
    }

    private static Stream<Parameter> parameters(@Nullable String query) {
        return Stream.ofNullable(query)
                .flatMap(text -> Stream.of(text.split("&", -1)))
                .filter(text -> !text.isEmpty())
                .map(Parameter::of);
    }

    record Parameter(String name, String value, String asSent) {
        static Parameter of(String text) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            String value = equals < 0 ? "" : text.substring(equals + 1);
            return new Parameter(decoded(name), decoded(value), text);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
