package io.github.onet4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.PlainJackson;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a host publishes that returns a receipt from a controller. */
class JsonTest {
    @Test
    void aReceiptIsWrittenWithTimeAndFileAsText() {
        ReleaseReceipt receipt = new ReleaseReceipt(
                new OfficialArchive("31.0", ArchiveLayout.TEXT, null, "ab12"),
                URI.create("https://mirror.example.org/db_31_0_text.zip"),
                Path.of("db_31_0_text.zip"),
                12,
                "ab12",
                Instant.parse("2026-11-22T10:15:30Z"),
                true);

        assertThat(PlainJackson.deviations(receipt, """
                        {"version": "31.0", "layout": "TEXT", "file": "db_31_0_text.zip", "size": 12,
                         "address": "https://mirror.example.org/db_31_0_text.zip", "sha256": "ab12",
                         "checksumVerified": true, "downloadedAt": "2026-11-22T10:15:30Z", "fetched": true}
                        """)).isEmpty();
    }

    @Test
    void whatIsUnknownIsNull() {
        assertThat(PlainJackson.deviations(
                        new OfficialArchive("30.1", ArchiveLayout.TEXT, null, null),
                        "{\"version\": \"30.1\", \"layout\": \"TEXT\", \"size\": null, \"sha256\": null}"))
                .isEmpty();
        assertThat(PlainJackson.deviations(new DownloadProgress(10, null), "{\"bytes\": 10, \"bytesTotal\": null}"))
                .isEmpty();
    }
}
