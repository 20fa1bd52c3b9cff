package io.github.onet4j.examples.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relay between the pool and its database, so that the database can disappear, fall silent and return. */
final class Relay implements AutoCloseable {
    private static final Pattern SERVER = Pattern.compile("//([^:/]+):([0-9]+)/");

    private final InetSocketAddress database;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final Semaphore speech = new Semaphore(1);
    private final int port;
    private volatile ServerSocket entrance;

    private Relay(InetSocketAddress database) {
        this.database = database;
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    static Relay before(String jdbcUrl) {
        Matcher server = matched(jdbcUrl);
        return new Relay(new InetSocketAddress(server.group(1), Integer.parseInt(server.group(2))));
    }

    /** Returns the URL of the same database through this relay. */
    String through(String jdbcUrl) {
        return matched(jdbcUrl).replaceFirst("//127.0.0.1:" + port + "/");
    }

    /** Breaks all connections and refuses new ones. */
    void cut() {
        close(entrance);
        open.forEach(Relay::close);
        open.clear();
    }

    void restore() {
        entrance = listen(port);
    }

    /** Lets nothing through, but keeps all connections open. */
    void silence() {
        speech.acquireUninterruptibly();
    }

    void speak() {
        speech.release();
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            start(() -> accept(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket pool = server.accept();
                Socket behind = new Socket(database.getHostString(), database.getPort());
                open.add(pool);
                open.add(behind);
                start(() -> copy(pool, behind));
                start(() -> copy(behind, pool));
            }
        } catch (IOException e) {
            close(server);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                speech.acquireUninterruptibly();
                speech.release();
                to.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException e) {
            close(from);
        }
        close(to);
    }

    private static Matcher matched(String jdbcUrl) {
        Matcher server = SERVER.matcher(jdbcUrl);
        if (!server.find()) {
            throw new IllegalArgumentException("no host and port in " + jdbcUrl);
        }
        return server;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
