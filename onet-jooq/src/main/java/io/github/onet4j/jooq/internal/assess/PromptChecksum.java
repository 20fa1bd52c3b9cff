package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.assess.Prompt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the checksum that tells prompts apart. */
final class PromptChecksum {
    private PromptChecksum() {}

    /** Returns the SHA-256 of instructions, data and schema in UTF-8, each followed by a zero byte. */
    static String sha256(Prompt prompt) {
        MessageDigest digest = digest();
        update(digest, prompt.instructions());
        update(digest, prompt.data());
        update(digest, prompt.responseSchema());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
