package dev.baton.axon.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A way to a port that takes its time, or lets nothing through for a while and loses nothing.
public final class SlowPort implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final Duration delay;
    private volatile boolean blocked;

    public SlowPort(int behind, Duration delay) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.delay = delay;
        Thread.ofVirtual().start(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void block(boolean now) {
        blocked = now;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() {
        try {
            while (!door.isClosed()) {
                var guest = door.accept();
                var host = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.ofVirtual().start(() -> carry(guest, host));
                Thread.ofVirtual().start(() -> carry(host, guest));
            }
        } catch (IOException closed) {
            // nobody comes any more
        }
    }

    private void carry(Socket from, Socket to) {
        var bytes = new byte[64 * 1024];
        try (from;
                to) {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                do {
                    LockSupport.parkNanos(delay.toNanos());
                } while (blocked);
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException gone) {
            // one of the two has hung up
        }
    }
}
