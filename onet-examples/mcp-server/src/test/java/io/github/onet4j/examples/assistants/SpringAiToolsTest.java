package io.github.onet4j.examples.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.tool.ToolCallback;

class SpringAiToolsTest {
    private static final List<OnetTool> TOOLS = OnetTools.of(new ReleasesOnDisk(List.of(Samples.EARLIER)));
    private static final List<ToolCallback> CALLBACKS = SpringAiTools.of(TOOLS);

    @Test
    void everyToolIsACallbackWithTheSameDefinition() {
        assertThat(CALLBACKS).hasSameSizeAs(TOOLS);
        for (int i = 0; i < TOOLS.size(); i++) {
            assertThat(CALLBACKS.get(i).getToolDefinition().name())
                    .isEqualTo(TOOLS.get(i).name());
            assertThat(CALLBACKS.get(i).getToolDefinition().description())
                    .isEqualTo(TOOLS.get(i).description());
            assertThat(CALLBACKS.get(i).getToolDefinition().inputSchema())
                    .isEqualTo(TOOLS.get(i).inputSchema());
        }
    }

    @Test
    void aCallbackReturnsWhatTheToolFound() {
        String arguments = "{\"from\": \"15-1251\", \"to\": \"15-1211\"}";

        assertThat(callback("skill_gap").call(arguments))
                .contains("\"readiness\":0.8319082257410476")
                .isEqualTo(TOOLS.get(1).call(arguments).structured());
    }

    @Test
    void aCallbackReturnsWhyTheToolRefused() {
        assertThat(callback("skill_gap").call("{\"from\": \"15-1251\"}")).isEqualTo("The argument to is missing.");
    }

    private static ToolCallback callback(String name) {
        return CALLBACKS.stream()
                .filter(callback -> callback.getToolDefinition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
