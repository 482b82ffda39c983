package dev.baton.roles.handoff;

import static dev.baton.roles.handoff.ForgedHoldings.TRANSFER;
import static dev.baton.roles.handoff.ForgedHoldings.give;
import static dev.baton.roles.handoff.ForgedHoldings.is;
import static dev.baton.roles.handoff.ForgedHoldings.isAboutHolding;
import static dev.baton.roles.handoff.ForgedHoldings.isAccepted;
import static dev.baton.roles.handoff.ForgedHoldings.ofTheDealOf;
import static dev.baton.roles.handoff.Forger.text;

import dev.baton.cli.proof.LogEvent;
import dev.baton.roles.handoff.Forger.Forged;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who was chosen, asked and said yes, forged.
final class ForgedOffers {
    private ForgedOffers() {}

    /// The offer that led to a transfer, or the answer to it.
    static Optional<LogEvent> step(Forger forger, LogEvent transfer, String name) {
        return forger.find(
                name, ofTheDealOf(transfer).and(row -> text(row, "offer").equals(text(transfer, "offer"))));
    }

    private static Optional<LogEvent> stepOfSome(Forger forger, String name) {
        return forger.find(TRANSFER, ForgedHoldings::isAccepted).flatMap(transfer -> step(forger, transfer, name));
    }

    static Optional<Forged> dropAcceptance(Forger forger) {
        return stepOfSome(forger, "offer-accepted").map(forger::remove);
    }

    static Optional<Forged> dropOffer(Forger forger) {
        return stepOfSome(forger, "offer-made").map(forger::remove);
    }

    static Optional<Forged> secondOffer(Forger forger) {
        return forger.find("offer-made").map(made -> {
            LogEvent second = Rewritten.another(made, "offer-made");
            return forger.insertAfter(made, Rewritten.data(second, data -> {
                data.put("offer", UUID.randomUUID().toString());
                give(data, "to", "mallory");
            }));
        });
    }

    // --- who was chosen --------------------------------------------------------------------------------------------

    static Optional<Forged> dropDecision(Forger forger) {
        return decisionForSomebodyNew(forger).map(forger::remove);
    }

    static Optional<Forged> decideOtherwise(Forger forger) {
        return decisionForSomebodyNew(forger)
                .map(decision -> forger.change(decision, data -> data.put("chosen", "somebody")));
    }

    /// An earlier holder is asked without one, and so are managers.
    private static Optional<LogEvent> decisionForSomebodyNew(Forger forger) {
        return forger.find("offer-made", offer -> goesToSomebodyNew(forger, offer))
                .flatMap(offer -> forger.lastBefore(offer, ofTheDealOf(offer).and(is("assignment-decided"))));
    }

    private static boolean goesToSomebodyNew(Forger forger, LogEvent offer) {
        JsonNode to = offer.data().path("to");
        Predicate<LogEvent> held = is(TRANSFER)
                .and(before -> before.data().path("to").equals(to))
                .or(before ->
                        isAboutHolding(before) && before.data().path("holder").equals(to));
        return !to.path("role").asString().equals("SALES_MANAGER")
                && forger.lastBefore(offer, ofTheDealOf(offer).and(held)).isEmpty();
    }

    static Optional<Forged> notEligible(Forger forger) {
        return forger.find("assignment-decided", ForgedOffers::hadAChoice)
                .map(decision -> forger.change(decision, data -> {
                    for (JsonNode candidate : data.path("candidates")) {
                        if (candidate.path("member").equals(data.path("chosen"))) {
                            ((ObjectNode) candidate).put("eligible", false);
                        }
                    }
                }));
    }

    private static boolean hadAChoice(LogEvent decision) {
        return decision.data().hasNonNull("chosen")
                && decision.data()
                                .path("candidates")
                                .valueStream()
                                .filter(candidate -> candidate.path("eligible").asBoolean())
                                .count()
                        > 1;
    }

    /// The offer, the yes, the hand-off, and what the deal hears of it; the decision and the place stay.
    static Optional<Forged> giveAll(Forger forger) {
        return forger.find(
                        TRANSFER,
                        moved -> isAccepted(moved)
                                && moved.data()
                                        .path("to")
                                        .path("role")
                                        .asString()
                                        .equals("ACCOUNT_EXECUTIVE"))
                .flatMap(moved -> giveAll(forger, moved));
    }

    private static Optional<Forged> giveAll(Forger forger, LogEvent moved) {
        String other = moved.data().path("to").path("member").asString().equals("anna") ? "ben" : "anna";
        Optional<Forged> first =
                step(forger, moved, "offer-made").map(made -> forger.change(made, data -> give(data, "to", other)));
        step(forger, moved, "offer-accepted").ifPresent(yes -> {
            forger.change(yes, data -> give(data, "by", other));
            if (text(yes, "acceptance").equals("PERSON")) {
                forger.by(yes, yes.cause(), other);
            }
        });
        forger.change(moved, data -> give(data, "to", other));
        forger.find(
                        "holder-recognised",
                        ofTheDealOf(moved)
                                .and(seen -> seen.data()
                                        .path("epoch")
                                        .equals(moved.data().path("epoch"))))
                .ifPresent(seen -> forger.change(seen, data -> give(data, "holder", other)));
        return first;
    }

    // --- who said yes ----------------------------------------------------------------------------------------------

    static boolean isByPerson(LogEvent transfer) {
        return text(transfer, "acceptance").equals("PERSON");
    }

    static Optional<Forged> yesOfAnother(Forger forger) {
        return forger.find(TRANSFER, ForgedOffers::isByPerson)
                .flatMap(transfer -> step(forger, transfer, "offer-accepted"))
                .map(yes -> forger.by(yes, yes.cause(), "mallory"));
    }

    static Optional<Forged> yesOfASetting(Forger forger) {
        return forger.find(TRANSFER, ForgedOffers::isByPerson)
                .flatMap(transfer -> step(forger, transfer, "offer-accepted").map(yes -> {
                    forger.by(yes, yes.cause(), "");
                    Forged first = forger.change(yes, data -> data.put("acceptance", "POLICY"));
                    forger.change(transfer, data -> data.put("acceptance", "POLICY"));
                    return first;
                }));
    }

    static Optional<Forged> forcedByNobody(Forger forger) {
        return forger.find(TRANSFER, transfer -> !isAccepted(transfer))
                .map(order -> forger.change(order, data -> data.put("by", "anna")));
    }

    static Optional<Forged> forcedInTheNameOf(Forger forger) {
        return forger.find(TRANSFER, transfer -> text(transfer, "cause").equals("REASSIGNED"))
                .map(order -> forger.by(order, order.cause(), "anna"));
    }
}
