package dev.baton.projections.console;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import java.util.Locale;

/// Tells an event of a deal's story in a sentence.
final class Telling {
    private final People people;
    private final TellingOfSales sales;
    private final Readable readable = new Readable();

    Telling(People people) {
        this.people = people;
        this.sales = new TellingOfSales(people);
    }

    String tell(Object event) {
        return switch (event) {
            case DealEvent deal -> ofDeal(deal);
            case ResponsibilityEvent responsibility -> ofResponsibility(responsibility);
            default -> event.getClass().getSimpleName();
        };
    }

    private String ofDeal(DealEvent event) {
        return switch (event) {
            case ProspectingEvent lead -> sales.of(lead);
            case NegotiationEvent talk -> sales.of(talk);
            case ClosingEvent close -> sales.of(close);
            case SupportEvent handOver -> sales.of(handOver);
            case HoldEvent hold -> sales.of(hold);
            case ProgressEvent note -> sales.of(note);
            case TermsEvent terms -> new TellingOfTerms().of(terms);
            case ConsultationEvent question -> new TellingOfTerms().of(question);
            case ServiceEvent service -> new TellingOfService(people).of(service);
            case SlaBreached late -> late(late);
            case HolderRecognised(var holder, var epoch) -> "The deal recognises " + holder(holder) + " as its holder";
        };
    }

    private String ofResponsibility(ResponsibilityEvent event) {
        return switch (event) {
            case ResponsibilityOpened(var holder) -> holder(holder) + " takes the baton first";
            case ResponsibilityTransferred to ->
                "The baton passes from " + people.name(to.from().member()) + " to " + holder(to.to()) + ", accepted by "
                        + readable.words(to.acceptance()).toLowerCase(Locale.ROOT);
            case ResponsibilityReopened(var holder, var _, var _) -> holder(holder) + " takes the baton up again";
            case ResponsibilityEnded ended ->
                people.name(ended.holder().member()) + " puts the baton down: " + readable.words(ended.cause());
            case AssignmentDecided decided -> decided(decided);
            case AssignmentQueued queued ->
                "Nobody is free as " + role(queued.role()) + ": " + readable.words(queued.reason())
                        + "; the deal waits in the queue";
            case AssignmentWoken woken ->
                "Looking again for a " + role(woken.role()) + ": " + readable.words(woken.cause());
            case AssignmentCorrected corrected -> "Whoever takes it is looked for by what was corrected";
            case LegPassedOver passed ->
                "No " + role(passed.role()) + " needed any more: " + readable.words(passed.reason());
            case AssignmentEscalated escalated ->
                people.name(escalated.manager()) + " is asked to decide who takes it as " + role(escalated.role())
                        + ": " + readable.words(escalated.reason());
            case DecisionEscalated on ->
                people.name(on.from()) + " has not decided in time; now "
                        + (on.to() == null ? "every manager" : people.name(on.to())) + " is asked";
            case PackageRefused refused ->
                "Support does not take it yet; missing: " + readable.words(refused.missing());
            case RehomingBegun begun ->
                "A new home is looked for: " + people.name(begun.holder().member()) + " is "
                        + readable.words(begun.cause()).toLowerCase(Locale.ROOT);
            case OfferMade made -> "Offered to " + holder(made.to());
            case OfferAccepted accepted -> people.name(accepted.by().member()) + " accepts";
            case OfferDeclined declined ->
                people.name(declined.by().member()) + " declines: " + readable.words(declined.reason());
            case OfferExpired expired ->
                "Offer to " + people.name(expired.to().member()) + " has expired: "
                        + readable.words(expired.cause()).toLowerCase(Locale.ROOT);
            case OfferCancelled cancelled -> "Offer withdrawn: " + readable.words(cancelled.reason());
        };
    }

    private String late(SlaBreached late) {
        String manager = late.escalatedTo();
        return holder(late.holder()) + " is late: "
                + readable.words(late.sla()).toLowerCase(Locale.ROOT)
                + " was due " + late.due()
                + (manager == null ? "" : "; " + people.name(manager) + " has to see to it");
    }

    private String decided(AssignmentDecided decided) {
        String chosen = decided.chosen();
        var requested = decided.requested();
        String wish = requested == null
                ? ""
                : requested.granted()
                        ? ", as requested"
                        : "; " + people.name(requested.member()) + " was requested: "
                                + readable.words(requested.reason());
        return (chosen == null
                        ? "No " + role(decided.role()) + " found"
                        : people.name(chosen) + " chosen as " + role(decided.role()))
                + wish;
    }

    private String holder(Holder holder) {
        return people.name(holder.member()) + " (" + role(holder.role()) + ")";
    }

    private String role(Role role) {
        return readable.words(role).toLowerCase(Locale.ROOT);
    }
}
