package io.github.onet4j.examples.assistants.mcp;

import io.github.onet4j.examples.assistants.OnetTool;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Serves the one client at the other end of a pair of streams. */
final class StdioConnection {
    private StdioConnection() {}

    /** Serves the client until it closes its end. */
    static void serve(List<OnetTool> tools, InputStream in, OutputStream out) throws InterruptedException {
        WatchedStream watched = new WatchedStream(in);
        McpSyncServer server = McpServer.sync(
                        new StdioServerTransportProvider(McpJsonDefaults.getMapper(), watched, out))
                .serverInfo(McpTools.SERVER)
                .instructions(McpTools.INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                // The tools check their arguments themselves, and say what to ask instead.
                .validateToolInputs(false)
                .tools(McpTools.of(tools))
                .build();
        watched.ended.await();
        server.close();
    }

    /** Tells when the stream has ended, which the SDK keeps to itself. */
    private static final class WatchedStream extends FilterInputStream {
        private final CountDownLatch ended = new CountDownLatch(1);

        WatchedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return watched(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return watched(super.read(bytes, offset, length));
        }

        private int watched(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
