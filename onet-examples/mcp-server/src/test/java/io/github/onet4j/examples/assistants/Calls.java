package io.github.onet4j.examples.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls of tools. Their arguments are JSON with apostrophes for quotation marks. */
public final class Calls {
    private final List<OnetTool> tools;

    /** Calls these tools. */
    public Calls(List<OnetTool> tools) {
        this.tools = tools;
    }

    OnetTool tool(String name) {
        return tools.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Calls a tool, which must find something that conforms to its schema, and shows the credit. */
    public JsonNode found(String name, String arguments) {
        OnetTool tool = tool(name);
        ToolAnswer answer = tool.call(json(arguments));
        assertThat(answer.isError()).as(answer.text()).isFalse();
        JsonNode structured = Schemas.JSON.readTree(answer.structured());
        assertThat(problems(tool, structured)).isEmpty();
        assertThat(structured.get("attribution").asString())
                .startsWith("Includes information from the O*NET ")
                .contains("CC BY 4.0");
        assertThat(answer.text()).endsWith(structured.get("attribution").asString());
        return structured;
    }

    String text(String name, String arguments) {
        return tool(name).call(json(arguments)).text();
    }

    /** Calls a tool, which must refuse. */
    public String refused(String name, String arguments) {
        ToolAnswer answer = tool(name).call(json(arguments));
        assertThat(answer.isError()).as(answer.text()).isTrue();
        assertThat(answer.forModel()).isEqualTo(answer.text());
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "select ", "SELECT ");
        return answer.text();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<String> problems(OnetTool tool, JsonNode structured) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tool.outputSchema())
                .validate(structured)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
