package dev.baton.projections.support;

import dev.baton.contract.deal.ServiceEvent.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer's problem.
public record SupportCase(
        String deal,
        String ticket,
        String subject,
        Priority priority,
        Instant opened,
        @Nullable Instant resolved) {

    SupportCase resolvedAt(Instant at) {
        return new SupportCase(deal, ticket, subject, priority, opened, at);
    }
}
