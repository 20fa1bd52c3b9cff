package io.github.onet4j.examples.assistants;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tools for LangChain4j. Pass the {@linkplain #specifications} with a {@code ChatRequest}, and send what
 * {@link #execute} returns with the next one. For {@code AiServices}, a {@code ToolExecutor} of a specification is
 * {@code (request, memoryId) -> tools.execute(request).text()}.
 */
public final class LangChain4jTools {
    private final Map<String, OnetTool> tools;

    /**
     * Adapts tools.
     *
     * @param tools the tools
     */
    public LangChain4jTools(List<OnetTool> tools) {
        this.tools = tools.stream()
                .collect(
                        Collectors.toMap(OnetTool::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Returns what a model is told of the tools.
     *
     * @return one specification for each, in their order
     */
    public List<ToolSpecification> specifications() {
        return tools.values().stream().map(LangChain4jTools::specification).toList();
    }

    private static ToolSpecification specification(OnetTool tool) {
        // LangChain4j reads a schema only as a part of a whole specification.
        return ToolSpecification.fromJson(
                        "{\"name\":\"" + tool.name() + "\",\"parameters\":" + tool.inputSchema() + "}")
                .toBuilder()
                .description(tool.description())
                .build();
    }

    /**
     * Calls a tool.
     *
     * @param request the request of a model
     * @return what was found, or why the call was refused, so that the model can ask again
     */
    public ToolExecutionResultMessage execute(ToolExecutionRequest request) {
        OnetTool tool = tools.get(request.name());
        ToolAnswer answer = tool == null
                ? ToolAnswer.refused("There is no tool of this name; there are " + String.join(", ", tools.keySet()))
                : tool.call(request.arguments());
        return ToolExecutionResultMessage.builder()
                .id(request.id())
                .toolName(request.name())
                .text(answer.forModel())
                .isError(answer.isError())
                .build();
    }
}
