package io.github.onet4j.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Spoils an input in a few places, always in the same way for the same seed. */
public final class Mutation {
    private static final int MOST_EDITS = 4;
    private static final int LONGEST_PIECE = 40;
    private static final int LONGEST_OF_ANYTHING = 300;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final String OF_WORDS = "aabcdeeefghiijklmnoopqrrsstuuvwxyzç    -'.,&/()+#";

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

    public Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** Spoils a text that somebody types or sends: in a few places, by its length, or beyond recognition. */
    public String ofAnyLength(String text) {
        return switch (random.nextInt(16)) {
            case 0 -> of(text).repeat(1 + random.nextInt(LONGEST_TEXT / (text.length() + 1)));
            case 1, 2 -> anything(() -> (char) random.nextInt(Character.MAX_VALUE + 1));
            case 3, 4, 5 -> anything(() -> OF_WORDS.charAt(random.nextInt(OF_WORDS.length())));
            default -> of(text);
        };
    }

    /** Half a surrogate pair is anything, too. */
    private String anything(Supplier<Character> next) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(LONGEST_OF_ANYTHING); length > 0; length--) {
            text.append(next.get());
        }
        return text.toString();
    }

    /** Spoils a text in a few places. */
    public String of(String text) {
        return new String(of(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** Spoils bytes in a few places. */
    public byte[] of(byte[] bytes) {
        byte[] spoilt = bytes;
        for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) {
            spoilt = edited(spoilt);
        }
        return spoilt;
    }

    /** Chooses one of several values. */
    public <T> T oneOf(List<T> values) {
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
