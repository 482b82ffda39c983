package dev.baton.axon.kafka.verify;

import dev.baton.axon.kafka.ops.TaskProgress;

/// What a service remembers beside its log and could work out again from it; verified behind the log itself.
public interface Remembered {

    /// Compares without touching anything.
    void verify(Findings findings, TaskProgress progress);
}
