package dev.baton.contract.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of the loopback interface for servers that are told where to listen.
///
/// They lie below those that a system gives to whoever asks for any: while nobody listens there, no
/// connection gets one for its own end.
public final class FreePort {
    private static final int FIRST = 15_000;
    private static final int BEYOND = 30_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /// One on which nobody listens. None is given twice in a JVM: whoever has it may not listen yet,
    /// or not at the moment.
    public static int next() {
        int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
        while (!isFree(port) || !GIVEN.add(port)) {
            port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
