package dev.baton.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final ProcessIdentity GONE = new ProcessIdentity(1L << 40, Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    private DataDirectory data;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(directory).create();
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        ProcessState postgres = new ProcessState("postgres", "jdbc:x", 5432, Health.UP, GONE, 2, "postgres.log");
        StackState state = new StackState(Phase.READY, "d", GONE, "i", "k", "a", List.of(postgres));
        StateFile file = new StateFile(data.stateFile());
        file.write(state);
        assertThat(file.read()).contains(state);
    }

    @Test
    void a_state_that_cannot_be_read_counts_as_none() throws IOException {
        Files.writeString(data.stateFile(), "{\"phase\":");
        assertThat(new StateFile(data.stateFile()).read()).isEmpty();
    }

    @Test
    void a_stack_whose_supervisor_is_gone_is_not_supervised() {
        assertThat(new StackState(Phase.READY, "d", GONE, "i", "k", "a", List.of()).supervised())
                .isFalse();
    }

    @Test
    void only_one_supervisor_gets_the_lock_and_the_next_when_it_is_gone() throws IOException {
        try (DataLock first = DataLock.tryAcquire(data).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(DataLock.tryAcquire(data)).isEmpty();
        }
        Optional<DataLock> second = DataLock.tryAcquire(data);
        assertThat(second).isPresent();
        second.get().close();
    }

    @Test
    void credentials_are_random_kept_and_for_their_owners_eyes_only() throws IOException {
        Credentials none = Credentials.read(data.credentialsFile());
        Credentials first = none.completed(List.of("deals"), List.of("analyst"), List.of("anna"));
        first.write(data.credentialsFile());
        Credentials second = Credentials.read(data.credentialsFile())
                .completed(List.of("deals", "roles"), List.of("analyst"), List.of("anna"));
        assertThat(second.databasePassword("deals")).isEqualTo(first.databasePassword("deals"));
        assertThat(second.databasePassword("roles")).isNotEqualTo(second.databasePassword("deals"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.credentialsFile())))
                .isEqualTo("rw-------");
    }
}
