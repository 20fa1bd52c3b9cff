package io.github.onet4j.examples.assistants.mcp;

import io.github.onet4j.examples.assistants.OnetTool;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Mono;

/** Serves the one client at the other end of a pair of streams. */
final class StdioConnection {
    private StdioConnection() {}

    /** Serves the client until it closes its end, or sends what is no message. */
    static void serve(List<OnetTool> tools, InputStream in, OutputStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        McpSyncServer server = McpServer.sync(new Transport(in, out, ended))
                .serverInfo(McpTools.SERVER)
                .instructions(McpTools.INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                // The tools check their arguments themselves, and say what to ask instead.
                .validateToolInputs(false)
                .tools(McpTools.of(tools))
                .build();
        ended.await();
        server.close();
    }

    /** The SDK's transport, which keeps to itself that the client is gone: it only closes the session. */
    private static final class Transport extends StdioServerTransportProvider {
        private final CountDownLatch ended;

        Transport(InputStream in, OutputStream out, CountDownLatch ended) {
            super(McpTools.JSON, in, out);
            this.ended = ended;
        }

        @Override
        public void setSessionFactory(McpServerSession.Factory factory) {
            super.setSessionFactory(transport -> factory.create(new SessionTransport(transport, ended)));
        }
    }

    /**
     * Tells when the session is closed, and sends one message at a time. Of two at once the SDK drops one, under load,
     * and then answers no more.
     */
    private record SessionTransport(McpServerTransport transport, CountDownLatch ended) implements McpServerTransport {
        @Override
        public void close() {
            transport.close();
            ended.countDown();
        }

        @Override
        public Mono<Void> closeGracefully() {
            return transport.closeGracefully();
        }

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> send(message));
        }

        private void send(JSONRPCMessage message) {
            synchronized (transport) {
                transport.sendMessage(message).block();
            }
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return transport.unmarshalFrom(data, type);
        }

        @Override
        public List<String> protocolVersions() {
            return transport.protocolVersions();
        }
    }
}
