package dev.baton.deal.service;

import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer's problem.
public record Ticket(
        String subject,
        Priority priority,
        Instant opened,
        @Nullable Instant resolved,
        @Nullable String resolution) {

    static Ticket of(CaseOpened event, Instant at) {
        return new Ticket(event.subject(), event.priority(), at, null, null);
    }

    Ticket resolvedBy(String how, Instant at) {
        return new Ticket(subject, priority, opened, at, how);
    }

    public boolean open() {
        return resolved == null;
    }
}
