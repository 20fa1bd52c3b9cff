package io.github.onet4j.examples.assistants.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a client of the SDK sees, whichever way it is connected. */
final class McpCalls {
    static final Map<String, Map<String, Object>> EVERY_TOOL = Map.of(
            "search_occupations", Map.of("title", "nurse"),
            "skill_gap", Map.of("from", "15-1251", "to", "15-1211"),
            "closest_occupations", Map.of("occupation", "15-1251"),
            "career_paths", Map.of("from", "31-1131", "to", "29-1141"),
            "what_changed", Map.of(),
            "person_readiness", Map.of("target", "15-1211", "held", List.of(Map.of("occupation", "15-1251"))));

    private McpCalls() {}

    /** Connects a client that checks each answer against the schema of its tool. */
    static McpSyncClient connect(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .initializationTimeout(Duration.ofMinutes(2))
                .requestTimeout(Duration.ofMinutes(1))
                .enableCallToolSchemaCaching(true)
                .build();
        client.initialize();
        return client;
    }

    static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    static String text(CallToolResult result) {
        assertThat(result.content()).hasSize(1);
        return ((TextContent) result.content().get(0)).text();
    }

    static Map<?, ?> structured(CallToolResult result) {
        assertThat(result.isError()).as(text(result)).isFalse();
        assertThat(result.structuredContent()).isInstanceOf(Map.class);
        return (Map<?, ?>) result.structuredContent();
    }

    static void assertEveryToolAnswers(McpSyncClient client) {
        List<Tool> tools = client.listTools().tools();
        assertThat(tools).extracting(Tool::name).containsExactlyInAnyOrderElementsOf(EVERY_TOOL.keySet());
        for (Tool tool : tools) {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().idempotentHint()).isTrue();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.inputSchema()).containsEntry("type", "object");

            CallToolResult result = call(client, tool.name(), EVERY_TOOL.getOrDefault(tool.name(), Map.of()));
            assertThat(tool.outputSchema())
                    .containsEntry("required", List.copyOf(structured(result).keySet()));
            assertThat(text(result)).contains("Includes information from the O*NET ");
        }
    }

    static void assertRefusalsAreAnswers(McpSyncClient client) {
        CallToolResult refused = call(client, "skill_gap", Map.of("from", "15-1251", "to", "15-1211", "limit", 99));

        assertThat(refused.isError()).isTrue();
        assertThat(refused.structuredContent()).isNull();
        assertThat(text(refused)).isEqualTo("The argument limit: must have a maximum value of 40.");
    }
}
