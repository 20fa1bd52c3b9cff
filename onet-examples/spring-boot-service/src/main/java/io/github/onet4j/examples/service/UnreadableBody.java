package io.github.onet4j.examples.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body is wrong, without a value of it. */
final class UnreadableBody {
    private static final Map<Class<?>, String> TYPES =
            Map.of(Double.class, "a number", Integer.class, "a whole number", String.class, "a text");

    private UnreadableBody() {}

    static ProblemDetail problem(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return unknownProperty(unknown);
        }
        if (cause instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return mismatch(mismatch);
        }
        return malformed(cause instanceof JacksonException failure ? failure.getLocation() : null);
    }

    private static ProblemDetail unknownProperty(UnrecognizedPropertyException e) {
        String place = place(e);
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        ProblemDetail problem = ProblemHandler.refused(
                place,
                "There is no property " + place + " in the body. The properties there: " + String.join(", ", known)
                        + ".");
        problem.setProperty("known_parameters", known);
        return problem;
    }

    private static ProblemDetail mismatch(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        String expected =
                Collection.class.isAssignableFrom(type) ? "a list" : TYPES.getOrDefault(type, "a JSON object");
        String place = place(e);
        if (place.isEmpty()) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body is not " + expected + ".");
        }
        return ProblemHandler.refused(place, "The value of " + place + " is not " + expected + ".");
    }

    private static ProblemDetail malformed(@Nullable TokenStreamLocation location) {
        String where =
                location == null ? "." : ": line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The body can't be read as JSON in which each property stands once" + where);
    }

    /** Returns the place in the body, such as {@code known[0].level}; empty for the whole. */
    private static String place(JacksonException e) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.toString();
    }
}
