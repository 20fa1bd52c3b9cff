package io.github.onet4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.onet4j.download.ReleaseDownloadException.Reason;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.ArchiveAnswer;
import io.github.onet4j.testing.ArchiveServer;
import io.github.onet4j.testing.FreePort;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.SecureArchiveServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnetReleasesTest {
    /** A release whose checksum onet4j does not know, so that the archive of a test passes for it. */
    private static final String VERSION = "30.1";

    private static final String NAME = "db_30_1_text.zip";
    private static final String RECEIPT = NAME + ".receipt";
    private static final Duration SHORT = Duration.ofMillis(200);
    private static byte[] archive = new byte[0];

    @TempDir
    private Path folder;

    private final ArchiveServer server = ArchiveServer.start();
    private final DownloadOptions options =
            DownloadOptions.DEFAULTS.baseAddress(server.address()).timeout(Duration.ofMinutes(1));

    @BeforeAll
    static void zip(@TempDir Path zips) throws IOException {
        archive = zipped(zips, MiniRelease.singleSkillsText().version(VERSION, "December 2025"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void anArchiveIsKeptUnderItsNameWithAReceiptAndOpens() {
        server.answers(ArchiveAnswer.whole(archive));

        ReleaseReceipt receipt = download();

        assertThat(receipt.file()).isEqualTo(folder.resolve(NAME)).hasBinaryContent(archive);
        assertThat(filesInFolder()).containsExactlyInAnyOrder(NAME, RECEIPT);
        OnetRelease release = OnetRelease.open(receipt.file());
        assertThat(release.version()).isEqualTo(VERSION);
        assertThat(receipt.sha256()).isEqualTo(release.info().sha256());
        assertThat(receipt.size()).isEqualTo(archive.length);
        assertThat(receipt.address()).isEqualTo(server.address().resolve(NAME));
        assertThat(receipt.isFetched()).isTrue();
        assertThat(receipt.isChecksumVerified()).isFalse();
    }

    @Test
    void theReceiptReadsBack() {
        server.answers(ArchiveAnswer.whole(archive));
        ReleaseReceipt written = download();

        Optional<ReleaseReceipt> read = ReleaseReceipt.read(folder.resolve(NAME));

        assertThat(read)
                .get()
                .usingRecursiveComparison()
                .ignoringFields("fetched")
                .isEqualTo(written);
        assertThat(read).get().matches(receipt -> !receipt.isFetched());
    }

    @Test
    void theReceiptMovesWithTheArchive() throws IOException {
        server.answers(ArchiveAnswer.whole(archive));
        download();
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(folder.resolve(NAME), moved.resolve(NAME));
        Files.move(folder.resolve(RECEIPT), moved.resolve(RECEIPT));

        ReleaseReceipt receipt = OnetReleases.download(VERSION, moved, options);

        assertThat(receipt.file()).isEqualTo(moved.resolve(NAME));
        assertThat(receipt.isFetched()).isFalse();
    }

    @Test
    void csvIsFetchedUnderItsOwnName(@TempDir Path zips) throws IOException {
        byte[] csv = zipped(zips, MiniRelease.csv().version("30.3", "May 2026"));
        server.answers(ArchiveAnswer.whole(csv));

        ReleaseReceipt receipt = OnetReleases.download("30.3", folder, options.layout(ArchiveLayout.CSV));

        assertThat(receipt.file()).hasFileName("db_30_3_csv.zip").hasBinaryContent(csv);
        assertThat(receipt.layout()).isEqualTo(ArchiveLayout.CSV);
    }

    @Test
    void anArchiveThatIsThereIsNotFetchedAgain() {
        server.answers(ArchiveAnswer.whole(archive));
        ReleaseReceipt first = download();

        ReleaseReceipt second = download();

        assertThat(server.requests()).containsExactly("/" + NAME);
        assertThat(second.isFetched()).isFalse();
        assertThat(second.downloadedAt()).isEqualTo(first.downloadedAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "version=\\u12",
                "version=../30.1",
                "version=30.1\nlayout=EXCEL",
                "version=30.1\nlayout=TEXT\naddress=::\nsize=1\nsha256=0\ndownloadedAt=2026-01-01T00:00:00Z",
                "version=30.1\nlayout=TEXT\naddress=http://x/\nsize=one\nsha256=0\ndownloadedAt=2026-01-01T00:00:00Z",
                "version=30.1\nlayout=TEXT\naddress=http://x/\nsize=1\nsha256=0\ndownloadedAt=today"
            })
    void aDamagedReceiptIsToldWhereItIsReadAndReplacedByTheNextDownload(String text) throws IOException {
        server.answers(ArchiveAnswer.whole(archive));
        download();
        Files.writeString(folder.resolve(RECEIPT), text);

        assertThatThrownBy(() -> ReleaseReceipt.read(folder.resolve(NAME)))
                .isInstanceOf(ReleaseDownloadException.class)
                .hasMessageContainingAll(folder.resolve(RECEIPT).toString(), "download the release again");
        assertThat(download().isFetched()).isTrue();
        assertThat(download().isFetched()).isFalse();
    }

    @Test
    void anArchiveWithoutReceiptIsReplaced() throws IOException {
        server.answers(ArchiveAnswer.whole(archive));
        Files.writeString(folder.resolve(NAME), "half an archive");

        assertThat(ReleaseReceipt.read(folder.resolve(NAME))).isEmpty();
        assertThat(download().file()).hasBinaryContent(archive);
    }

    @Test
    void anArchiveThatHasChangedSinceIsReplaced() throws IOException {
        server.answers(ArchiveAnswer.whole(archive));
        download();
        byte[] changed = archive.clone();
        changed[changed.length / 2]++;
        Files.write(folder.resolve(NAME), changed);

        assertThat(download().file()).hasBinaryContent(archive);
    }

    @Test
    void anArchiveOfAnotherAddressIsReplaced() {
        server.answers(ArchiveAnswer.whole(archive));
        download();

        ReleaseReceipt receipt = OnetReleases.download(
                VERSION, folder, options.baseAddress(server.address().resolve("mirror")));

        assertThat(receipt.isFetched()).isTrue();
        assertThat(server.requests()).containsExactly("/" + NAME, "/mirror/" + NAME);
    }

    @Test
    void aKnownChecksumThatFitsIsToldInTheReceipt() {
        server.answers(ArchiveAnswer.whole(archive));
        OfficialArchive known = new OfficialArchive(
                VERSION, ArchiveLayout.TEXT, null, download().sha256());

        assertThat(new Download(known, folder.resolve("other"), options).run().isChecksumVerified())
                .isTrue();
    }

    @Test
    void aWrongChecksumLeavesNothing(@TempDir Path zips) throws IOException {
        byte[] other = zipped(zips, MiniRelease.text());
        server.answers(ArchiveAnswer.whole(other));

        ReleaseDownloadException failure = failure(() -> OnetReleases.download("31.0", folder, options));

        assertThat(failure.reason()).isEqualTo(Reason.WRONG_CHECKSUM);
        assertThat(failure)
                .hasMessageContaining(
                        "expected SHA-256 6883548adf5fde64cf6f801b35d15519c9225f2732c3cab0e281c652d16b23a9");
        assertThat(server.requests()).hasSize(1);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aFailedDownloadLeavesTheEarlierArchive() throws IOException {
        server.answers(ArchiveAnswer.whole(archive));
        download();
        Files.delete(folder.resolve(RECEIPT));
        server.answers(ArchiveAnswer.status(403));

        assertFails(Reason.REFUSED, options);

        assertThat(filesInFolder()).containsExactly(NAME);
        assertThat(folder.resolve(NAME)).hasBinaryContent(archive);
    }

    @Test
    void aLoginPageIsNotTakenForARelease() {
        server.answers(ArchiveAnswer.whole("<html>Log in".getBytes(StandardCharsets.UTF_8)));

        assertThat(assertFails(Reason.NOT_A_RELEASE, options))
                .hasMessageContaining("not an O*NET release: db_30_1_text.zip is neither a zip");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aZipWithoutItsEndIsNotTakenForARelease() {
        byte[] part = Arrays.copyOf(archive, archive.length - 30);
        server.answers(ArchiveAnswer.whole(part));

        assertFails(Reason.NOT_A_RELEASE, options);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anotherVersionIsNotTakenForTheOneAskedFor() {
        server.answers(ArchiveAnswer.whole(archive));

        ReleaseDownloadException failure = failure(() -> OnetReleases.download("30.0", folder, options));

        assertThat(failure.reason()).isEqualTo(Reason.OTHER_RELEASE);
        assertThat(failure.problem()).isEqualTo("what came is O*NET 30.1 as text");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anotherLayoutIsNotTakenForTheOneAskedFor() {
        server.answers(ArchiveAnswer.whole(archive));

        ReleaseDownloadException failure =
                failure(() -> OnetReleases.download(VERSION, folder, options.layout(ArchiveLayout.CSV)));

        assertThat(failure.reason()).isEqualTo(Reason.OTHER_RELEASE);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aTransferThatBreaksOffStartsOverOnce() {
        server.answers(ArchiveAnswer.brokenOff(archive, 1000).then(ArchiveAnswer.whole(archive)));

        assertThat(download().file()).hasBinaryContent(archive);
        assertThat(server.requests()).hasSize(2);
        assertThat(filesInFolder()).containsExactlyInAnyOrder(NAME, RECEIPT);
    }

    @Test
    void aTransferThatBreaksOffTwiceFailsAndLeavesNothing() {
        server.answers(ArchiveAnswer.brokenOff(archive, 1000));

        assertThat(assertFails(Reason.INCOMPLETE, options).problem()).startsWith("the transfer failed: ");
        assertThat(server.requests()).hasSize(2);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aTransferThatStallsFailsAndLeavesNothing() {
        server.answers(ArchiveAnswer.stalled(archive, 1000));

        assertThat(assertFails(Reason.INCOMPLETE, options.timeout(SHORT)).problem())
                .isEqualTo("the transfer failed: no data for 0.2 s");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLonger() {
        server.answers(ArchiveAnswer.silence());

        assertThat(assertFails(Reason.UNREACHABLE, options.timeout(SHORT)).problem())
                .isEqualTo("no answer within 0.2 s");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aClosedPortIsNoConnection() {
        URI closed = URI.create("http://127.0.0.1:" + FreePort.find() + "/");

        assertThat(assertFails(Reason.UNREACHABLE, options.baseAddress(closed)).problem())
                .isEqualTo("no connection to the server");
    }

    @ParameterizedTest
    @CsvSource({
        "403, REFUSED, 1",
        "404, NOT_FOUND, 1",
        "410, NOT_FOUND, 1",
        "204, REFUSED, 1",
        "429, RATE_LIMITED, 2",
        "500, SERVER_FAILED, 2",
        "503, SERVER_FAILED, 2"
    })
    void anotherStatusFailsAndOnlyWhatMayPassIsRepeated(int status, Reason reason, int requests) {
        server.answers(ArchiveAnswer.status(status));

        ReleaseDownloadException failure = assertFails(reason, options);

        assertThat(failure.status()).hasValue(status);
        assertThat(failure.address()).contains(server.address().resolve(NAME));
        assertThat(server.requests()).hasSize(requests);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anUnknownArchiveIsToldWithTheKnownVersions() {
        ReleaseDownloadException failure = failure(() -> OnetReleases.download("99.9", folder, options));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure)
                .hasMessageContainingAll(
                        "O*NET 99.9",
                        server.address() + "db_99_9_text.zip",
                        "DownloadOptions.baseAddress",
                        "text archives of 31.0, 30.3, 30.2");
    }

    @Test
    void aServerThatFailsOnceIsAskedAgain() {
        server.answers(ArchiveAnswer.status(429).with("Retry-After", "0").then(ArchiveAnswer.whole(archive)));

        assertThat(download().isFetched()).isTrue();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aLongDelayIsNotWaitedFor() {
        server.answers(ArchiveAnswer.status(503).with("Retry-After", "3600"));

        ReleaseDownloadException failure = assertFails(Reason.SERVER_FAILED, options);

        assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
        assertThat(failure.cure()).isEqualTo("try again after 3600 s");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnnouncedSizeAboveTheLimitIsNotTransferred() {
        server.answers(ArchiveAnswer.whole(archive));
        List<DownloadProgress> progress = new ArrayList<>();

        ReleaseDownloadException failure =
                assertFails(Reason.TOO_LARGE, options.maxBytes(1000).progress(progress::add));

        assertThat(failure.problem()).isEqualTo("the archive has more than 1,000 bytes");
        assertThat(progress).isEmpty();
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anArchiveWithoutEndIsTransferredUpToTheLimit() {
        server.answers(ArchiveAnswer.endless(archive));

        assertFails(Reason.TOO_LARGE, options.maxBytes(100_000));
        assertThat(server.requests()).hasSize(1);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anArchiveOfTheLargestSizeIsTaken() {
        server.answers(ArchiveAnswer.whole(archive));

        assertThat(OnetReleases.download(VERSION, folder, options.maxBytes(archive.length))
                        .size())
                .isEqualTo(archive.length);
    }

    @Test
    void theProgressEndsAtTheTotal() {
        server.answers(ArchiveAnswer.whole(archive));
        List<DownloadProgress> progress = new ArrayList<>();

        OnetReleases.download(VERSION, folder, options.progress(progress::add));

        assertThat(progress).last().isEqualTo(new DownloadProgress(archive.length, (long) archive.length));
        assertThat(progress).extracting(DownloadProgress::bytes).isSorted();
    }

    @Test
    void theTotalIsNullWhereTheServerDoesNotSay() {
        server.answers(ArchiveAnswer.ofUnknownLength(archive));
        List<DownloadProgress> progress = new ArrayList<>();

        OnetReleases.download(VERSION, folder, options.progress(progress::add));

        assertThat(progress).last().isEqualTo(new DownloadProgress(archive.length, null));
    }

    @Test
    void aListenerCanEndTheDownload() {
        server.answers(ArchiveAnswer.whole(archive));
        DownloadOptions ending = options.progress(progress -> {
            throw new IllegalStateException("enough");
        });

        assertThatThrownBy(() -> OnetReleases.download(VERSION, folder, ending))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(server.requests()).hasSize(1);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void redirectsAreFollowedAndTheReceiptKeepsTheFirstAddress() {
        server.answers("/" + NAME, redirect("/moved/" + NAME + "?signature=secret"));
        server.answers("/moved/" + NAME, ArchiveAnswer.whole(archive));

        assertThat(download().address()).isEqualTo(server.address().resolve(NAME));
        assertThat(server.requests()).containsExactly("/" + NAME, "/moved/" + NAME);
    }

    @Test
    void theQueryOfARedirectIsNotTold() {
        server.answers(redirect("/moved?signature=secret").then(ArchiveAnswer.status(403)));

        assertThat(assertFails(Reason.REFUSED, options).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ftp://127.0.0.1/x.zip", "http://me:secret@127.0.0.1/x.zip", "http:// /", "file:/x.zip"})
    void aRedirectToNoAddressOfTheWebIsRefused(String location) {
        server.answers(redirect(location));

        assertThat(assertFails(Reason.REDIRECT_REFUSED, options).toString()).doesNotContain("secret");
    }

    @Test
    void redirectsInACircleEnd() {
        server.answers(redirect("/" + NAME));

        assertThat(assertFails(Reason.REDIRECT_REFUSED, options).problem())
                .isEqualTo("the server redirects more than 5 times");
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void aRedirectFromHttpsToHttpIsRefused(@TempDir Path key) {
        try (SecureArchiveServer secure = SecureArchiveServer.start(key, redirect(server.address() + NAME))) {
            ReleaseDownloadException failure = assertFails(
                    Reason.REDIRECT_REFUSED,
                    options.baseAddress(secure.address()).httpClient(secure.client()));

            assertThat(failure.problem()).isEqualTo("the server redirects from https to http at 127.0.0.1");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anInterruptEndsTheTransferAndLeavesNothing() throws Exception {
        CountDownLatch underway = new CountDownLatch(1);
        server.answers(ArchiveAnswer.stalled(archive, 1000));
        DownloadOptions telling = options.progress(progress -> underway.countDown());
        FutureTask<Boolean> flag = new FutureTask<>(() -> {
            assertFails(Reason.INTERRUPTED, telling);
            return Thread.currentThread().isInterrupted();
        });
        Thread downloading = new Thread(flag);

        downloading.start();
        underway.await();
        downloading.interrupt();

        assertThat(flag.get()).isTrue();
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anInterruptBeforeTheStartIsKept() {
        server.answers(ArchiveAnswer.whole(archive));
        Thread.currentThread().interrupt();
        try {
            assertFails(Reason.INTERRUPTED, options);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void twoAtOnceLeaveOneWholeArchive() {
        server.answers(ArchiveAnswer.whole(archive).onceRequested(2));

        CompletableFuture<ReleaseReceipt> other = CompletableFuture.supplyAsync(this::download);
        ReleaseReceipt one = download();

        assertThat(other.join().sha256()).isEqualTo(one.sha256());
        assertThat(filesInFolder()).containsExactlyInAnyOrder(NAME, RECEIPT);
        assertThat(one.file()).hasBinaryContent(archive);
        assertThat(download().isFetched()).isFalse();
    }

    @Test
    void aFolderThatIsAFileIsTold() throws IOException {
        server.answers(ArchiveAnswer.whole(archive));
        Path file = Files.createFile(folder.resolve("file"));

        ReleaseDownloadException failure = failure(() -> OnetReleases.download(VERSION, file, options));

        assertThat(failure.reason()).isEqualTo(Reason.FILE_FAILED);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aMissingFolderIsCreated() {
        server.answers(ArchiveAnswer.whole(archive));
        Path missing = folder.resolve("data/onet");

        assertThat(OnetReleases.download(VERSION, missing, options).file()).hasBinaryContent(archive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "29.3.1", "30.1 ", "v30.1", "030.1", "../30.1", "30.1/../../x", "30_1", "٣٠.١"})
    void whatIsNoVersionIsRefused(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnetReleases.download(version, folder, options))
                .withMessage("version must be the number of a release such as 30.1, but was " + version);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theKnownArchivesAreOfTextAndOfCsvFrom303On() {
        assertThat(OnetReleases.known())
                .extracting(OfficialArchive::fileName)
                .startsWith("db_31_0_text.zip", "db_31_0_csv.zip", "db_30_3_text.zip", "db_30_3_csv.zip")
                .contains("db_29_3_text.zip")
                .doesNotHaveDuplicates();
        assertThat(OnetReleases.known())
                .extracting(OfficialArchive::sha256)
                .allMatch(sha256 -> sha256 == null || sha256.matches("[0-9a-f]{64}"));
        assertThat(OnetReleases.known())
                .extracting(OfficialArchive::size)
                .allMatch(size -> size == null || size < DownloadOptions.DEFAULT_MAX_BYTES / 4);
    }

    private ReleaseReceipt download() {
        return OnetReleases.download(VERSION, folder, options);
    }

    private ReleaseDownloadException assertFails(Reason reason, DownloadOptions given) {
        ReleaseDownloadException failure = failure(() -> OnetReleases.download(VERSION, folder, given));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure)
                .hasMessage("could not download O*NET 30.1 from "
                        + given.baseAddress().resolve(NAME) + ": " + failure.problem() + "; " + failure.cure());
        return failure;
    }

    private static ReleaseDownloadException failure(Runnable call) {
        return catchThrowableOfType(ReleaseDownloadException.class, call::run);
    }

    private static ArchiveAnswer redirect(String location) {
        return ArchiveAnswer.status(302).with("Location", location);
    }

    private List<String> filesInFolder() {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static byte[] zipped(Path zips, MiniRelease release) throws IOException {
        return Files.readAllBytes(release.writeZip(zips.resolve("release.zip")));
    }
}
