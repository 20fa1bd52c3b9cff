package io.github.onet4j.examples.assistants.mcp;

import io.github.onet4j.examples.assistants.OnetTool;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.File;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Serves clients over streamable HTTP, without sessions: the tools keep nothing between calls, so a client that goes
 * away leaves nothing behind.
 */
final class HttpEndpoint implements AutoCloseable {
    static final String PATH = "/mcp";

    private static final int LARGEST_REQUEST = 256 * 1024;

    private final Tomcat tomcat = new Tomcat();

    private HttpEndpoint() {}

    /**
     * Starts to serve.
     *
     * @param address the address to listen at
     * @param port the port; 0 for any that is free
     * @param origins the origins whose pages may call; a request of a browser from elsewhere is refused
     */
    static HttpEndpoint start(List<OnetTool> tools, String address, int port, List<String> origins)
            throws LifecycleException {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(McpTools.JSON)
                .messageEndpoint(PATH)
                .maxRequestSize(LARGEST_REQUEST)
                .httpHeaderValidator(DefaultServerTransportSecurityValidator.builder()
                        .allowedOrigins(origins)
                        .build())
                .build();
        McpServer.sync(transport)
                .serverInfo(McpTools.SERVER)
                .instructions(McpTools.INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(false)
                .tools(McpTools.stateless(tools))
                .build();
        HttpEndpoint endpoint = new HttpEndpoint();
        endpoint.start(transport, address, port);
        return endpoint;
    }

    private void start(HttpServletStatelessServerTransport transport, String address, int port)
            throws LifecycleException {
        tomcat.setBaseDir(new File(System.getProperty("java.io.tmpdir")).getPath());
        Connector connector = new Connector();
        connector.setProperty("address", address);
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "mcp", transport).addMapping(PATH);
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    void await() {
        tomcat.getServer().await();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
