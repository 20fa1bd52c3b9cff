package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.onet4j.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final String NAME = "db_29_3_text.zip";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static byte[] archive = new byte[0];

    @TempDir
    Path folder = Path.of("");

    private ArchiveServer server = newServer();

    @BeforeAll
    static void zipTheSample(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve(NAME);
        Project.zipSample(zip, "db_29_3_text/");
        archive = Files.readAllBytes(zip);
    }

    @BeforeEach
    void startServer() {
        server.close();
        server = newServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aWholeArchiveIsKeptUnderItsName() throws Exception {
        server.answers(DownloadTest::sendArchive);

        Path archiveFile = download(Optional.of(sha256(archive))).fetch((bytes, total) -> {});

        assertThat(archiveFile).isEqualTo(folder.resolve(NAME)).hasBinaryContent(archive);
        assertThat(filesInFolder()).containsExactly(NAME);
    }

    @Test
    void theProgressEndsAtTheTotal() throws Exception {
        server.answers(DownloadTest::sendArchive);
        long[] last = new long[2];

        Path unused = download(Optional.empty()).fetch((bytes, total) -> {
            last[0] = bytes;
            last[1] = total;
        });

        assertThat(last).containsExactly(archive.length, archive.length);
    }

    @Test
    void aWrongChecksumDeletesWhatCame() throws Exception {
        server.answers(DownloadTest::sendArchive);

        assertThatThrownBy(() -> download(Optional.of("00ff")).fetch((bytes, total) -> {}))
                .isInstanceOf(WrongArchiveException.class)
                .hasMessageContaining("expected SHA-256 00ff")
                .hasMessageContaining("received SHA-256 " + sha256(archive));
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aLoginPageIsNotTakenForARelease() {
        server.answers(
                exchange -> ArchiveServer.answer(exchange, 200, "<html>Log in".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(WrongArchiveException.class)
                .hasMessageContaining("is not an O*NET release");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aTransferThatBreaksOffStartsOverOnce() throws Exception {
        server.answers(exchange -> {
            if (server.requests().size() == 1) {
                breakOff(exchange);
            } else {
                sendArchive(exchange);
            }
        });

        assertThat(download(Optional.of(sha256(archive))).fetch((bytes, total) -> {}))
                .hasBinaryContent(archive);
        assertThat(server.requests()).hasSize(2);
        assertThat(filesInFolder()).containsExactly(NAME);
    }

    @Test
    void aTransferThatBreaksOffTwiceFailsAndLeavesNothing() {
        server.answers(DownloadTest::breakOff);

        assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageStartingWith("the transfer failed: ");
        assertThat(server.requests()).hasSize(2);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aTransferThatStallsFails() {
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, 1000);
            exchange.getResponseBody().flush();
            staySilent();
        });

        assertThatThrownBy(() -> download(TIMEOUT, SHORT).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessage("the transfer failed: no data for 0.2 s");
        assertThat(filesInFolder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 503})
    void aRefusalSaysItsStatus(int status) {
        server.answers(exchange -> ArchiveServer.answer(exchange, status, new byte[0]));

        assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessage("the server answered with status " + status);
    }

    @Test
    void aClosedPortIsNoConnection() {
        URI closed = URI.create("http://127.0.0.1:" + FreePort.find() + "/" + NAME);

        assertThatThrownBy(() ->
                        new Download(closed, Optional.empty(), folder, TIMEOUT, TIMEOUT).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessage("no connection to the server");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLong() {
        server.answers(exchange -> staySilent());

        assertThatThrownBy(() -> download(SHORT, TIMEOUT).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageStartingWith("no answer within");
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        server.answers(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/" + NAME)) {
                redirect(exchange, "/moved/" + NAME);
            } else {
                sendArchive(exchange);
            }
        });

        assertThat(download(Optional.empty()).fetch((bytes, total) -> {})).hasBinaryContent(archive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.onetcenter.org/db_31_0_text.zip",
                "http://localhost.example.org/db_31_0_text.zip",
                "ftp://127.0.0.1/db_31_0_text.zip",
                "https://www.onetcenter.org/",
                "https://www.onetcenter.org/database.html",
                "db_31_0_text.zip"
            })
    void anAddressThatIsNotSafeOrNoArchiveIsRefused(String address) {
        assertThatThrownBy(() -> Download.fileName(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    private static void sendArchive(HttpExchange exchange) throws IOException {
        ArchiveServer.answer(exchange, 200, archive);
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive, 0, 1000);
        exchange.getResponseBody().flush();
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        ArchiveServer.answer(exchange, 302, new byte[0]);
    }

    /** Blocks until the server stops, which interrupts its threads. */
    private static void staySilent() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Download download(Optional<String> sha256) {
        return new Download(server.address(NAME), sha256, folder, TIMEOUT, TIMEOUT);
    }

    private Download download(Duration answerTimeout, Duration stallTimeout) {
        return new Download(server.address(NAME), Optional.empty(), folder, answerTimeout, stallTimeout);
    }

    private List<String> filesInFolder() {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static ArchiveServer newServer() {
        try {
            return new ArchiveServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
