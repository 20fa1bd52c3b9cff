package io.github.onet4j.examples.assistants;

import java.util.List;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * The tools for Spring AI: {@code chatClient.prompt(question).toolCallbacks(SpringAiTools.of(OnetTools.of(releases)))}.
 */
public final class SpringAiTools {
    private SpringAiTools() {}

    /**
     * Returns the callbacks of tools.
     *
     * @param tools the tools
     * @return one callback for each, in their order
     */
    public static List<ToolCallback> of(List<OnetTool> tools) {
        return tools.stream().map(SpringAiTools::callback).toList();
    }

    private static ToolCallback callback(OnetTool tool) {
        ToolDefinition definition = ToolDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .inputSchema(tool.inputSchema())
                .build();
        return new ToolCallback() {
            @Override
            public ToolDefinition getToolDefinition() {
                return definition;
            }

            /** Returns what was found, or why the call was refused, so that the model can ask again. */
            @Override
            public String call(String arguments) {
                return tool.call(arguments).forModel();
            }
        };
    }
}
