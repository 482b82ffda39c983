package dev.baton.roles.holding;

import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.TermsEvent;
import java.util.List;

/// Who may carry a deal, as far as it has come by its own facts: whoever works on it in that
/// stage, and a manager in any.
enum Carriers {
    /// A lead is found out about, or rests until it is time for it.
    OF_A_LEAD(Role.SALES_REPRESENTATIVE, Role.SALES_MANAGER),
    /// From when it is qualified until it is signed.
    OF_A_SALE(Role.ACCOUNT_EXECUTIVE, Role.SALES_MANAGER),
    /// Won, until support has taken it.
    OF_A_WIN(Role.ACCOUNT_EXECUTIVE, Role.CUSTOMER_SUPPORT_REPRESENTATIVE, Role.SALES_MANAGER),
    OF_A_CUSTOMER(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, Role.SALES_MANAGER);

    private final List<Role> roles;

    Carriers(Role... roles) {
        this.roles = List.of(roles);
    }

    List<Role> roles() {
        return roles;
    }

    Carriers after(DealEvent event) {
        return switch (event) {
            case ProspectingEvent lead -> prospecting(lead);
            case NegotiationEvent _ -> atLeast(OF_A_SALE);
            case ClosingEvent close -> closing(close);
            case SupportEvent support -> support instanceof HandedToSupport ? OF_A_CUSTOMER : this;
            case TermsEvent _,
                    ConsultationEvent _,
                    ServiceEvent _,
                    HoldEvent _,
                    ProgressEvent _,
                    SlaEvent _,
                    AccountabilityEvent _ -> this;
        };
    }

    private Carriers prospecting(ProspectingEvent event) {
        return switch (event) {
            case LeadFound _, LeadReturned _ -> OF_A_LEAD;
            case LeadQualified _ -> atLeast(OF_A_SALE);
            case LeadDisqualified _, LeadRecycled _, NurtureDue _ -> this;
        };
    }

    private Carriers closing(ClosingEvent event) {
        return switch (event) {
            case Closed closed -> closed.outcome() == Outcome.WON ? OF_A_WIN : this;
            case CloseReversed _ -> OF_A_SALE;
            case DealReopened again -> again.stage() == Stage.PROSPECTING ? OF_A_LEAD : OF_A_SALE;
            case DealMerged _, ReversalRequested _ -> this;
        };
    }

    /// What is told late moves nothing back.
    private Carriers atLeast(Carriers reached) {
        return compareTo(reached) < 0 ? reached : this;
    }
}
