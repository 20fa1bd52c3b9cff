package io.github.onet4j.examples.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChain4jToolsTest {
    private static final List<OnetTool> TOOLS = OnetTools.of(new ReleasesOnDisk(List.of(Samples.EARLIER)));
    private static final LangChain4jTools ADAPTED = new LangChain4jTools(TOOLS);

    @Test
    void everyToolIsASpecificationWithTheSameSchema() {
        List<ToolSpecification> specifications = ADAPTED.specifications();

        assertThat(specifications).hasSameSizeAs(TOOLS);
        for (int i = 0; i < TOOLS.size(); i++) {
            assertThat(specifications.get(i).name()).isEqualTo(TOOLS.get(i).name());
            assertThat(specifications.get(i).description())
                    .isEqualTo(TOOLS.get(i).description());
            assertThat(Schemas.JSON.readTree(specifications.get(i).toJson()).get("parameters"))
                    .isEqualTo(Schemas.JSON.readTree(TOOLS.get(i).inputSchema()));
        }
    }

    @Test
    void aRequestOfAModelIsAnsweredWithWhatTheToolFound() {
        String arguments = "{\"from\": \"15-1251\", \"to\": \"15-1211\"}";

        ToolExecutionResultMessage result = execute("skill_gap", arguments);

        assertThat(result.id()).isEqualTo("call-1");
        assertThat(result.isError()).isFalse();
        assertThat(result.text())
                .contains("\"readiness\":0.8319082257410476")
                .isEqualTo(TOOLS.get(1).call(arguments).structured());
    }

    @Test
    void aRefusedRequestIsAnErrorThatSaysWhy() {
        ToolExecutionResultMessage refused = execute("skill_gap", "{\"from\": \"15-1251\"}");
        ToolExecutionResultMessage unknown = execute("skill_gaps", "{}");

        assertThat(refused.isError()).isTrue();
        assertThat(refused.text()).isEqualTo("The argument to is missing.");
        assertThat(unknown.isError()).isTrue();
        assertThat(unknown.text()).startsWith("There is no tool of this name; there are search_occupations, skill_gap");
    }

    private static ToolExecutionResultMessage execute(String name, String arguments) {
        return ADAPTED.execute(ToolExecutionRequest.builder()
                .id("call-1")
                .name(name)
                .arguments(arguments)
                .build());
    }
}
