package dev.baton.deal.recognition;

import dev.baton.contract.EventEnvelope;
import java.util.Set;

/// What a deal does whenever a fact of responsibility is told.
public interface Policy {
    /// The types of the facts that it is about; no two policies share one.
    Set<String> types();

    void follow(EventEnvelope fact);
}
