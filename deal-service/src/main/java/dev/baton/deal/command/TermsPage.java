package dev.baton.deal.command;

import dev.baton.contract.deal.PlanItem;
import dev.baton.deal.terms.Approval;
import dev.baton.deal.terms.Ledger.Concession;
import dev.baton.deal.terms.LedgerEntry;
import dev.baton.deal.terms.Needs.Statement;
import dev.baton.deal.terms.SalesPlan;
import dev.baton.deal.terms.Terms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the terms of a deal stand, as they are shown.
///
/// @param evidence what shows that exit criteria are met
/// @param ledger offers and counter-offers in their order
/// @param plan the newest version of the sales plan
/// @param approval the newest request for the standing offer
public record TermsPage(
        List<Statement> needs,
        List<Statement> constraints,
        Map<String, String> evidence,
        List<Move> ledger,
        @Nullable PlanPage plan,
        @Nullable ApprovalPage approval) {

    static TermsPage of(Terms terms) {
        return new TermsPage(
                terms.needs().needs(),
                terms.needs().constraints(),
                terms.needs().evidence(),
                terms.ledger().concessions().stream().map(Move::of).toList(),
                terms.plan() == null ? null : PlanPage.of(terms.plan()),
                terms.approval() == null ? null : ApprovalPage.of(terms.approval()));
    }

    /// @param kind `Offer` or `CounterOffer`
    /// @param concession points of discount that the move gave way against the same side's move
    ///     before
    public record Move(String kind, LedgerEntry move, BigDecimal concession) {
        static Move of(Concession made) {
            return new Move(made.entry().getClass().getSimpleName(), made.entry(), made.points());
        }
    }

    /// @param standing `Drafted`, `Proposed` or `Agreed`
    /// @param offer the offer that an agreement is for
    public record PlanPage(
            int version,
            String standing,
            String draftedBy,
            String summary,
            List<PlanItem> items,
            @Nullable Integer offer,
            @Nullable String signatory) {
        static PlanPage of(SalesPlan plan) {
            SalesPlan.@Nullable Agreed agreed = plan instanceof SalesPlan.Agreed signed ? signed : null;
            return new PlanPage(
                    plan.version(),
                    plan.standing(),
                    plan.content().draftedBy(),
                    plan.content().summary(),
                    plan.content().items(),
                    agreed == null ? null : agreed.offer(),
                    agreed == null ? null : agreed.signatory());
        }
    }

    /// @param standing `Asked`, `Granted` or `Rejected`
    public record ApprovalPage(
            int request,
            int offer,
            String standing,
            String requestedBy,
            @Nullable String decidedBy) {
        static ApprovalPage of(Approval approval) {
            String decidedBy = switch (approval) {
                case Approval.Asked _ -> null;
                case Approval.Granted granted -> granted.by();
                case Approval.Rejected rejected -> rejected.by();
            };
            return new ApprovalPage(
                    approval.request(), approval.offer(), approval.standing(), approval.requestedBy(), decidedBy);
        }
    }
}
