package io.github.onet4j.examples.assistants.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.examples.assistants.OnetTools;
import io.github.onet4j.examples.assistants.ReleasesOnDisk;
import io.github.onet4j.examples.assistants.Samples;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class HttpEndpointTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CALLERS = 4;
    private static final int CALLS = 60;
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    @TempDir
    static Path folder;

    private static HttpEndpoint endpoint;

    @BeforeAll
    static void start() throws Exception {
        ReleasesOnDisk releases = new ReleasesOnDisk(List.of(Samples.EARLIER, Samples.later(folder)));
        endpoint = HttpEndpoint.start(OnetTools.of(releases), LOOPBACK, 0, List.of("http://localhost:6274"));
    }

    @AfterAll
    static void stop() throws Exception {
        endpoint.close();
    }

    @Test
    void aClientOfTheSdkIsServed() throws Exception {
        try (McpSyncClient client =
                McpCalls.connect(HttpClientStreamableHttpTransport.builder("http://" + LOOPBACK + ":" + endpoint.port())
                        .build())) {
            McpCalls.assertEveryToolAnswers(client);
            McpCalls.assertRefusalsAreAnswers(client);
            assertConcurrentCallsAreAnsweredEachWithItsOwn(client);
        }
    }

    private static void assertConcurrentCallsAreAnsweredEachWithItsOwn(McpSyncClient client) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Object>> answers = IntStream.range(0, CALLS)
                    .mapToObj(i -> callers.submit((Callable<Object>) () -> McpCalls.structured(McpCalls.call(
                                    client, "skill_gap", Map.of("from", "15-1251", "to", "15-1211", "limit", limit(i))))
                            .get("gapsLeftOff")))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(30 - limit(i));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static int limit(int i) {
        return 1 + i % 30;
    }

    @Test
    void aPageOfAnotherOriginIsRefused() throws Exception {
        assertThat(post(PING, "http://attacker.example").statusCode()).isEqualTo(403);
        assertThat(post(PING, "http://localhost:6275").statusCode()).isEqualTo(403);
        assertThat(post(PING, "null").statusCode()).isEqualTo(403);
        assertThat(post(PING, "http://localhost:6274").statusCode()).isEqualTo(200);
        assertThat(post(PING, null).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyThisMachineCanConnect() throws Exception {
        Optional<InetAddress> beyondLoopback = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();

        if (beyondLoopback.isPresent()) {
            assertThatThrownBy(() -> new Socket(beyondLoopback.get(), endpoint.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
        new Socket(InetAddress.getLoopbackAddress(), endpoint.port()).close();
    }

    @Test
    void aClientThatGoesAwayDoesNotDisturbOthers() throws Exception {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"career_paths\","
                + "\"arguments\":{\"from\":\"31-1131\",\"to\":\"29-1141\"}}}";
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(raw(call, call.length()));
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
                socket.getOutputStream().write(raw(call.substring(0, 40), call.length()));
            }
        }

        assertThat(post(call, null).body()).contains("\"isError\":false");
    }

    @Test
    void aRequestThatIsTooLargeOrNoMessageIsRefused() throws Exception {
        assertThat(post(" ".repeat(300 * 1024), null).statusCode()).isEqualTo(413);
        HttpResponse<String> noMessage = post("This is no message.", null);
        assertThat(noMessage.statusCode()).isEqualTo(400);
        assertThat(noMessage.body()).doesNotContain("\tat ", "stackTrace");
    }

    private static byte[] raw(String body, int length) {
        return ("POST " + HttpEndpoint.PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Accept: application/json, text/event-stream\r\nContent-Length: " + length + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(String body, @Nullable String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + LOOPBACK + ":" + endpoint.port() + HttpEndpoint.PATH))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
