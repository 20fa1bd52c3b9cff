package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.onet4j.testing.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final String NAME = "db_29_3_text.zip";
    private static final String TAG = "\"v1\"";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static byte[] archive = new byte[0];

    @TempDir
    Path folder = Path.of("");

    private ArchiveServer server = newServer();

    @BeforeAll
    static void zipTheSample() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.list(Project.SAMPLE)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry("db_29_3_text/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
            }
        }
        archive = bytes.toByteArray();
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
        server.answers(exchange -> sendFrom(exchange, 0));

        Path archiveFile = download(Optional.of(sha256(archive))).fetch((bytes, total) -> {});

        assertThat(archiveFile).isEqualTo(folder.resolve(NAME)).hasBinaryContent(archive);
        assertThat(filesInFolder()).containsExactly(NAME);
    }

    @Test
    void anUnknownChecksumIsNotChecked() throws Exception {
        server.answers(exchange -> sendFrom(exchange, 0));
        Download download = download(Optional.empty());

        assertThat(download.isChecked()).isFalse();
        assertThat(download.fetch((bytes, total) -> {})).hasBinaryContent(archive);
    }

    @Test
    void theProgressEndsAtTheTotal() throws Exception {
        server.answers(exchange -> sendFrom(exchange, 0));
        long[] last = new long[2];

        Path unused = download(Optional.empty()).fetch((bytes, total) -> {
            last[0] = bytes;
            last[1] = total;
        });

        assertThat(last).containsExactly(archive.length, archive.length);
    }

    @Test
    void aWrongChecksumDeletesWhatCame() throws Exception {
        server.answers(exchange -> sendFrom(exchange, 0));

        assertThatThrownBy(() -> download(Optional.of("00ff")).fetch((bytes, total) -> {}))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining("expected SHA-256 00ff")
                .hasMessageContaining("received SHA-256 " + sha256(archive));
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aLoginPageIsNotTakenForARelease() {
        server.answers(
                exchange -> ArchiveServer.answer(exchange, 200, "<html>Log in".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining("is not an O*NET release");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aDownloadThatBrokeOffGoesOnWhereItEnded() throws Exception {
        breakOffAfter(1000);
        server.answers(exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("If-Range")).isEqualTo(TAG);
            sendFrom(exchange, 1000);
        });

        Path archiveFile = download(Optional.of(sha256(archive))).fetch((bytes, total) -> {});

        assertThat(archiveFile).hasBinaryContent(archive);
        assertThat(server.requests()).containsExactly("/" + NAME, "/" + NAME + " bytes=1000-");
        assertThat(filesInFolder()).containsExactly(NAME);
    }

    @Test
    void aServerThatSendsTheWholeFileInsteadOfTheRestIsTakenByItsWord() throws Exception {
        breakOffAfter(1000);
        server.answers(exchange -> sendFrom(exchange, 0));

        assertThat(download(Optional.of(sha256(archive))).fetch((bytes, total) -> {}))
                .hasBinaryContent(archive);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServerThatHasNoSuchRestIsAskedForTheWholeFile() throws Exception {
        breakOffAfter(1000);
        server.answers(exchange -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                ArchiveServer.answer(exchange, 416, new byte[0]);
            } else {
                sendFrom(exchange, 0);
            }
        });

        assertThat(download(Optional.of(sha256(archive))).fetch((bytes, total) -> {}))
                .hasBinaryContent(archive);
        assertThat(server.requests()).containsExactly("/" + NAME, "/" + NAME + " bytes=1000-", "/" + NAME);
    }

    @Test
    void aServerThatSendsAnotherPartIsAskedForTheWholeFile() throws Exception {
        breakOffAfter(1000);
        server.answers(
                exchange -> sendFrom(exchange, exchange.getRequestHeaders().containsKey("Range") ? 2000 : 0));

        assertThat(download(Optional.of(sha256(archive))).fetch((bytes, total) -> {}))
                .hasBinaryContent(archive);
    }

    @Test
    void aPartOfAnotherAddressIsNotGoneOnWith() throws Exception {
        breakOffAfter(1000);
        server.answers(exchange -> sendFrom(exchange, 0));

        Path unused = download(new DownloadAddress(server.address("elsewhere/" + NAME)), Optional.empty())
                .fetch((bytes, total) -> {});

        assertThat(server.requests()).containsExactly("/" + NAME, "/elsewhere/" + NAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 503})
    void aRefusalSaysItsStatus(int status) {
        server.answers(exchange -> ArchiveServer.answer(exchange, status, new byte[0]));

        assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessage("it answered with status " + status);
    }

    @Test
    void aClosedPortIsTold() throws Exception {
        int port = FreePort.find();
        DownloadAddress closed = new DownloadAddress(URI.create("http://127.0.0.1:" + port + "/" + NAME));

        assertThatThrownBy(() -> download(closed, Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessage("it refuses connections");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLong() {
        server.answers(exchange -> staySilent());

        assertThatThrownBy(() -> impatientDownload().fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageStartingWith("no answer within");
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForLong() {
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, 1000);
            exchange.getResponseBody().flush();
            staySilent();
        });

        assertThatThrownBy(() -> impatientDownload().fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageStartingWith("it broke off and was silent");
        assertThat(folder.resolve(NAME)).doesNotExist();
    }

    @Test
    void aBodyThatIsCutShortIsNotTakenForWhole() {
        breakOffAfter(1000);

        assertThat(folder.resolve(NAME)).doesNotExist();
        assertThat(folder.resolve(NAME + ".part")).hasSize(1000);
    }

    @Test
    void aRedirectToAnotherServerIsNotFollowed() throws Exception {
        try (ArchiveServer other = newServer()) {
            server.answers(exchange -> redirect(exchange, other.address(NAME).toString()));

            assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                    .isInstanceOf(DownloadFailedException.class)
                    .hasMessage("it redirects to another server, 127.0.0.1");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aRedirectOnTheSameServerIsFollowed() throws Exception {
        server.answers(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/" + NAME)) {
                redirect(exchange, "/moved/" + NAME);
            } else {
                sendFrom(exchange, 0);
            }
        });

        assertThat(download(Optional.empty()).fetch((bytes, total) -> {})).hasBinaryContent(archive);
    }

    @Test
    void aRedirectInCirclesEnds() {
        server.answers(exchange -> redirect(exchange, "/" + NAME));

        assertThatThrownBy(() -> download(Optional.empty()).fetch((bytes, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessage("it redirects in circles");
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
        assertThatThrownBy(() -> new DownloadAddress(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    private void breakOffAfter(int bytes) {
        server.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, bytes);
            exchange.getResponseBody().flush();
        });
        assertThatThrownBy(() -> download(Optional.empty()).fetch((received, total) -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageStartingWith("it broke off");
    }

    private static void sendFrom(HttpExchange exchange, int from) throws IOException {
        exchange.getResponseHeaders().set("ETag", TAG);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (archive.length - 1) + "/" + archive.length);
        }
        byte[] rest = Arrays.copyOfRange(archive, from, archive.length);
        ArchiveServer.answer(exchange, from > 0 ? 206 : 200, rest);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        ArchiveServer.answer(exchange, 302, new byte[0]);
    }

    /** Until the server ends, which interrupts its threads. */
    private static void staySilent() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Download download(Optional<String> sha256) {
        return download(new DownloadAddress(server.address(NAME)), sha256);
    }

    private Download download(DownloadAddress address, Optional<String> sha256) {
        return new Download(address, sha256, folder, PATIENCE);
    }

    private Download impatientDownload() {
        return new Download(
                new DownloadAddress(server.address(NAME)), Optional.empty(), folder, Duration.ofMillis(500));
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
