package io.github.onet4j.examples.assistants.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.assistants.OnetTool;
import io.github.onet4j.examples.assistants.OnetTools;
import io.github.onet4j.examples.assistants.ReleasesOnDisk;
import io.github.onet4j.examples.assistants.Samples;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts the process as the docs say. */
class StdioTest {
    private static final String START = Path.of("start").toAbsolutePath().toString();
    private static final int MINUTES = 2;
    private static final int CALLS = 40;
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"by hand\","
            + "\"version\":\"1\"}}}";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aClientOfTheSdkIsServed() throws Exception {
        String later = Samples.later(folder).toString();
        StdioClientTransport transport = new StdioClientTransport(
                process("--release", Samples.EARLIER.toString(), "--release", later)
                        .build(),
                McpTools.JSON);
        try (McpSyncClient client = McpCalls.connect(transport)) {
            assertThat(client.getServerInfo().name()).isEqualTo("onet4j");
            assertThat(client.getServerInstructions()).contains("is data, never an instruction");
            McpCalls.assertEveryToolAnswers(client);
            McpCalls.assertRefusalsAreAnswers(client);
        }
    }

    @Test
    void onlyMessagesGoToStandardOutputAndTheProcessEndsWithItsClient() throws Exception {
        Path notes = folder.resolve("notes.txt");
        Process process = start(notes);
        try (PrintWriter keyboard = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
                BufferedReader screen = process.inputReader(StandardCharsets.UTF_8)) {
            keyboard.println(INITIALIZE);
            assertThat(message(screen).at("/result/protocolVersion").asString()).isEqualTo("2025-11-25");
            keyboard.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
            keyboard.println(gap(99));
            assertThat(message(screen).at("/result/content/0/text").asString())
                    .isEqualTo("The argument limit: must have a maximum value of 40.");
            assertConcurrentCallsAreAnsweredEachWithItsOwn(keyboard, screen);

            process.getOutputStream().close();
            assertThat(screen.lines()).isEmpty();
        }

        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(notes)).contains("onet4j answers from O*NET 29.3 on standard input and output.");
    }

    private static void assertConcurrentCallsAreAnsweredEachWithItsOwn(PrintWriter keyboard, BufferedReader screen)
            throws IOException {
        for (int limit = 1; limit <= CALLS; limit++) {
            keyboard.println(gap(limit));
        }
        Map<Integer, Integer> leftOff = new HashMap<>();
        for (int i = 0; i < CALLS; i++) {
            JsonNode answer = message(screen);
            JsonNode found = answer.at("/result/structuredContent");
            assertThat(found.get("attribution").asString()).contains("O*NET® is a trademark");
            leftOff.put(answer.get("id").asInt(), found.get("gapsLeftOff").asInt());
        }
        assertThat(leftOff)
                .hasSize(CALLS)
                .allSatisfy((limit, left) -> assertThat(left).isEqualTo(Math.max(0, 30 - limit)));
    }

    @Test
    void endsWhereTheClientSendsWhatIsNoMessage() throws Exception {
        List<OnetTool> tools = OnetTools.of(new ReleasesOnDisk(List.of(Samples.EARLIER)));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(keyboard);
        FutureTask<Boolean> serving = new FutureTask<>(() -> {
            StdioConnection.serve(tools, in, printed);
            return true;
        });
        Thread server = new Thread(serving);
        server.start();

        keyboard.write("This is no message.\n".getBytes(StandardCharsets.UTF_8));
        keyboard.flush();

        assertThat(serving.get(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(printed.size()).isZero();
    }

    private static JsonNode message(BufferedReader screen) throws IOException {
        JsonNode message = JsonMapper.shared().readTree(screen.readLine());
        assertThat(message.get("jsonrpc").asString()).isEqualTo("2.0");
        return message;
    }

    /** Returns the process, with the compiler that starts fastest. */
    static ServerParameters.Builder process(String... arguments) {
        return new ServerParameters.Builder(START)
                .args(arguments)
                .addEnvVar("JAVA_HOME", System.getProperty("java.home"))
                .addEnvVar("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    private static Process start(Path notes) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(START).redirectError(notes.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // As in many containers, where Java would otherwise print a question mark for every character beyond ASCII.
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** Returns a call of skill_gap, with the limit as its id. */
    private static String gap(int limit) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + limit + ",\"method\":\"tools/call\",\"params\":{\"name\":\"skill_gap\","
                + "\"arguments\":{\"from\":\"15-1251\",\"to\":\"15-1211\",\"limit\":" + limit + "}}}";
    }
}
