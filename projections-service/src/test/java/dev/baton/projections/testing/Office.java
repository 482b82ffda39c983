package dev.baton.projections.testing;

/// The service with everything of [SmallOffice] read, started once for the whole test run.
public final class Office {
    private static final Running RUNNING = start();

    private Office() {}

    public static Running running() {
        return RUNNING;
    }

    private static Running start() {
        Broker broker = new Broker();
        EventBook book = SmallOffice.written();
        broker.write(book.events());
        Running running = Running.on(broker, Postgres.newDatabaseUrl());
        running.awaitRead(book.events().size());
        return running;
    }
}
