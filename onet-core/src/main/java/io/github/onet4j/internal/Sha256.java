package io.github.onet4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes one SHA-256. Not thread-safe. */
public final class Sha256 {
    private static final int BUFFER_SIZE = 16 * 1024;

    private final MessageDigest digest;

    /** Starts with no bytes. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds a text in UTF-8. */
    public Sha256 add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds the first bytes of a buffer. */
    public Sha256 add(byte[] buffer, int length) {
        digest.update(buffer, 0, length);
        return this;
    }

    /** Adds all bytes of a stream, and leaves it open. */
    public Sha256 add(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return this;
    }

    /** Returns the checksum in lower-case hexadecimal digits, and starts again with no bytes. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
