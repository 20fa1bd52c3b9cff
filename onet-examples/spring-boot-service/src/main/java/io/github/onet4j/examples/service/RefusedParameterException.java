package io.github.onet4j.examples.service;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a request is missing, malformed, contradicted or unknown; the message says so to the client. */
final class RefusedParameterException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient @Nullable List<String> knownParameters;

    RefusedParameterException(String parameter, String detail) {
        this(parameter, detail, null);
    }

    private RefusedParameterException(String parameter, String detail, @Nullable List<String> knownParameters) {
        super(detail);
        this.parameter = parameter;
        this.knownParameters = knownParameters;
    }

    static RefusedParameterException unknown(String parameter, List<String> knownParameters) {
        String known = knownParameters.isEmpty() ? "none" : String.join(", ", knownParameters);
        return new RefusedParameterException(
                parameter,
                "There is no parameter " + parameter + " here. The parameters of this endpoint: " + known + ".",
                knownParameters);
    }

    String parameter() {
        return parameter;
    }

    /** Returns the parameters of the endpoint, or null if it knows the refused one. */
    @Nullable
    List<String> knownParameters() {
        return knownParameters;
    }
}
