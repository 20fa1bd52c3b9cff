package io.github.onet4j.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.onet4j.testing.MiniRelease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose text never ends: that reading them ends shows that no more than the limit is held. */
class EndlessFileTest {
    private static final String LIMIT = "the row is longer than 1,048,576 characters";
    private static final String HEADER = "O*NET-SOC Code\tTitle\tDescription\n";

    @TempDir
    private Path folder;

    @Test
    void anEndlessHeaderEndsTheReading() {
        assertThatRefused(() -> open("Occupation Data.txt", "", "x"))
                .withMessageStartingWith("Occupation Data.txt, line 1: reading could not continue: " + LIMIT);
        assertThatRefused(() -> open("Occupation Data.txt", "", "x\t")).withMessageContaining(LIMIT);
    }

    @Test
    void anEndlessRowEndsTheReading() throws IOException {
        try (RowFile rows = open("Occupation Data.txt", HEADER + "11-1011.00\tChief Executives\tx\n", "y")) {
            assertThat(rows.next()).isNotNull();
            assertThatRefused(rows::next)
                    .withMessageStartingWith("Occupation Data.txt, line 3: reading could not continue: " + LIMIT)
                    .satisfies(refused -> assertThat(refused.line()).isEqualTo(3));
        }
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReadingAfterAnyNumberOfLines() throws IOException {
        String header = HEADER.replace('\t', ',');
        try (RowFile rows = open("occupation_data.csv", header + "11-1011.00,\"", "y\n")) {
            assertThatRefused(rows::next).withMessageContaining(LIMIT);
        }
    }

    @Test
    void anEndlessLineOfTheReadMeEndsTheReading() {
        assertThatRefused(() -> OnetRelease.firstLines("Read Me.txt", endless("O*NET 31.0 Database\n", "x")))
                .withMessageStartingWith("Read Me.txt, line 2: reading could not continue: " + LIMIT);
    }

    @Test
    void anyNumberOfRowsIsReadAndOneOfTheLimitIsRejectedForItsValueAlone() {
        String longest = "y".repeat(OnetRelease.MAX_ROW_LENGTH - 40);
        OnetRelease release = OnetRelease.open(MiniRelease.text()
                .withRow("Occupation Data.txt", "99-9999.00", "Longest", longest)
                .withRow("Occupation Data.txt", "99-9999.01", "After it", "Is read.")
                .writeZip(folder.resolve("long.zip")));

        List<RejectedRow> rejected = new ArrayList<>();
        List<ReleaseRow> read = new ArrayList<>();
        try (ReleaseRows rows = release.rows(ReleaseTable.OCCUPATION_DATA, rejected::add)) {
            rows.forEachRemaining(read::add);
        }

        assertThat(rejected).extracting(RejectedRow::column).containsExactly("Description");
        assertThat(read.get(read.size() - 1).occupation().title()).isEqualTo("After it");
    }

    private static RowFile open(String file, String start, String repeated) throws IOException {
        return new RowFile(new ReleaseFolder.Entry(file, 1), endless(start, repeated), ReleaseTable.OCCUPATION_DATA);
    }

    private static InputStream endless(String start, String repeated) {
        byte[] bytes = repeated.getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    private int next;

                    @Override
                    public int read() {
                        next = (next + 1) % bytes.length;
                        return bytes[next];
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        for (int i = 0; i < length; i++) {
                            buffer[offset + i] = (byte) read();
                        }
                        return length;
                    }
                });
    }

    private static ThrowableAssertAlternative<ReleaseFormatException> assertThatRefused(ThrowingCallable call) {
        return assertThatExceptionOfType(ReleaseFormatException.class).isThrownBy(call);
    }
}
