package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.deal.lifecycle.DealRejected.Ground;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.Needs;
import dev.baton.deal.terms.PriceList;
import dev.baton.deal.terms.Request;
import dev.baton.deal.terms.SalesPlan;
import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The refusals of negotiating, with their codes. What terms still lack may yet come: it is too
/// early, not wrong.
final class TermsRefusals {

    private TermsRefusals() {}

    static DealRejected noPriceList(Pipeline pipeline) {
        return conflict(
                "no-price-list", "pipeline '" + pipeline.name() + "' names no price list", List.of("agree-terms"));
    }

    static DealRejected priceListNotInForce(String name, @Nullable Integer inForce) {
        return unfit(
                "price-list-not-in-force",
                "that version of price list '" + name + "' is not in force",
                inForce == null ? List.of() : List.of(String.valueOf(inForce)));
    }

    static DealRejected unknownProduct(String product, PriceList list) {
        return unfit(
                "unknown-product",
                "'" + product + "' is not in version " + list.version() + " of price list '" + list.name() + "'",
                List.copyOf(list.products().keySet()));
    }

    static DealRejected otherCurrency(CurrencyUnit currency) {
        return unfit("other-currency", "prices are in " + currency, List.of(currency.getCode()));
    }

    static DealRejected noOffer() {
        return tooEarly(Rule.OFFER_MISSING.code(), "no offer has been made", List.of("make-offer"));
    }

    static DealRejected offerExpired(Offer offer) {
        return conflict(
                Rule.OFFER_EXPIRED.code(),
                "offer " + offer.number() + " was valid until " + offer.validUntil(),
                List.of("make-offer"));
    }

    static DealRejected valueDiffers(Money told, Offer offer) {
        return unfit(
                Rule.VALUE_DIFFERS_FROM_OFFER.code(),
                "offer " + offer.number() + " comes to " + offer.price() + ", not " + told,
                List.of(offer.price().toString(), "make-offer"));
    }

    static DealRejected noTermsValue() {
        return unfit("value-required", "terms without an offer need a value", List.of("value"));
    }

    static DealRejected alreadyRequested(Request open) {
        return conflict(
                "already-requested",
                open.kind() + " request " + open.number() + " waits for "
                        + (open.with() == null ? "any specialist" : open.with()) + " until " + open.due(),
                List.of());
    }

    static DealRejected unknownRequest(RequestKind kind, int number) {
        return conflict("unknown-request", "there is no " + kind + " request " + number, List.of());
    }

    static DealRejected requestSettled(Request request) {
        return conflict("request-settled", request.kind() + " request " + request.number() + " is settled", List.of());
    }

    static DealRejected askedSomebodyElse(Request request) {
        String with = request.with();
        return new DealRejected(
                Ground.NOT_YOURS,
                "asked-somebody-else",
                request.kind() + " request " + request.number() + " is for " + (with == null ? "a specialist" : with),
                with == null ? List.of() : List.of(with));
    }

    static DealRejected planNotRequested() {
        return tooEarly("plan-not-requested", "nobody has asked for a sales plan", List.of("request-plan"));
    }

    static DealRejected unknownCriteria(List<String> strange, List<String> known) {
        return unfit("unknown-criterion", "the pipeline does not ask for " + String.join(", ", strange), known);
    }

    static DealRejected noPlan() {
        return tooEarly("no-plan", "no version of the sales plan has been drafted", List.of("draft-plan"));
    }

    static DealRejected planVersionPassed(int told, SalesPlan plan) {
        return conflict(
                "plan-version-passed",
                "the sales plan is at version " + plan.version() + ", not " + told,
                List.of(String.valueOf(plan.version())));
    }

    static DealRejected planNotProposed(SalesPlan plan) {
        return tooEarly(
                "plan-not-proposed",
                "version " + plan.version() + " of the sales plan has not been proposed",
                List.of("propose-plan"));
    }

    static DealRejected unknownNeeds(List<String> unknown, Needs needs) {
        return unfit("unknown-need", "nothing is recorded as " + String.join(", ", unknown), needs.ids());
    }

    static DealRejected needsUnanswered(Collection<String> open) {
        return unfit("needs-unanswered", "the plan does not answer " + String.join(", ", open), List.copyOf(open));
    }

    static DealRejected planNotAgreed(@Nullable SalesPlan plan) {
        return tooEarly(
                Rule.PLAN_NOT_AGREED.code(),
                "no sales plan is agreed",
                List.of(
                        switch (plan) {
                            case null -> "request-plan";
                            case SalesPlan.Drafted _ -> "propose-plan";
                            case SalesPlan.Proposed _, SalesPlan.Agreed _ -> "agree-plan";
                        }));
    }

    static DealRejected planOfAnotherOffer(SalesPlan.Agreed plan) {
        return tooEarly(
                Rule.PLAN_OF_ANOTHER_OFFER.code(),
                "version " + plan.version() + " of the sales plan was agreed for "
                        + (plan.offer() == null ? "no offer" : "offer " + plan.offer()),
                List.of("agree-plan"));
    }

    static DealRejected approvalRequired(Offer offer, List<ApprovalGround> grounds) {
        return tooEarly(
                "approval-required",
                "offer " + offer.number() + " needs an approval for its " + grounds + ": discount "
                        + offer.discountPercent() + " %, margin " + offer.marginPercent() + " %",
                List.of("request-approval", "make-offer"));
    }

    static DealRejected approvalNotNeeded(Offer offer) {
        return conflict(
                "approval-not-needed",
                "offer " + offer.number() + " is within authority and above the floor",
                List.of("agree-terms"));
    }

    static DealRejected noApprover() {
        return conflict("no-approver", "everybody whom the pipeline names is a party to it", List.of("approver"));
    }

    private static DealRejected conflict(String code, String message, List<String> allowed) {
        return new DealRejected(Ground.CONFLICT, code, message, allowed);
    }

    private static DealRejected tooEarly(String code, String message, List<String> allowed) {
        return new DealRejected(Ground.TOO_EARLY, code, message, allowed);
    }

    private static DealRejected unfit(String code, String message, List<String> allowed) {
        return new DealRejected(Ground.UNFIT, code, message, allowed);
    }
}
