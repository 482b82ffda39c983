package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.SalesPlan;
import dev.baton.deal.terms.TermsRules;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What a pipeline asks of terms before they are agreed, and before they are signed; on every
/// channel.
final class TermsGuards {

    private TermsGuards() {}

    /// The terms are those of an offer that still holds, its plan is agreed, and it is approved
    /// where it must be.
    static void agreeable(Dossier deal, DealContext context) {
        mayLeave(Stage.NEGOTIATING, deal, context.rules());
        Offer offer = deal.terms().ledger().standing();
        if (offer == null && context.rules().terms().offerRequired()) {
            unlessOverridden(deal, TermsRefusals.noOffer());
        }
        if (offer != null && offer.expiredOn(context.today())) {
            unlessOverridden(deal, TermsRefusals.offerExpired(offer));
        }
        inOrder(deal, context.rules().terms());
    }

    /// A deal is won with the plan that was agreed for the offer that is signed, and at its price.
    static void signable(Dossier deal, Close close, DealContext context) {
        if (close.outcome() == Outcome.WON) {
            mayLeave(Stage.AGREED, deal, context.rules());
            inOrder(deal, context.rules().terms());
            worthTheOffer(deal, close.value(), context.rules());
        }
    }

    /// Each exit criterion of the stage, and of those that are left with it, is answered with
    /// evidence.
    static void mayLeave(Stage stage, Dossier deal, Pipeline pipeline) {
        Map<String, String> evidence = deal.terms().needs().evidence();
        List<String> open = pipeline.terms().criteriaUpTo(stage).stream()
                .filter(criterion -> !evidence.containsKey(criterion))
                .toList();
        if (!open.isEmpty()) {
            unlessOverridden(deal, Refusals.unansweredCriteria(open));
        }
    }

    /// Where terms are those of an offer, they are worth its price.
    static void worthTheOffer(Dossier deal, @Nullable Money told, Pipeline pipeline) {
        Offer offer = deal.terms().ledger().standing();
        if (pipeline.terms().offerRequired() && offer != null && told != null && !told.equals(offer.price())) {
            unlessOverridden(deal, TermsRefusals.valueDiffers(told, offer));
        }
    }

    /// What the executive agreed to; the offer's price when it is not told.
    static Negotiated valued(Dossier deal, AgreeTerms command) {
        if (command.value() != null) {
            return new Negotiated(command.value(), command.expectedClose());
        }
        Offer offer = deal.terms().ledger().standing();
        if (offer == null) {
            throw TermsRefusals.noTermsValue();
        }
        return new Negotiated(offer.price(), command.expectedClose());
    }

    private static void inOrder(Dossier deal, TermsRules rules) {
        if (rules.planRequired()) {
            planAgreed(deal);
        }
        Offer offer = deal.terms().ledger().standing();
        if (offer != null && !deal.terms().approved()) {
            List<ApprovalGround> grounds = rules.approvalGrounds(offer);
            if (!grounds.isEmpty()) {
                throw TermsRefusals.approvalRequired(offer, grounds);
            }
        }
    }

    static Offer standing(Dossier deal) {
        Offer offer = deal.terms().ledger().standing();
        if (offer == null) {
            throw TermsRefusals.noOffer();
        }
        return offer;
    }

    private static void unlessOverridden(Dossier deal, DealRejected refusal) {
        if (!deal.passes(refusal.code())) {
            throw refusal;
        }
    }

    private static void planAgreed(Dossier deal) {
        if (deal.terms().agreedPlan() != null) {
            return;
        }
        SalesPlan plan = deal.terms().plan();
        unlessOverridden(
                deal,
                plan instanceof SalesPlan.Agreed agreed
                        ? TermsRefusals.planOfAnotherOffer(agreed)
                        : TermsRefusals.planNotAgreed(plan));
    }
}
