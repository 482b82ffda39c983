package dev.baton.deal.service;

import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What support has done for the customer since the deal came to it, and what it owes.
///
/// @param commitments by name
/// @param cases by ticket
/// @param satisfaction the customer's last score
/// @param renewal the day that is scheduled
/// @param ended how it ended, when it did
public record Service(
        Onboarding onboarding,
        Map<String, Commitment> commitments,
        Map<String, Ticket> cases,
        @Nullable Integer satisfaction,
        @Nullable LocalDate renewal,
        @Nullable ServiceEnded ended) {
    public static final Service BEGUN = new Service(Onboarding.NONE, Map.of(), Map.of(), null, null, null);

    public Service {
        commitments = Collections.unmodifiableMap(new TreeMap<>(commitments));
        cases = Collections.unmodifiableMap(new TreeMap<>(cases));
    }

    /// @param at when the fact happened
    /// @throws IllegalStateException when no decision could have brought this fact about here
    public Service evolve(ServiceEvent event, Instant at) {
        if (ended != null) {
            throw impossible(event);
        }
        return switch (event) {
            case OnboardingStarted _ -> with(new Onboarding(at, null));
            case OnboardingCompleted _ -> with(new Onboarding(onboarding.started(), at));
            case CommitmentMade made -> withCommitment(made.commitment(), Commitment.of(made));
            case CommitmentFulfilled fulfilled ->
                withCommitment(event, fulfilled.commitment(), commitment -> commitment.fulfilledAt(at));
            case CommitmentBreached breached ->
                withCommitment(event, breached.commitment(), commitment -> commitment.breachedAt(at));
            case CaseOpened opened -> withCase(opened.ticket(), Ticket.of(opened, at));
            case CaseResolved resolved -> withResolved(resolved, at);
            case SatisfactionRecorded recorded ->
                new Service(onboarding, commitments, cases, recorded.score(), renewal, null);
            case RenewalScheduled scheduled ->
                new Service(onboarding, commitments, cases, satisfaction, scheduled.on(), null);
            // Concerns another deal.
            case ReturnBusinessRaised _ -> this;
            case ServiceEnded end -> new Service(onboarding, commitments, cases, satisfaction, renewal, end);
        };
    }

    public @Nullable Commitment commitment(String name) {
        return commitments.get(name);
    }

    public @Nullable Ticket ticket(String name) {
        return cases.get(name);
    }

    private Service with(Onboarding now) {
        return new Service(now, commitments, cases, satisfaction, renewal, null);
    }

    private Service withCommitment(ServiceEvent event, String name, UnaryOperator<Commitment> change) {
        Commitment known = commitments.get(name);
        if (known == null) {
            throw impossible(event);
        }
        return withCommitment(name, change.apply(known));
    }

    private Service withCommitment(String name, Commitment now) {
        Map<String, Commitment> more = new TreeMap<>(commitments);
        more.put(name, now);
        return new Service(onboarding, more, cases, satisfaction, renewal, null);
    }

    private Service withResolved(CaseResolved resolved, Instant at) {
        Ticket known = cases.get(resolved.ticket());
        if (known == null) {
            throw impossible(resolved);
        }
        return withCase(resolved.ticket(), known.resolvedBy(resolved.resolution(), at));
    }

    private Service withCase(String name, Ticket now) {
        Map<String, Ticket> more = new TreeMap<>(cases);
        more.put(name, now);
        return new Service(onboarding, commitments, more, satisfaction, renewal, null);
    }

    private IllegalStateException impossible(ServiceEvent event) {
        return new IllegalStateException(event + " cannot follow " + this);
    }
}
