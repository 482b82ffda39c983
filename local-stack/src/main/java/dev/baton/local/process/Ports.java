package dev.baton.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/// Gives out ports of the loopback address, each once, and steps aside where one is taken: by
/// whoever listens there, or by another stack that is about to.
public final class Ports {
    private static final int TRIES = 500;
    private final IntPredicate free;
    private final Set<Integer> given = new HashSet<>();

    Ports(IntPredicate free) {
        this.free = free;
    }

    public static Ports ofThisMachine() {
        Reservations reservations = Reservations.ofThisMachine();
        return new Ports(port -> canListen(port) && reservations.reserve(port));
    }

    /// The wanted port, or the next free one above it.
    public int take(int wanted) {
        for (int port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
            if (!given.contains(port) && free.test(port)) {
                given.add(port);
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + wanted + " and " + (wanted + TRIES));
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
