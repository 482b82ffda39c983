package dev.baton.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.Health;
import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessIdentity;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    @TempDir
    Path directory;

    private Process process;

    @BeforeEach
    void leaveSomethingBehind() throws IOException {
        process = new ProcessBuilder("sleep", "120").start();
    }

    @AfterEach
    void cleanUp() {
        process.destroyForcibly();
    }

    @Test
    void a_recorded_process_that_still_runs_is_found_and_stopped() throws InterruptedException {
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        List<ProcessHandle> orphans = Orphans.find(data(), Optional.of(recorded(identity)));
        assertThat(orphans).containsExactly(process.toHandle());
        Orphans.stop(orphans);
        // its handle is told of the end before it is, and left alone it would live for twice as long
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_stranger_under_a_recorded_process_id_is_left_alone() {
        ProcessIdentity stranger = new ProcessIdentity(process.pid(), Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(Orphans.find(data(), Optional.of(recorded(stranger)))).isEmpty();
    }

    @Test
    void a_process_that_was_never_recorded_is_known_by_its_command_line() throws IOException {
        Process unrecorded =
                new ProcessBuilder("sh", "-c", "read line", "baton", JavaCommand.OWNER + data().root()).start();
        try {
            assertThat(Orphans.find(data(), Optional.empty())).containsExactly(unrecorded.toHandle());
        } finally {
            unrecorded.destroyForcibly();
        }
    }

    @Test
    void another_data_directorys_process_is_left_alone() throws IOException {
        Process foreign =
                new ProcessBuilder("sh", "-c", "read line", "baton", JavaCommand.OWNER + "/somewhere/else").start();
        try {
            assertThat(Orphans.find(data(), Optional.empty())).isEmpty();
        } finally {
            foreign.destroyForcibly();
        }
    }

    private DataDirectory data() {
        return new DataDirectory(directory);
    }

    private static StackState recorded(ProcessIdentity identity) {
        ProcessState kafka = new ProcessState("kafka", "127.0.0.1:9092", 9092, Health.UP, identity, 0, "kafka.log");
        ProcessIdentity killed = new ProcessIdentity(1L << 40, Instant.EPOCH);
        return new StackState(Phase.READY, "data", killed, "issuer", "kafka", "analytics", List.of(kafka));
    }
}
