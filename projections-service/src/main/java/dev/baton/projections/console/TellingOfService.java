package dev.baton.projections.console;

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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells what support does for a customer.
final class TellingOfService {
    private final People people;
    private final Readable readable = new Readable();

    TellingOfService(People people) {
        this.people = people;
    }

    String of(ServiceEvent event) {
        return switch (event) {
            case OnboardingStarted started -> "Onboarding started" + until(started.due());
            case OnboardingCompleted _ -> "Onboarding completed";
            case CommitmentMade made -> "Promised until " + made.due() + ": " + made.what();
            case CommitmentFulfilled(var commitment, var evidence) -> "Promise kept: " + commitment;
            case CommitmentBreached broken -> "Promise broken: " + broken.commitment() + ", due " + broken.due();
            case CaseOpened opened -> "Case " + opened.ticket() + " opened: " + opened.subject();
            case CaseResolved(var ticket, var resolution) -> "Case " + ticket + " resolved: " + resolution;
            case SatisfactionRecorded recorded ->
                "The customer gives " + recorded.score() + " of " + SatisfactionRecorded.HIGHEST;
            case RenewalScheduled(var on) -> "Renewal scheduled for " + on;
            case ServiceEnded(var outcome, var reason) ->
                "Service ended, " + readable.words(outcome).toLowerCase(Locale.ROOT) + ": " + reason;
            case ReturnBusinessRaised raised ->
                people.name(raised.by()) + " brings the customer back ("
                        + readable.words(raised.kind()).toLowerCase(Locale.ROOT) + "): deal " + raised.newDeal();
        };
    }

    private static String until(@Nullable Object due) {
        return due == null ? "" : ", due " + due;
    }
}
