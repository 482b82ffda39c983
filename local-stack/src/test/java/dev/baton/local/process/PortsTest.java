package dev.baton.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void the_wanted_port_is_given_when_it_is_free() {
        assertThat(new Ports(port -> true).take(8080)).isEqualTo(8080);
    }

    @Test
    void a_taken_port_is_stepped_over() {
        Set<Integer> taken = Set.of(8080, 8081);
        assertThat(new Ports(port -> !taken.contains(port)).take(8080)).isEqualTo(8082);
    }

    @Test
    void no_port_is_given_twice() {
        Ports ports = new Ports(port -> true);
        assertThat(ports.take(9092)).isEqualTo(9092);
        assertThat(ports.take(9092)).isEqualTo(9093);
        assertThat(ports.take(9093)).isEqualTo(9094);
    }

    @Test
    void where_everything_is_taken_it_says_so() {
        assertThatThrownBy(() -> new Ports(port -> false).take(8080)).hasMessageContaining("no free port");
    }

    @Test
    void a_port_that_somebody_listens_on_is_taken() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.ofThisMachine().take(somebody.getLocalPort())).isGreaterThan(somebody.getLocalPort());
        }
    }

    @Test
    void a_port_that_another_stack_was_given_is_taken(@TempDir Path directory) {
        assertThat(new Reservations(directory).reserve(8080)).isTrue();
        assertThat(new Reservations(directory).reserve(8080)).isFalse();
        assertThat(new Reservations(directory).reserve(8081)).isTrue();
    }
}
