package dev.baton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.probe.FsyncRate;
import dev.baton.benchmarks.probe.Probe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbesTest {
    @TempDir
    Path directory;

    @Test
    void the_disk_confirms_some_pages_a_second_and_the_processors_are_shared() throws Exception {
        Probe probe = Probe.of(new FsyncRate(directory));
        assertThat(probe.fsyncs()).isPositive();
        probe.background().ifPresent(share -> assertThat(share).isBetween(0.0, 1.1));
    }
}
