package dev.baton.roles.handoff;

import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.roles.routing.Demand;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a deal asks of whoever holds it, as its own facts say.
///
/// @param recycled the lead rests until its return date
/// @param onboarded the customer has been brought into use
/// @param cases the customer's open cases
public record Effort(boolean recycled, boolean onboarded, Set<String> cases) {
    public static final Effort USUAL = new Effort(false, false, Set.of());

    public Effort {
        cases = Collections.unmodifiableSet(new TreeSet<>(cases));
    }

    public Demand demand() {
        if (recycled) {
            return Demand.NURTURING;
        }
        return onboarded && cases.isEmpty() ? Demand.ONBOARDED : Demand.USUAL;
    }

    Effort after(Object event) {
        return switch (event) {
            case LeadRecycled _ -> new Effort(true, false, Set.of());
            case NurtureDue _, LeadQualified _, Negotiated _, Closed _ -> movedOn();
            case OnboardingCompleted _ -> new Effort(false, true, cases);
            case CaseOpened opened -> new Effort(false, onboarded, with(opened.ticket()));
            case CaseResolved resolved -> new Effort(false, onboarded, without(resolved.ticket()));
            default -> this;
        };
    }

    /// By the deal's facts alone, whatever the relay has made of them: at least as much as the relay takes it to ask,
    /// since what begins a deal, sets it back or ends it is taken at its word.
    public Effort told(DealEvent event) {
        return switch (event) {
            case LeadFound _, LeadReturned _ -> new Effort(false, false, cases);
            case DealReopened _, CloseReversed _ -> USUAL;
            case ServiceEnded _, DealMerged _, LeadDisqualified _ -> USUAL;
            default -> after(event);
        };
    }

    /// Whether the deal may ask less of its holder after that fact.
    public static boolean mayLessen(@Nullable Object event) {
        return event instanceof LeadRecycled || event instanceof OnboardingCompleted || event instanceof CaseResolved;
    }

    /// What moves a lead on ends its rest.
    Effort movedOn() {
        return recycled ? USUAL : this;
    }

    private Set<String> with(String ticket) {
        Set<String> more = new TreeSet<>(cases);
        more.add(ticket);
        return more;
    }

    private Set<String> without(String ticket) {
        Set<String> fewer = new TreeSet<>(cases);
        fewer.remove(ticket);
        return fewer;
    }
}
