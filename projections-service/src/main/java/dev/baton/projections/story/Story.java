package dev.baton.projections.story;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.projections.deal.Deal;
import dev.baton.projections.deal.DealState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deal with everything that belongs to it but its timeline.
public record Story(Deal deal, List<Visit> visits, List<Held> holdings, List<Decided> decisions, List<Queued> waiting) {

    public record Visit(
            DealState stage,
            Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Long calendarSeconds,
            @Nullable Role holderRole,
            @Nullable String holderMember) {}

    /// @param cause absent for the first holding, which nobody handed over
    public record Held(
            int epoch,
            Role holderRole,
            String holderMember,
            @Nullable String holderName,
            Instant fromAt,
            @Nullable Instant toAt,
            @Nullable TransferCause cause,
            @Nullable Acceptance acceptance,
            @Nullable String forcedBy,
            @Nullable String endCause,
            @Nullable BigDecimal waitSeconds) {}

    public record Decided(
            Role role,
            String policy,
            int policyVersion,
            @Nullable String chosen,
            @Nullable String requestedMember,
            @Nullable Boolean requestedGranted,
            @Nullable String requestedReason,
            List<Candidate> candidates,
            Instant decidedAt) {}

    public record Queued(Role role, @Nullable String territory, String reason, Instant sinceRecordedAt, int woken) {}
}
