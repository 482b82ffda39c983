package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sales plan between customer and company, in versions.
public sealed interface PlanEvent extends TermsEvent {

    /// A specialist is asked for a plan.
    ///
    /// @param request its number within the deal, from 1
    /// @param specialist who is asked; any specialist when absent
    /// @param due when it goes to the manager's queue
    record SalesPlanRequested(
            int request,
            String by,
            @Nullable String specialist,
            @Nullable String brief,
            Instant due) implements PlanEvent {
        public SalesPlanRequested {
            Ordinal.fromOne("request", request);
            Require.text("by", by);
            Require.optionalText("specialist", specialist);
            Require.optionalText("brief", brief);
            Require.present("due", due);
        }
    }

    /// A version is written; it replaces the one before, agreed or not.
    ///
    /// @param version within the deal, from 1
    record SalesPlanDrafted(int version, String by, String summary, List<PlanItem> items) implements PlanEvent {
        public SalesPlanDrafted {
            Ordinal.fromOne("version", version);
            Require.text("by", by);
            Require.text("summary", summary);
            items = List.copyOf(Require.notEmpty("items", Require.present("items", items)));
        }
    }

    /// The version is shown to the customer.
    record SalesPlanProposed(int version, String by) implements PlanEvent {
        public SalesPlanProposed {
            Ordinal.fromOne("version", version);
            Require.text("by", by);
        }
    }

    /// Customer and company agree on the version.
    ///
    /// @param offer the number of the offer that stood then, and that the agreement is for; absent
    ///     without offers
    /// @param signatory who signed for the customer
    record SalesPlanAgreed(int version, @Nullable Integer offer, String signatory, String by) implements PlanEvent {
        public SalesPlanAgreed {
            Ordinal.fromOne("version", version);
            Require.text("signatory", signatory);
            Require.text("by", by);
        }
    }
}
