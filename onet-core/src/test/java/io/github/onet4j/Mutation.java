package io.github.onet4j;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils an input in a few places, always in the same way for the same seed. */
final class Mutation {
    private static final int MOST_EDITS = 4;
    private static final int LONGEST_PIECE = 40;

    private static final List<String> PIECES = List.of(
            "",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\t",
            "\n",
            "\r",
            "\0",
            "\\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "null",
            "true",
            "-1",
            "0",
            "n/a",
            "999999999999999999999",
            "1E-99999999999",
            "1E99999999999",
            "-0E-2147483649",
            "2.A.1.a",
            "11-1011.00",
            "İi\u0307",
            "%",
            "../");

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    String of(String text) {
        return new String(of(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    byte[] of(byte[] bytes) {
        byte[] spoilt = bytes;
        for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) {
            spoilt = edited(spoilt);
        }
        return spoilt;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private byte[] edited(byte[] bytes) {
        int start = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, start + random.nextInt(LONGEST_PIECE));
        return switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, start, Math.min(bytes.length, start + 1), new byte[] {(byte) random.nextInt()});
            case 1 -> replaced(bytes, start, end, new byte[0]);
            case 2 ->
                replaced(
                        bytes,
                        start,
                        start,
                        new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                                .repeat(1 + random.nextInt(3))
                                .getBytes(StandardCharsets.ISO_8859_1));
            case 3 -> replaced(bytes, start, end, oneOf(PIECES).getBytes(StandardCharsets.UTF_8));
            default -> replaced(bytes, start, start, oneOf(PIECES).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] replaced(byte[] bytes, int start, int end, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + piece.length);
        out.write(bytes, 0, start);
        out.writeBytes(piece);
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }
}
