package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From the first contact to a qualified lead.
public sealed interface ProspectingCommand extends PersonsCommand {

    /// A representative found a lead, or another system did.
    @PossibleIn(Unknown.class)
    record FindLead(String deal, Lead lead) implements ProspectingCommand {
        public FindLead {
            lead.requireCustomerToBeFound();
        }

        @Override
        public boolean begins() {
            return true;
        }
    }

    @PossibleIn(Prospecting.class)
    record QualifyLead(String deal, LeadQualified finding) implements ProspectingCommand {}

    @PossibleIn(Prospecting.class)
    record DisqualifyLead(String deal, String reason) implements ProspectingCommand {
        public DisqualifyLead {
            Require.text("reason", reason);
        }
    }

    /// Not now, but on that day.
    @PossibleIn(Prospecting.class)
    record RecycleLead(String deal, LocalDate returnDate, String reason) implements ProspectingCommand {
        public RecycleLead {
            Require.present("returnDate", returnDate);
            Require.text("reason", reason);
        }
    }

    /// An account executive does not accept it: it is not qualified after all.
    ///
    /// @param offer which they declined in saying so; absent when they say it to the deal
    @PossibleIn(Qualified.class)
    record ReturnLead(String deal, String reason, @Nullable String offer) implements ProspectingCommand {
        public ReturnLead {
            Require.text("reason", reason);
            Require.optionalText("offer", offer);
        }

        public ReturnLead(String deal, String reason) {
            this(deal, reason, null);
        }
    }
}
