package io.github.onet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** A port of this machine for a server that is yet to start, or to find nobody at. */
public final class FreePort {
    private FreePort() {}

    /** A port that nobody listened at when it was looked for; nothing keeps it free. */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
