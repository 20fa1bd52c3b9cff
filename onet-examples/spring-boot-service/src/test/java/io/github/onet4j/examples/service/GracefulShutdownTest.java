package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.onet4j.examples.service.Client.Answer;
import io.github.onet4j.testing.DatabaseServers;
import io.github.onet4j.testing.GeminiReply;
import io.github.onet4j.testing.GeminiStub;
import io.github.onet4j.testing.HeldRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Tests the shutdown of the service. */
final class GracefulShutdownTest {
    private static final Duration NO_HANG = Duration.ofSeconds(60);

    @Test
    void aRequestThatIsUnderWayIsAnsweredAndNoOtherIsTaken() {
        try (ServiceDatabase database = ServiceDatabase.loadedOn(DatabaseServers.postgres());
                GeminiStub gemini = GeminiStub.start("a-key")) {
            HeldRequest held = gemini.nextHeld(GeminiReply.invalidKey());
            ConfigurableApplicationContext service = start(database, gemini);
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            CompletableFuture<Answer> underWay = new Client(port)
                    .ask("/api/v1/skill-gap?from=15-1251.00&to=15-1211.00&include_llm_descriptions=true");
            held.awaitArrival();
            CompletableFuture<Void> end = CompletableFuture.runAsync(service::close);
            await().atMost(NO_HANG).until(() -> isRefused(port));
            assertThat(underWay).isNotDone();
            held.letGo();

            assertThat(underWay.join().status()).isEqualTo(200);
            assertThat(end).succeedsWithin(NO_HANG);
        }
    }

    private static ConfigurableApplicationContext start(ServiceDatabase database, GeminiStub gemini) {
        List<String> options = List.of(
                "--server.port=0", "--onet4j.gemini.api-key=a-key", "--onet4j.gemini.base-url=" + gemini.address());
        return SpringApplication.run(
                OnetServiceApplication.class,
                Stream.concat(options.stream(), Arrays.stream(database.options()))
                        .toArray(String[]::new));
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }
}
