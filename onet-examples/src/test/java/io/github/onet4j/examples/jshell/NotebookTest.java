package io.github.onet4j.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onet4j.examples.quickstart.Project;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

class NotebookTest {
    private static final Path NOTEBOOK = StartScript.SCRIPTS.resolve("skill-gap.ipynb");
    private static final Path FRESH = Project.FOLDER.resolve("onet-examples/target/skill-gap.ipynb");
    private static final String SAMPLE = "../sample/db_29_3_sample";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theStoredOutputsAreThoseOfTheCode() throws Exception {
        JsonNode notebook = json.readTree(Files.readString(NOTEBOOK));
        List<String> stored = outputs(notebook);

        run(notebook);

        Files.writeString(FRESH, json.writer(asJupyterDoes()).writeValueAsString(notebook) + "\n");
        assertThat(outputs(notebook))
                .as("outputs of the notebook; if those in %s are right, copy it to %s", FRESH, NOTEBOOK)
                .isEqualTo(stored);
    }

    @Test
    void itIsForAJavaKernelAndEachOfItsStepsPrints() throws Exception {
        JsonNode notebook = json.readTree(Files.readString(NOTEBOOK));

        assertThat(notebook.path("nbformat").intValue()).isEqualTo(4);
        assertThat(notebook.at("/metadata/kernelspec/name").textValue()).isEqualTo("java");
        assertThat(codeCells(notebook)
                        .filter(cell -> cell.path("outputs").isEmpty())
                        .map(cell -> cell.path("id").textValue()))
                .containsExactly("class-path", "close");
    }

    /** Runs all cells in order and stores their output in the notebook. */
    private static void run(JsonNode notebook) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        // In a process of its own, like a kernel. The notebook shows figures as English writes them.
        JShell shell = JShell.builder()
                .out(new PrintStream(screen, true, StandardCharsets.UTF_8))
                .remoteVMOptions("-Duser.language=en", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8")
                .build();
        try (ScriptRunner runner = new ScriptRunner(shell)) {
            codeCells(notebook).forEach(cell -> {
                ArrayNode outputs = ((ObjectNode) cell).putArray("outputs");
                screen.reset();
                runner.run(cell.path("id").textValue(), code(cell));
                String printed = screen.toString(StandardCharsets.UTF_8);
                if (!printed.isEmpty()) {
                    ObjectNode output =
                            outputs.addObject().put("name", "stdout").put("output_type", "stream");
                    printed.lines().map(line -> line + "\n").forEach(output.withArray("text")::add);
                }
            });
        }
    }

    private static List<String> outputs(JsonNode notebook) {
        return codeCells(notebook)
                .map(cell -> cell.path("id").textValue() + ": " + cell.path("outputs"))
                .toList();
    }

    private static Stream<JsonNode> codeCells(JsonNode notebook) {
        return StreamSupport.stream(notebook.path("cells").spliterator(), false)
                .filter(cell -> cell.path("cell_type").textValue().equals("code"));
    }

    /** Returns the Java of a cell, without the kernel's commands, which begin with a percent sign. */
    private static String code(JsonNode cell) {
        String sample = Project.SAMPLE.toString().replace('\\', '/');
        return StreamSupport.stream(cell.path("source").spliterator(), false)
                .map(JsonNode::textValue)
                .filter(line -> !line.startsWith("%"))
                // Unlike a test, a kernel runs in the notebook's folder.
                .map(line -> line.replace(SAMPLE, sample))
                .collect(Collectors.joining());
    }

    private static DefaultPrettyPrinter asJupyterDoes() {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
