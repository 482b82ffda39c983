package dev.baton.deal.lifecycle;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.deal.PlanItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What is asked on the way to agreed terms: needs, offers, the sales plan, approvals.
public sealed interface TermsCommand extends PersonsCommand {

    @PossibleIn(DealState.Open.class)
    record RecordNeed(String deal, String description) implements TermsCommand {
        public RecordNeed {
            Require.text("description", description);
        }
    }

    @PossibleIn(DealState.Open.class)
    record RecordConstraint(String deal, String description) implements TermsCommand {
        public RecordConstraint {
            Require.text("description", description);
        }
    }

    /// What shows that exit criteria of the pipeline's stages are met.
    @PossibleIn(DealState.Open.class)
    record AnswerCriteria(String deal, Map<String, String> evidence) implements TermsCommand {
        public AnswerCriteria {
            evidence = Map.copyOf(Require.present("evidence", evidence));
        }
    }

    @PossibleIn(Negotiating.class)
    record MakeOffer(String deal, OfferDraft draft) implements TermsCommand {}

    /// The customer asks for another price on the offer that stands.
    ///
    /// @param price the total
    @PossibleIn(Negotiating.class)
    record RecordCounterOffer(
            String deal, Money price, @Nullable String demands) implements TermsCommand {
        public RecordCounterOffer {
            Require.present("price", price);
            Require.optionalText("demands", demands);
        }
    }

    /// @param specialist who is asked; any specialist when absent
    @PossibleIn(Negotiating.class)
    record RequestPlan(
            String deal,
            @Nullable String specialist,
            @Nullable String brief) implements TermsCommand {
        public RequestPlan {
            Require.optionalId("specialist", specialist);
            Require.optionalText("brief", brief);
        }
    }

    @PossibleIn(Negotiating.class)
    record DraftPlan(String deal, String summary, List<PlanItem> items) implements TermsCommand {
        public DraftPlan {
            Require.text("summary", summary);
            items = List.copyOf(Require.notEmpty("items", Require.present("items", items)));
        }
    }

    /// @param version the one that is shown to the customer
    @PossibleIn(Negotiating.class)
    record ProposePlan(String deal, int version) implements TermsCommand {}

    /// @param version the one that the customer has signed
    /// @param signatory who signed for the customer
    @PossibleIn(Negotiating.class)
    record AgreePlan(String deal, int version, String signatory) implements TermsCommand {
        public AgreePlan {
            Require.text("signatory", signatory);
        }
    }

    /// @param approver the manager who is asked first; the pipeline's when absent
    @PossibleIn(Negotiating.class)
    record RequestApproval(
            String deal,
            @Nullable String approver,
            @Nullable String reason) implements TermsCommand {
        public RequestApproval {
            Require.optionalId("approver", approver);
            Require.optionalText("reason", reason);
        }
    }

    @PossibleIn(Negotiating.class)
    record GrantApproval(String deal, int request, @Nullable String note) implements TermsCommand {
        public GrantApproval {
            Require.optionalText("note", note);
        }
    }

    @PossibleIn(Negotiating.class)
    record RejectApproval(String deal, int request, String reason) implements TermsCommand {
        public RejectApproval {
            Require.text("reason", reason);
        }
    }

    /// An offer as somebody asks for it; what it comes to is computed.
    ///
    /// @param priceListVersion the one in force when absent
    /// @param validUntil the last day (UTC) on which the customer may take it
    record OfferDraft(
            @Nullable Integer priceListVersion,
            List<AskedLine> lines,
            @Nullable LocalDate validUntil) {
        /// More lines than any real offer has, and few enough for one event.
        private static final int MOST_LINES = 500;

        public OfferDraft {
            lines = List.copyOf(Require.notEmpty("lines", Require.present("lines", lines)));
            if (lines.size() > MOST_LINES) {
                throw new InvalidValue("lines", "are more than " + MOST_LINES);
            }
        }
    }

    /// @param price per unit
    record AskedLine(String product, int quantity, Money price) {
        public AskedLine {
            Require.text("product", product);
            Require.present("price", price);
        }
    }
}
