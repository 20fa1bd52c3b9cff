package io.github.onet4j.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC URL in its parts, so that a test's database can take the place of the server's first one. */
record ServerUrl(String server, String database, List<String> options, String user, String password) {
    private static final Pattern SHAPE = Pattern.compile("(jdbc:\\w+://[^/?]+/)([^?]*)\\??(.*)");

    static ServerUrl ofEmbedded(String scheme, int port, String database, String user) {
        return new ServerUrl("jdbc:" + scheme + "://127.0.0.1:" + port + "/", database, List.of(), user, "");
    }

    /** Takes user and password out of the URL, because whoever uses a data source hands them over separately. */
    static ServerUrl parse(String url) {
        Matcher parts = SHAPE.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected is jdbc:<kind>://<host>:<port>/<database>?user=<user>&password=<password>");
        }
        String user = "";
        String password = "";
        List<String> options = new ArrayList<>();
        for (String option : parts.group(3).split("&", -1)) {
            if (option.startsWith("user=")) {
                user = decodedValue(option);
            } else if (option.startsWith("password=")) {
                password = decodedValue(option);
            } else if (!option.isEmpty()) {
                options.add(option);
            }
        }
        return new ServerUrl(parts.group(1), parts.group(2), options, user, password);
    }

    ServerUrl withDatabase(String name) {
        return new ServerUrl(server, name, options, user, password);
    }

    String jdbcUrl() {
        return server + database + (options.isEmpty() ? "" : "?" + String.join("&", options));
    }

    private static String decodedValue(String option) {
        return URLDecoder.decode(option.substring(option.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
