package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.InMemoryLog;
import dev.baton.axon.postgres.conformance.LogConformance;
import dev.baton.axon.postgres.conformance.LogUnderTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/// The suite on an engine that must not pass; run by [PlantedFaultsTest] alone.
class FaultySuite implements LogConformance {
    static Supplier<InMemoryLog> planted = InMemoryLog::new;

    private LogUnderTest log = new InMemoryLog();

    /// A new one for each test, so that one's damage is not found by the next.
    @BeforeEach
    void plant() {
        log = planted.get();
    }

    @Override
    public LogUnderTest log() {
        return log;
    }

    @Override
    public LogUnderTest neighbour() {
        return log;
    }
}
