package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;

/// What people ask of a deal; guarded by role and by the holder that the deal has recognised.
public sealed interface PersonsCommand extends DealCommand {

    /// A representative found a lead, or another system did.
    record FindLead(String deal, Lead lead) implements PersonsCommand {}

    record QualifyLead(String deal, LeadQualified finding) implements PersonsCommand {}

    record DisqualifyLead(String deal, String reason) implements PersonsCommand {
        public DisqualifyLead {
            Require.text("reason", reason);
        }
    }

    record OpenNegotiation(String deal) implements PersonsCommand {}

    record AgreeTerms(String deal, Negotiated terms) implements PersonsCommand {}

    record CloseDeal(String deal, Closed close) implements PersonsCommand {}
}
