package dev.baton.axon.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The wire between a service and PostgreSQL, which breaks when it is told to.
final class Wire implements AutoCloseable {
    /// What the server says of a commit, when it is durable.
    private static final String COMMITTED = "COMMIT\0";

    private final URI server;
    private final String url;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean losesNextAnswer = new AtomicBoolean();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile boolean cut;

    Wire(String url) throws IOException {
        this.server = URI.create(url.substring("jdbc:".length()));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.url = url.replace(server.getAuthority(), "localhost:" + door.getLocalPort());
        Thread.ofVirtual().start(this::accept);
    }

    /// By which the database is reached over this wire.
    String url() {
        return url;
    }

    /// The next commit becomes durable, but nobody is told: the connection breaks instead.
    void loseNextAnswer() {
        losesNextAnswer.set(true);
    }

    int lostAnswers() {
        return lostAnswers.get();
    }

    void cut() {
        cut = true;
        open.forEach(Wire::close);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // by close(), or a connection that was refused by the server
            }
        }
    }

    private void connect(Socket service) throws IOException {
        if (cut) {
            service.close();
            return;
        }
        Socket postgres = new Socket(server.getHost(), server.getPort());
        open.add(service);
        open.add(postgres);
        if (cut) {
            // it was cut while this connection came about
            close(service);
            close(postgres);
            return;
        }
        Thread.ofVirtual().start(() -> pass(service, postgres, false));
        Thread.ofVirtual().start(() -> pass(postgres, service, true));
    }

    private void pass(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (answers && isLost(some, count)) {
                    return;
                }
                out.write(some, 0, count);
            }
        } catch (IOException broken) {
            // the other end, or cut()
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private boolean isLost(byte[] some, int count) {
        boolean lost = new String(some, 0, count, StandardCharsets.ISO_8859_1).contains(COMMITTED)
                && losesNextAnswer.compareAndSet(true, false);
        if (lost) {
            lostAnswers.incrementAndGet();
        }
        return lost;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
