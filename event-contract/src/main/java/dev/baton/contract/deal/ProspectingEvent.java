package dev.baton.contract.deal;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// From the first contact to a qualified lead.
public sealed interface ProspectingEvent extends DealEvent {

    /// A lead was found; the deal begins.
    ///
    /// @param pipeline the name of the pipeline whose rules the deal follows
    /// @param requestedHolder the person whom a stage's routing is asked to choose
    /// @param pipelineVersion the version that held at the moment; set by Baton
    /// @param holder the first accountable holder, epoch 0: the finder, else the steward; set by Baton
    /// @param origin the customer's earlier deal that brought this one; absent for new business
    record LeadFound(
            String pipeline,
            String title,
            @Nullable Customer customer,
            @Nullable String channel,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String need,
            @Nullable Money value,
            @Nullable RequestedHolder requestedHolder,
            @Nullable Integer pipelineVersion,
            @Nullable Holder holder,
            @Nullable ReturnBusiness origin)
            implements ProspectingEvent {
        public LeadFound {
            Require.text("pipeline", pipeline);
            Require.text("title", title);
            Require.optionalText("channel", channel);
            Require.optionalText("territory", territory);
            Require.optionalText("product", product);
            Require.optionalText("need", need);
            Value.notNegative(value);
        }

        /// New business.
        public LeadFound(
                String pipeline,
                String title,
                @Nullable Customer customer,
                @Nullable String channel,
                @Nullable String territory,
                @Nullable String product,
                @Nullable String need,
                @Nullable Money value,
                @Nullable RequestedHolder requestedHolder,
                @Nullable Integer pipelineVersion,
                @Nullable Holder holder) {
            this(
                    pipeline,
                    title,
                    customer,
                    channel,
                    territory,
                    product,
                    need,
                    value,
                    requestedHolder,
                    pipelineVersion,
                    holder,
                    null);
        }

        public LeadFound under(int version, Holder first) {
            return new LeadFound(
                    pipeline,
                    title,
                    customer,
                    channel,
                    territory,
                    product,
                    need,
                    value,
                    requestedHolder,
                    version,
                    first,
                    origin);
        }

        public LeadFound from(ReturnBusiness earlier) {
            return new LeadFound(
                    pipeline,
                    title,
                    customer,
                    channel,
                    territory,
                    product,
                    need,
                    value,
                    requestedHolder,
                    pipelineVersion,
                    holder,
                    earlier);
        }
    }

    /// The lead meets the exit criteria of prospecting.
    ///
    /// @param evidence for each criterion of the pipeline, what shows that it is met
    record LeadQualified(
            @Nullable Money value,
            @Nullable RequestedHolder requestedHolder,
            @Nullable Map<String, String> evidence) implements ProspectingEvent {
        public LeadQualified {
            Value.notNegative(value);
            evidence = evidence == null || evidence.isEmpty() ? null : Map.copyOf(evidence);
            if (evidence != null) {
                evidence.forEach((criterion, shown) -> Require.storable("evidence." + criterion, shown));
            }
        }
    }

    /// The lead will not become a deal.
    record LeadDisqualified(String reason) implements ProspectingEvent {
        public LeadDisqualified {
            Require.text("reason", reason);
        }
    }

    /// The lead is not qualified after all; the representative keeps it.
    ///
    /// @param by member id of the account executive who did not accept it
    /// @param offer which they declined in saying so; absent when they said it to the deal, and in older events
    record LeadReturned(String reason, String by, @Nullable String offer) implements ProspectingEvent {
        public LeadReturned {
            Require.text("reason", reason);
            Require.text("by", by);
            Require.optionalText("offer", offer);
        }

        /// Said to the deal.
        public LeadReturned(String reason, String by) {
            this(reason, by, null);
        }
    }

    /// Not now: the lead is taken up again on a later day.
    record LeadRecycled(LocalDate returnDate, String reason) implements ProspectingEvent {
        public LeadRecycled {
            Require.present("returnDate", returnDate);
            Require.text("reason", reason);
        }
    }

    /// The day has come on which a recycled lead is taken up again.
    record NurtureDue(LocalDate returnDate) implements ProspectingEvent {
        public NurtureDue {
            Require.present("returnDate", returnDate);
        }
    }
}
