package dev.baton.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.process.Ports;
import dev.baton.local.state.Health;
import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessIdentity;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void the_ports_of_the_last_run_are_used_again() {
        Addresses first = Addresses.choose(Ports.ofThisMachine(), Optional.empty());
        int before = first.issuer() + 7;
        Addresses second = Addresses.choose(Ports.ofThisMachine(), Optional.of(lastRun("issuer", before)));
        assertThat(second.issuer()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void a_taken_port_is_avoided_and_said() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = somebody.getLocalPort();
            Addresses at = Addresses.choose(Ports.ofThisMachine(), Optional.of(lastRun("deal-service", taken)));
            assertThat(at.deals()).isNotEqualTo(taken);
            assertThat(at.moved()).contains("port " + taken + " is taken, deal-service listens on " + at.deals());
        }
    }

    private static StackState lastRun(String name, int port) {
        ProcessState process = new ProcessState(name, "url", port, Health.STOPPED, null, 0, "log");
        ProcessIdentity supervisor = new ProcessIdentity(1, Instant.EPOCH);
        return new StackState(Phase.STOPPED, "data", supervisor, "issuer", "kafka", "analytics", List.of(process));
    }
}
