package dev.baton.axon.postgres.conformance;

class InMemoryLogTest implements LogConformance {
    private final LogUnderTest log = new InMemoryLog();

    @Override
    public LogUnderTest log() {
        return log;
    }

    @Override
    public LogUnderTest neighbour() {
        return log;
    }
}
