package io.github.onet4j.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The reply to a request. */
record Reply(int status, Map<String, String> headers, String body) {
    private static final String CONTENT_TYPE = "Content-Type";

    static Reply json(int status, Object value) {
        return new Reply(status, Map.of(CONTENT_TYPE, "application/json; charset=utf-8"), Json.write(value));
    }

    static Reply error(int status, String message) {
        return json(status, new JsonObject().put("error", message));
    }

    /** A page as the web server in front of the services writes it. */
    static Reply html(int status) {
        String page = """
                <html>
                <head><title>%1$s</title></head>
                <body>
                <center><h1>%1$s</h1></center>
                <hr><center>nginx</center>
                </body>
                </html>
                """.formatted(status + " " + reason(status));
        return new Reply(status, Map.of(CONTENT_TYPE, "text/html"), page);
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }

    Reply withBody(String changed) {
        return new Reply(status, headers, changed);
    }

    Reply withBody(UnaryOperator<String> edit) {
        return withBody(edit.apply(body));
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Authorization Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Not Allowed";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Temporarily Unavailable";
            case 504 -> "Gateway Time-out";
            default -> "Answer";
        };
    }
}
