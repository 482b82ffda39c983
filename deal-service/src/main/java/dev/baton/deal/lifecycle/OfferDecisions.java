package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.OfferLine;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.lifecycle.TermsCommand.RecordCounterOffer;
import dev.baton.deal.terms.Ledger;
import dev.baton.deal.terms.LedgerEntry;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.PriceList;
import dev.baton.deal.terms.PriceList.ListedPrice;
import dev.baton.deal.terms.Totals;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Offers and counter-offers: products and quantities and prices are typed, all else is computed
/// from the price list.
final class OfferDecisions {

    private OfferDecisions() {}

    static List<DealEvent> make(Dossier deal, MakeOffer command, DealContext context) {
        Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
        OfferDraft draft = command.draft();
        PriceList list = priceList(deal, draft, context);
        List<OfferLine> lines =
                draft.lines().stream().map(line -> priced(line, list)).toList();
        return standsAlready(deal.terms().ledger(), list, lines, draft)
                ? List.of()
                : List.of(made(deal.terms().ledger(), list, lines, draft, context));
    }

    static List<DealEvent> counter(Dossier deal, RecordCounterOffer command, DealContext context) {
        Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
        Offer standing = TermsGuards.standing(deal);
        if (!command.price().isSameCurrency(standing.price())) {
            throw TermsRefusals.otherCurrency(standing.price().getCurrencyUnit());
        }
        Totals asked = standing.totals().at(command.price());
        return List.of(new CounterOfferRecorded(
                deal.terms().ledger().nextCounterOffer(),
                standing.number(),
                command.price(),
                asked.discountPercent(),
                asked.marginPercent(),
                command.demands()));
    }

    /// The version in force, or one that an earlier offer of this deal was made from: what was
    /// offered once can be varied after a new list has come.
    private static PriceList priceList(Dossier deal, OfferDraft draft, DealContext context) {
        String name = context.rules().terms().priceList();
        if (name == null) {
            throw TermsRefusals.noPriceList(context.rules());
        }
        PriceList inForce =
                context.surroundings().prices().inForce(name, context.today()).orElse(null);
        Integer asked = draft.priceListVersion();
        if (inForce != null && (asked == null || asked == inForce.version())) {
            return inForce;
        }
        if (asked != null && deal.terms().ledger().usedVersion(name, asked)) {
            return context.surroundings().prices().version(name, asked).orElseThrow();
        }
        throw TermsRefusals.priceListNotInForce(name, inForce == null ? null : inForce.version());
    }

    private static OfferLine priced(AskedLine line, PriceList list) {
        ListedPrice listed = list.of(line.product());
        if (listed == null) {
            throw TermsRefusals.unknownProduct(line.product(), list);
        }
        if (!line.price().getCurrencyUnit().equals(list.currency())) {
            throw TermsRefusals.otherCurrency(list.currency());
        }
        return new OfferLine(line.product(), line.quantity(), listed.list(), listed.cost(), line.price());
    }

    /// The same offer again, and nothing in between.
    private static boolean standsAlready(Ledger ledger, PriceList list, List<OfferLine> lines, OfferDraft draft) {
        @Nullable
        LedgerEntry last = ledger.entries().isEmpty() ? null : ledger.entries().getLast();
        return last instanceof Offer offer
                && offer.priceList().equals(list.name())
                && offer.priceListVersion() == list.version()
                && offer.lines().equals(lines)
                && Objects.equals(offer.validUntil(), draft.validUntil());
    }

    private static OfferMade made(
            Ledger ledger, PriceList list, List<OfferLine> lines, OfferDraft draft, DealContext context) {
        Totals totals = Totals.of(lines);
        return new OfferMade(
                ledger.nextOffer(),
                context.actor().name(),
                list.name(),
                list.version(),
                lines,
                totals.list(),
                totals.cost(),
                totals.price(),
                totals.discountPercent(),
                totals.marginPercent(),
                draft.validUntil());
    }
}
