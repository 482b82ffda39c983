package dev.baton.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void whoever_asks_has_a_port_of_their_own_on_which_they_can_listen() throws IOException {
        assertThat(IntStream.range(0, 200).map(ask -> FreePort.next())).doesNotHaveDuplicates();
        int port = FreePort.next();
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.getLocalPort()).isEqualTo(port).isLessThan(30_000);
        }
    }
}
