package io.github.onet4j.examples.docs;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A Java block of a Markdown page: a class of its own, an annotated method, or statements with or without imports.
 *
 * @param page the page's name in messages
 * @param fenceLine the line of the page above the first line of the block
 * @param lines the lines of the block
 */
record Snippet(String page, int fenceLine, List<String> lines) {
    /** The imports that a snippet may omit. */
    private static final String GIVEN_IMPORTS = List.of(
                    "java.math.BigDecimal",
                    "java.nio.file.*",
                    "java.time.Duration",
                    "java.util.*",
                    "java.util.function.Supplier",
                    "javax.sql.DataSource",
                    "io.github.onet4j.*",
                    "io.github.onet4j.assess.*",
                    "io.github.onet4j.compare.*",
                    "io.github.onet4j.gap.*",
                    "io.github.onet4j.gemini.*",
                    "io.github.onet4j.jooq.*",
                    "io.github.onet4j.jooq.assess.*",
                    "io.github.onet4j.jooq.database.*",
                    "io.github.onet4j.jooq.fetch.*",
                    "io.github.onet4j.jooq.load.*",
                    "io.github.onet4j.match.*",
                    "io.github.onet4j.notebook.*",
                    "io.github.onet4j.person.*",
                    "io.github.onet4j.release.*",
                    "io.github.onet4j.spring.*",
                    "io.github.onet4j.web.*",
                    "org.jooq.DSLContext",
                    "org.springframework.beans.factory.ObjectProvider",
                    "org.springframework.boot.jdbc.DataSourceBuilder",
                    "org.springframework.context.annotation.Bean",
                    "org.springframework.stereotype.Service",
                    "org.springframework.transaction.annotation.Transactional",
                    "org.springframework.web.bind.annotation.*")
            .stream()
            .map(name -> "import " + name + "; ")
            .collect(Collectors.joining());

    // Fields, so that a snippet may declare a variable of the same name.
    private static final String GIVEN_VARIABLES = "static DataSource dataSource; static DSLContext dsl;"
            + " static Onet onet; static OnetRelease release; static SkillGapAnalyzer analyzer;"
            + " static OnetCatalog catalog; static OnetWebServices services; static LanguageModel model;"
            + " static List<OnetSocCode> codes; static ReleaseComparison comparison;"
            + " static org.springframework.jdbc.core.JdbcTemplate jdbc;"
            + " static dev.langchain4j.model.chat.ChatModel langChain4jModel;"
            + " static org.springframework.ai.chat.model.ChatModel springAiModel; ";

    /** A main method that takes the URL, user and password of a PostgreSQL. */
    private static final String MAIN = "public static void main(String[] arguments) throws Exception {"
            + " var postgres = new org.postgresql.ds.PGSimpleDataSource(); postgres.setUrl(arguments[0]);"
            + " postgres.setUser(arguments[1]); postgres.setPassword(arguments[2]); dataSource = postgres; run(); }";

    private static final String CLASS_NAME = "Snippet";
    private static final Pattern TYPE =
            Pattern.compile("((public|final|abstract|sealed) )*(class|record|interface|enum) .*");

    /** Returns all Java blocks of a page. */
    static List<Snippet> of(Path page, String name) throws IOException {
        List<Snippet> found = new ArrayList<>();
        List<String> block = null;
        int fenceLine = 0;
        int line = 0;
        for (String text : Files.readAllLines(page)) {
            line++;
            if (block == null && text.equals("```java")) {
                block = new ArrayList<>();
                fenceLine = line;
            } else if (block != null && text.equals("```")) {
                found.add(new Snippet(name, fenceLine, List.copyOf(block)));
                block = null;
            } else if (block != null) {
                block.add(text);
            }
        }
        if (block != null) {
            throw new IllegalStateException(name + ":" + fenceLine + ": the block is not closed");
        }
        return found;
    }

    /** Returns this snippet with a text replaced, which it must contain. */
    Snippet replacing(String text, String replacement) {
        if (lines.stream().noneMatch(line -> line.contains(text))) {
            throw new IllegalStateException(this + " has no " + text);
        }
        return new Snippet(
                page,
                fenceLine,
                lines.stream().map(line -> line.replace(text, replacement)).toList());
    }

    /**
     * Compiles the snippet for Java 17 on the class path of this test.
     *
     * @param output the folder for the classes
     * @return the compiler's errors, each with page and line; empty if it compiles
     */
    List<String> compile(Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                output.toString());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(null, files, diagnostics, options, null, List.of(new Source(source())))
                    .call();
            return compiled
                    ? List.of()
                    : diagnostics.getDiagnostics().stream()
                            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                            .map(this::located)
                            .toList();
        }
    }

    /**
     * Runs a compiled snippet of statements in a process of its own.
     *
     * @param classes the folder of its classes
     * @param database URL, user and password of the PostgreSQL that {@code dataSource} connects to
     * @return the lines that it prints
     */
    static List<String> run(Path classes, List<String> database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // The page shows figures as English writes them.
                "-Duser.language=en",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                CLASS_NAME));
        command.addAll(database);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.inputReader().lines().toList();
    }

    /**
     * Returns the source. Its first line stands for the one above the snippet, so line numbers differ by a constant.
     */
    private String source() {
        String block = String.join("\n", lines);
        if (lines.stream().anyMatch(line -> TYPE.matcher(line).matches())) {
            return GIVEN_IMPORTS + "\n" + block;
        }
        if (lines.get(0).startsWith("@")) {
            return GIVEN_IMPORTS + "class " + CLASS_NAME + " { " + GIVEN_VARIABLES + "\n" + block + "\n}";
        }
        String imports = lines.stream().filter(Snippet::isImport).collect(Collectors.joining(" "));
        String statements =
                lines.stream().map(line -> isImport(line) ? "" : line).collect(Collectors.joining("\n"));
        return imports + GIVEN_IMPORTS + "public class " + CLASS_NAME + " { " + GIVEN_VARIABLES + MAIN
                + " static void run() throws Exception {\n" + statements + "\n}}";
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private String located(Diagnostic<? extends JavaFileObject> diagnostic) {
        long line = fenceLine + diagnostic.getLineNumber() - 1;
        return page + ":" + line + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    @Override
    public String toString() {
        return page + ":" + (fenceLine + 1);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + CLASS_NAME + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }
}
