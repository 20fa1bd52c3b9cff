package io.github.onet4j.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onet4j.examples.quickstart.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks, each executed in its kernel. */
class NotebookTest {
    private static final List<String> NOTEBOOKS = List.of("first-gap", "closest-and-paths", "what-changed");

    /** The cell that takes the library from where it was built; what it prints has the paths of the machine. */
    private static final String CLASS_PATH = "class-path";

    private static final Path FRESH = Project.FOLDER.resolve("onet-examples/target/notebooks");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder = Path.of("");

    private static Path executed = Path.of("");

    @BeforeAll
    static void execute() throws Exception {
        assumeTrue(JupyterRun.isPossible(), "jupyter-nbconvert is not on the PATH");
        executed = new JupyterRun(folder.toRealPath())
                .execute(NOTEBOOKS.stream().map(NotebookTest::stored).toList());
    }

    @TestFactory
    Stream<DynamicTest> theStoredOutputsAreThoseOfTheKernel() {
        return each(name -> {
            ObjectNode fresh = (ObjectNode) read(executed(name));
            codeCells(fresh).filter(NotebookTest::isClassPath).forEach(cell -> ((ObjectNode) cell).putArray("outputs"));
            // The version of the kernel's JDK is in it.
            fresh.withObject("/metadata")
                    .set("language_info", read(stored(name)).at("/metadata/language_info"));
            Path kept = Files.createDirectories(FRESH).resolve(stored(name).getFileName());
            Files.writeString(kept, JSON.writer(asJupyterDoes()).writeValueAsString(fresh) + "\n");

            assertThat(outputs(fresh))
                    .as("outputs of %s; if those in %s are right, copy it there", stored(name), kept)
                    .isEqualTo(outputs(read(stored(name))));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatShowsFiguresShowsTheCredit() {
        return each(name -> assertThat(codeCells(read(executed(name))).flatMap(cell -> htmls(cell).stream()))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(html ->
                        assertThat(html).contains("Includes information from the O*NET 29.3 Database", "CC BY 4.0")));
    }

    @Test
    void theyShowTheFiguresOfTheSample() {
        assertThat(html("first-gap", "first-gap"))
                .contains("Readiness: 83.2 %", "Troubleshooting", "<svg", "2.0 %", "tentative");
        assertThat(html("first-gap", "readiness")).contains("with a probability of 90 %", "Ask next", "none of this");
        assertThat(html("closest-and-paths", "closest-occupations")).contains("43.5 %", "~2.10");
        assertThat(html("closest-and-paths", "ranking")).contains("91.5 %");
        assertThat(html("closest-and-paths", "career-paths")).contains("Over 1 stop: the hardest step lacks 23.2 %");
        assertThat(html("what-changed", "changes")).contains("O*NET 29.3 to 29.4", "re-rated");
        assertThat(html("what-changed", "drift-of-readiness")).contains("Troubleshooting", "re-rated", "Programming");
    }

    @Test
    void theyAreForTheKernelAndEachOfTheirCellsHasAName() {
        for (String name : NOTEBOOKS) {
            JsonNode notebook = read(stored(name));
            assertThat(notebook.at("/metadata/kernelspec/name").textValue()).isEqualTo("rapaio-jupyter-kernel");
            assertThat(codeCells(notebook).map(NotebookTest::id))
                    .contains(CLASS_PATH)
                    .doesNotHaveDuplicates();
        }
    }

    private static Path stored(String name) {
        return StartScript.SCRIPTS.resolve(name + ".ipynb");
    }

    private static Path executed(String name) {
        return executed.resolve(name + ".ipynb");
    }

    private static JsonNode read(Path notebook) {
        try {
            return JSON.readTree(Files.readString(notebook));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> codeCells(JsonNode notebook) {
        return StreamSupport.stream(notebook.path("cells").spliterator(), false)
                .filter(cell -> cell.path("cell_type").textValue().equals("code"));
    }

    private static Map<String, String> outputs(JsonNode notebook) {
        return codeCells(notebook)
                .collect(Collectors.toMap(
                        NotebookTest::id, cell -> cell.path("outputs").toPrettyString()));
    }

    private static String html(String notebook, String id) {
        return codeCells(read(executed(notebook)))
                .filter(cell -> id(cell).equals(id))
                .flatMap(cell -> htmls(cell).stream())
                .collect(Collectors.joining());
    }

    /** Returns the HTML of each output of a cell. */
    private static List<String> htmls(JsonNode cell) {
        return StreamSupport.stream(cell.path("outputs").spliterator(), false)
                .map(output -> output.path("data").path("text/html"))
                .filter(html -> !html.isMissingNode())
                .map(html -> StreamSupport.stream(html.spliterator(), false)
                        .map(JsonNode::textValue)
                        .collect(Collectors.joining()))
                .toList();
    }

    private static String id(JsonNode cell) {
        return cell.path("id").textValue();
    }

    private static boolean isClassPath(JsonNode cell) {
        return id(cell).equals(CLASS_PATH);
    }

    private static DefaultPrettyPrinter asJupyterDoes() {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static Stream<DynamicTest> each(Check check) {
        return NOTEBOOKS.stream().map(name -> DynamicTest.dynamicTest(name, () -> check.check(name)));
    }

    /** A claim about a notebook. */
    private interface Check {
        void check(String name) throws Exception;
    }
}
