package dev.baton.axon.postgres;

/// The facts of a counter, which stands for any aggregate.
sealed interface CounterEvent {
    record Opened(String name) implements CounterEvent {}

    record Counted(int by) implements CounterEvent {}

    record Signed(String by) implements CounterEvent {}

    /// Was `{"note": …}` in its first version.
    record Noted(String text) implements CounterEvent {}
}
