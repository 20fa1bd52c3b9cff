package io.github.onet4j.examples.service.container;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compose file, its anchors resolved. */
final class Compose {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z_]+):-(?<fallback>[^}]*)}");

    private final YamlNode file = Checkout.yaml(Checkout.SERVICE.resolve("compose.yaml"));

    Map<String, YamlNode> services() {
        return file.at("services").entries();
    }

    YamlNode service(String name) {
        YamlNode service = file.at("services", name);
        if (service.isEmpty()) {
            throw new AssertionError(
                    "No service " + name + "; there are " + services().keySet());
        }
        return service;
    }

    YamlNode secret(String name) {
        return file.at("secrets", name);
    }

    /** The environment that the file itself sets; what is only passed on is left out. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        service(service).at("environment").entries().forEach((name, value) -> {
            if (!value.isEmpty()) {
                environment.put(name, value.text());
            }
        });
        return environment;
    }

    /** A text as it is where none of the variables in it is set. */
    static String byDefault(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
    }
}
