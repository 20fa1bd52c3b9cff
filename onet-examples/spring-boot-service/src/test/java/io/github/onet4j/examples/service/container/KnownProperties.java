package io.github.onet4j.examples.service.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.json.JsonParserFactory;

/** The properties that the service takes, and what each is called in the environment. */
final class KnownProperties {
    private static final String SPRINGS_METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OWN_PROPERTIES = "io.github.onet4j.examples.service.OnetProperties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");

    private final Set<String> names = new TreeSet<>();
    private final Set<String> inEnvironment = new TreeSet<>();

    KnownProperties() {
        addSprings();
        addOwn();
        names.forEach(name -> {
            String capitals = name.toUpperCase(Locale.ROOT).replace('.', '_');
            inEnvironment.add(capitals.replace("-", ""));
            // Spring Boot's older spelling, which it still takes.
            inEnvironment.add(capitals.replace('-', '_'));
        });
        inEnvironment.addAll(placeholders());
    }

    boolean hasEnvironmentVariable(String name) {
        return inEnvironment.contains(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private void addSprings() {
        try {
            for (URL file : Collections.list(getClass().getClassLoader().getResources(SPRINGS_METADATA))) {
                YamlNode.of(JsonParserFactory.getJsonParser().parseMap(text(file)))
                        .at("properties")
                        .list()
                        .forEach(property -> names.add(property.at("name").text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(URL file) throws IOException {
        try (InputStream json = file.openStream()) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void addOwn() {
        try {
            Class<?> own = Class.forName(OWN_PROPERTIES);
            add(own.getAnnotation(ConfigurationProperties.class).value(), own);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void add(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                add(name, component.getType());
            } else {
                names.add(name);
            }
        }
    }

    private static Set<String> placeholders() {
        return PLACEHOLDER
                .matcher(Checkout.text(Checkout.SERVICE.resolve("src/main/resources/application.yaml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
