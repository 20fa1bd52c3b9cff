package io.github.onet4j.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that is a module of its own compiles and runs against the API, and does not see what is behind it. */
class ModulePathTest {
    private static final Path SAMPLE = Path.of("sample/db_29_3_sample").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void aModuleThatRequiresTheLibraryCompilesAndRunsAgainstTheApi() throws Exception {
        String errors = compile("""
                package consumer;

                import io.github.onet4j.gap.SkillGapAnalyzer;
                import io.github.onet4j.jooq.database.DatabaseEngine;
                import io.github.onet4j.jooq.OnetSchema;
                import io.github.onet4j.notebook.Display;
                import io.github.onet4j.release.OnetRelease;
                import java.nio.file.Path;

                public class Main {
                    public static void main(String[] arguments) {
                        var catalog = OnetRelease.open(Path.of(arguments[0])).catalog();
                        var gap = SkillGapAnalyzer.of(catalog).analyze("15-1251", "15-1211");
                        System.out.println(gap.from().name() + " to " + gap.to().name());
                        System.out.println(Display.of(gap).toText());
                        System.out.println(OnetSchema.ddl(DatabaseEngine.POSTGRESQL).lines().findFirst().orElse(""));
                    }
                }
                """);
        assertThat(errors).isEmpty();
        assertThat(run())
                .startsWith("Computer Programmers to Computer Systems Analysts")
                .contains("Readiness: 83.2 %", "create table");
    }

    @Test
    void aModuleDoesNotSeeWhatIsBehindTheApi() throws IOException {
        for (String hidden : List.of(
                "io.github.onet4j.internal.search.TitleIndex",
                "io.github.onet4j.internal.web.RowQuery",
                "io.github.onet4j.jooq.internal.database.Database",
                "io.github.onet4j.jooq.internal.load.Loader",
                "io.github.onet4j.jooq.internal.query.DatabaseCatalog",
                "io.github.onet4j.notebook.internal.RapaioDisplayProvider")) {
            String errors = compile("package consumer; public class Main { " + hidden + " hidden; }");
            assertThat(errors).as(hidden).contains("is not visible");
        }
    }

    private String compile(String source) throws IOException {
        Path descriptor = folder.resolve("module-info.java");
        Path main = Files.createDirectories(folder.resolve("consumer")).resolve("Main.java");
        Files.writeString(
                descriptor, "module consumer { requires io.github.onet4j.jooq; requires io.github.onet4j.notebook; }");
        Files.writeString(main, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, java.util.Locale.ENGLISH, null)) {
            List<String> options = List.of("-d", folder.resolve("classes").toString(), "-p", modulePath());
            compiler.getTask(errors, files, null, options, null, files.getJavaFileObjects(descriptor, main))
                    .call();
        }
        return errors.toString();
    }

    private String run() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-Dorg.jooq.no-logo=true", "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(List.of("-p", folder.resolve("classes") + File.pathSeparator + modulePath()));
        command.addAll(List.of("-m", "consumer/consumer.Main", SAMPLE.toString()));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }

    /** What a host gets with onet-jooq and onet-notebook, and nothing else of this test's class path. */
    private static String modulePath() {
        List<String> wanted = List.of(
                "onet-core",
                "onet-jooq",
                "onet-notebook",
                "jooq-3",
                "jspecify",
                "slf4j-api",
                "commons-csv",
                "commons-io",
                "commons-codec",
                "jackson-",
                "reactive-streams",
                "r2dbc-spi");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> wanted.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
