package io.github.onet4j.examples.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages name what there is. */
class ContainerPagesTest {
    private static final KnownProperties PROPERTIES = new KnownProperties();
    private static final Pattern VARIABLE = Pattern.compile("\\b(ONET|SPRING|SERVER|MANAGEMENT|LOGGING)_[A-Z_]+\\b");
    private static final Pattern FILE = Pattern.compile("\\bonet-examples/[\\w./-]+|(?<=\\]\\()[\\w./-]+");

    @ParameterizedTest
    @ValueSource(strings = {"containers.md", "cloud-run.md"})
    void everyEnvironmentVariableIsTheServicesOrTheComposeFiles(String page) {
        String compose = Checkout.text(Checkout.SERVICE.resolve("compose.yaml"));

        assertThat(allIn(page, VARIABLE))
                .isNotEmpty()
                .allMatch(name -> PROPERTIES.hasEnvironmentVariable(name)
                        || compose.contains("${" + name + ":-")
                        || compose.contains("environment: " + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"containers.md", "cloud-run.md"})
    void everyFileIsThere(String page) {
        assertThat(allIn(page, FILE)).isNotEmpty().allSatisfy(file -> {
            Path folder = file.startsWith("onet-examples") ? Checkout.ROOT : Checkout.ROOT.resolve("docs");
            assertThat(folder.resolve(file)).exists();
        });
    }

    private static Set<String> allIn(String page, Pattern pattern) {
        return pattern.matcher(Checkout.text(Checkout.ROOT.resolve("docs").resolve(page)))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
