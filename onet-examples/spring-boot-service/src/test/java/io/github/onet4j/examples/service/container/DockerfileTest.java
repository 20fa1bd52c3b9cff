package io.github.onet4j.examples.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private static final Dockerfile DOCKERFILE = Dockerfile.ofTheService();
    private static final BuildContext CONTEXT = new BuildContext();

    @Test
    void whatIsCopiedFromTheRepositoryIsThere() {
        List<String> sources = DOCKERFILE.stages().stream()
                .flatMap(stage -> stage.all("COPY").stream())
                .filter(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> copy.sources().stream())
                .filter(source -> !source.equals("."))
                .toList();

        assertThat(sources).isNotEmpty().allSatisfy(source -> {
            assertThat(Checkout.ROOT.resolve(source)).exists();
            assertThat(CONTEXT.has(Path.of(source))).isTrue();
        });
    }

    @Test
    void theBuildContextHasAllThatTheBuildReads() throws IOException {
        assertThat(List.of("mvnw", "pom.xml", ".mvn/jvm.config", ".mvn/wrapper/maven-wrapper.properties"))
                .allMatch(file -> Files.exists(Checkout.ROOT.resolve(file)))
                .allMatch(file -> CONTEXT.has(Path.of(file)));
        assertThat(sourcesOfAllModules()).hasSizeGreaterThan(100).allMatch(CONTEXT::has);
    }

    @Test
    void theBuildContextHasNoHistoryNoBuiltFilesAndNoSecretsThatLieAbout() {
        assertThat(List.of(
                        ".git/config",
                        ".onet4j/data/postgresql.conf",
                        "docs/gap.md",
                        ".env",
                        "onet-examples/spring-boot-service/.env",
                        "onet-examples/spring-boot-service/target/onet4j-service.jar",
                        "onet-core/target/classes/module-info.class"))
                .noneMatch(file -> CONTEXT.has(Path.of(file)));
    }

    @Test
    void theStagesAreOnTheSameSystemAndTheJavaOfTheBuild() {
        assertThat(DOCKERFILE.build().one("FROM").words()).startsWith("eclipse-temurin:17-jdk-noble");
        assertThat(DOCKERFILE.image().one("FROM").words()).containsExactly("eclipse-temurin:17-jre-noble");
        assertThat(Checkout.text(Checkout.SERVICE.resolve("pom.xml"))).contains("<java.version>17</java.version>");
    }

    @Test
    void theImageRunsAsANumberThatIsNotRoots() {
        assertThat(DOCKERFILE.image().one("USER").arguments()).matches("[1-9][0-9]*:[1-9][0-9]*");
    }

    @Test
    void theImageNamesThePortThatTheServiceTakesByDefault() {
        String port = DOCKERFILE.image().one("EXPOSE").arguments();

        assertThat(Checkout.yaml(Checkout.SERVICE.resolve("src/main/resources/application.yaml"))
                        .at("server", "port")
                        .text())
                .isEqualTo("${PORT:" + port + "}");
        assertThat(DOCKERFILE.image().one("HEALTHCHECK").arguments()).contains("${PORT:-" + port + "}");
    }

    @Test
    void theProcessGetsTheSignalThatJavaEndsGracefullyOn() {
        assertThat(DOCKERFILE.image().one("STOPSIGNAL").arguments()).isEqualTo("SIGTERM");
        // As a list, so that no shell stands between the signal and Java.
        assertThat(DOCKERFILE.image().one("ENTRYPOINT").command()).startsWith("java");
    }

    @Test
    void theImageCarriesItsLicenseAndTheAttribution() {
        assertThat(DOCKERFILE.image().one("LABEL").arguments())
                .contains("org.opencontainers.image.licenses=\"Apache-2.0 AND CC-BY-4.0\"")
                .contains("Includes information from the O*NET 29.3 Database by the U.S. Department of Labor");
    }

    private static List<Path> sourcesOfAllModules() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(Checkout.ROOT::relativize)
                    .filter(file -> !file.toString().contains("target/"))
                    .filter(file -> file.endsWith("pom.xml")
                            || file.toString().contains("/src/main/")
                            || file.toString().contains("/sample/db_"))
                    .toList();
        }
    }
}
