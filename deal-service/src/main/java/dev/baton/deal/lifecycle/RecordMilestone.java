package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.Instant;

/// A fact that an outside system reports. It has happened: the pipeline guards it, no holder does.
public sealed interface RecordMilestone extends DealCommand {

    /// When it happened, as its reporter says.
    Instant occurredAt();

    Milestone milestone();

    record RecordLeadFound(String deal, Lead lead, Instant occurredAt) implements RecordMilestone {
        public RecordLeadFound {
            lead.requireCustomerToBeFound();
        }

        @Override
        public Milestone milestone() {
            return Milestone.LEAD_FOUND;
        }

        @Override
        public boolean begins() {
            return true;
        }
    }

    record RecordLeadQualified(String deal, LeadQualified finding, Instant occurredAt) implements RecordMilestone {
        @Override
        public Milestone milestone() {
            return Milestone.LEAD_QUALIFIED;
        }
    }

    record RecordNegotiated(String deal, Negotiated terms, Instant occurredAt) implements RecordMilestone {
        @Override
        public Milestone milestone() {
            return Milestone.NEGOTIATED;
        }
    }

    record RecordClosed(String deal, Close close, Instant occurredAt) implements RecordMilestone {
        @Override
        public Milestone milestone() {
            return Milestone.CLOSED;
        }
    }

    /// A request, whatever its sender believes: support takes responsibility itself.
    record RecordHandover(String deal, HandoverRequested request, Instant occurredAt) implements RecordMilestone {
        @Override
        public Milestone milestone() {
            return Milestone.HANDED_TO_SUPPORT;
        }
    }
}
