package io.github.onet4j.examples.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page on assistants shows what the tools say. */
class DocsTest {
    private static final List<OnetTool> TOOLS = OnetTools.of(new ReleasesOnDisk(List.of(Samples.EARLIER)));

    @Test
    void theTableHasEveryToolWithItsLimit() throws IOException {
        List<String> lines = Files.readAllLines(page());

        assertThat(TOOLS).allSatisfy(tool -> {
            JsonNode properties = Schemas.JSON.readTree(tool.inputSchema()).get("properties");
            JsonNode limit = properties.get("limit");
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("| `" + tool.name() + "` |"))
                    .singleElement()
                    .asString()
                    .contains(properties.propertyNames().stream()
                            .map(name -> "`" + name + "`")
                            .toList())
                    .contains("1 to " + limit.get("maximum") + ", default " + limit.get("default"));
        });
    }

    @Test
    void theDialogueIsWhatTheToolsSay() throws IOException {
        String page = onOneLine(Files.readString(page()));
        Calls calls = new Calls(TOOLS);

        assertThat(page)
                .contains(onOneLine(calls.refused(
                        "skill_gap", "{'from': 'computer programmers', 'to': 'software developers', 'limit': 2}")))
                .contains(onOneLine(
                        withoutCredit(calls.text("skill_gap", "{'from': '15-1251', 'to': '15-1211.00', 'limit': 2}"))))
                .contains(onOneLine(
                        calls.text("person_readiness", "{'target': '15-1211', 'held': [{'occupation': '15-1251'}]}")
                                .lines()
                                .limit(2)
                                .reduce("", (one, other) -> one + "\n" + other)));
    }

    private static Path page() {
        return Path.of("../../docs/assistants.md");
    }

    private static String withoutCredit(String text) {
        return text.substring(0, text.indexOf("Includes information"));
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
