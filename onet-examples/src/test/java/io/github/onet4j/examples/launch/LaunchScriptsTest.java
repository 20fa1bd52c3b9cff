package io.github.onet4j.examples.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.quickstart.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts in a project of empty files, with a Java and a Maven that only tell how they are called. */
class LaunchScriptsTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final FileTime OF_THE_COMMIT = FileTime.from(Instant.parse("2026-02-01T00:00:00Z"));

    /** What a host's machine has in Maven's repository. */
    private static final String LIBRARY = "jooq.jar";

    @TempDir
    private Path project = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        for (String script : new String[] {
            "quickstart",
            "onet-examples/launch.sh",
            "onet-examples/plain-java/run",
            "onet-examples/jshell/start",
            "onet-examples/spring-boot-service/start"
        }) {
            Files.createDirectories(project.resolve(script).getParent());
            Files.copy(Project.FOLDER.resolve(script), project.resolve(script));
        }
        for (String file : new String[] {
            "pom.xml",
            "onet-core/pom.xml",
            "onet-core/src/main/java/Core.java",
            "onet-jooq/pom.xml",
            "onet-jooq/src/main/java/Jooq.java",
            "onet-examples/pom.xml",
            "onet-examples/src/main/java/Quickstart.java",
            "onet-examples/sample/Skills.txt",
            "onet-examples/plain-java/pom.xml",
            "onet-examples/plain-java/src/main/java/Plain.java",
            "onet-examples/spring-boot-service/pom.xml",
            "onet-examples/spring-boot-service/src/main/java/Service.java",
            LIBRARY
        }) {
            write(file, "", LONG_AGO);
        }
        program("jdk/bin/java", """
                case "$*" in
                *-XshowSettings*) echo "    java.specification.version = 17"
                    echo "    java.home = $(dirname "$0")/.." ;;
                *) echo "$*" ;;
                esac""");
        program("jdk/bin/javac", "");
        program("jdk/bin/jshell", "");
        // As the poms have it: each build writes the class path anew, and the jars have the time of the commit.
        program("mvnw", """
                echo built >> builds
                for module in onet-core onet-jooq onet-examples onet-examples/plain-java \\
                    onet-examples/spring-boot-service
                do
                    mkdir -p $module/target/classes
                    touch -d 2026-02-01T00:00:00Z $module/target/onet4j-service.jar
                    printf '%s' "$PWD/onet-core/target/classes:$PWD/onet-jooq/target/classes:$PWD/jooq.jar" \\
                        > $module/target/launch.classpath
                done""");
    }

    @ParameterizedTest
    @CsvSource({
        "quickstart, onet-examples",
        "onet-examples/plain-java/run, onet-examples/plain-java",
        "onet-examples/jshell/start, onet-examples",
        "onet-examples/spring-boot-service/start, onet-examples/spring-boot-service"
    })
    void buildTheFirstTimeAndAfterAChangeOnly(String script, String module) throws Exception {
        assertThat(run(script)).contains(project.resolve(module + "/target/classes") + ":", LIBRARY);
        assertThat(builds()).isEqualTo(1);

        run(script);
        assertThat(builds()).as("of an unchanged project").isEqualTo(1);

        for (String source : new String[] {
            module + "/src/main/resources/new.properties", "onet-core/src/main/java/Core.java", "onet-jooq/pom.xml"
        }) {
            long before = builds();
            write(source, "changed", FileTime.from(Instant.now().plusSeconds(1)));
            run(script);
            assertThat(builds()).as("after a change of " + source).isEqualTo(before + 1);
            Files.setLastModifiedTime(project.resolve(source), LONG_AGO);
        }

        Files.delete(project.resolve(LIBRARY));
        run(script);
        assertThat(builds()).as("without a library").isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "quickstart",
        "onet-examples/plain-java/run",
        "onet-examples/jshell/start",
        "onet-examples/spring-boot-service/start"
    })
    void buildNothingAfterABuildOfTheUsers(String script) throws Exception {
        call(project.resolve("mvnw"), "verify");
        assertThat(Files.getLastModifiedTime(
                        project.resolve("onet-examples/spring-boot-service/target/onet4j-service.jar")))
                .isEqualTo(OF_THE_COMMIT);
        write("onet-core/src/main/java/Core.java", "changed before the build", later(OF_THE_COMMIT));

        run(script);

        assertThat(builds()).isEqualTo(1);
    }

    private static FileTime later(FileTime time) {
        return FileTime.from(time.toInstant().plusSeconds(60));
    }

    private String run(String script) throws IOException, InterruptedException {
        return call(project.resolve(script), "--an-argument");
    }

    private String call(Path program, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", program.toString(), argument)
                .directory(project.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", project.resolve("jdk").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private long builds() throws IOException {
        try (Stream<String> lines = Files.lines(project.resolve("builds"))) {
            return lines.count();
        }
    }

    private void program(String file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body + "\n", LONG_AGO);
        assertThat(project.resolve(file).toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String text, FileTime time) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, time);
    }
}
