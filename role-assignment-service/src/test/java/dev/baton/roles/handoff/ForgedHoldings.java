package dev.baton.roles.handoff;

import static dev.baton.roles.handoff.Forger.name;
import static dev.baton.roles.handoff.Forger.text;

import dev.baton.cli.proof.LogEvent;
import dev.baton.roles.handoff.Forger.Forged;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// Who holds a deal, and in which epoch, forged.
final class ForgedHoldings {
    static final String OPENED = "responsibility-opened";
    static final String TRANSFER = "responsibility-transferred";
    private static final Set<String> OVER = Set.of("closed", "lead-disqualified", "deal-merged", "close-reversed");

    private ForgedHoldings() {}

    static boolean isAccepted(LogEvent transfer) {
        return !text(transfer, "acceptance").equals("FORCED");
    }

    static Predicate<LogEvent> ofTheDealOf(LogEvent row) {
        return other -> other.subject().equals(row.subject());
    }

    static boolean isAboutHolding(LogEvent row) {
        return name(row).startsWith("responsibility-");
    }

    static Predicate<LogEvent> is(String name) {
        return row -> name(row).equals(name);
    }

    static Optional<Forged> give(Forger forger, String name, String field) {
        return give(forger, forger.find(name), field);
    }

    static Optional<Forged> giveAccepted(Forger forger) {
        return give(forger, forger.find(TRANSFER, ForgedHoldings::isAccepted), "to");
    }

    private static Optional<Forged> give(Forger forger, Optional<LogEvent> row, String field) {
        return row.map(found -> forger.change(found, data -> give(data, field, "mallory")));
    }

    static void give(ObjectNode data, String field, String member) {
        ((ObjectNode) data.path(field)).put("member", member);
    }

    /// That has moved afterwards: what is at rest with its first holder is accounted for by its first event.
    static Optional<Forged> dropBeginning(Forger forger) {
        return forger.find(
                        OPENED,
                        opened ->
                                forger.isFollowedBy(opened, ofTheDealOf(opened).and(is(TRANSFER))))
                .map(forger::remove);
    }

    static Optional<Forged> secondHolder(Forger forger) {
        return forger.find(TRANSFER).map(moved -> {
            LogEvent again = Rewritten.another(moved, "responsibility-reopened");
            return forger.insertAfter(moved, Rewritten.data(again, data -> {
                data.set("holder", data.path("to").deepCopy());
                give(data, "holder", "mallory");
                data.put("epoch", data.path("epoch").asInt() + 1);
            }));
        });
    }

    static Optional<Forged> epoch(Forger forger, int by) {
        return forger.find(TRANSFER)
                .map(row -> forger.change(
                        row, data -> data.put("epoch", data.path("epoch").asInt() + by)));
    }

    static Optional<Forged> mergedKeepsHolder(Forger forger) {
        return forger.find("deal-merged")
                .flatMap(merger -> forger.find(
                                "responsibility-ended",
                                end -> ofTheDealOf(merger).test(end)
                                        && end.cause().equals(merger.id())
                                        && !forger.isFollowedBy(
                                                end, ofTheDealOf(merger).and(ForgedHoldings::isAboutHolding)))
                        .map(forger::remove));
    }

    static Optional<Forged> endedEarly(Forger forger) {
        return forger.find(TRANSFER, moved -> !wasOverBefore(forger, moved)).map(moved -> {
            LogEvent end = Rewritten.another(moved, "responsibility-ended");
            return forger.insertAfter(moved, Rewritten.data(end, data -> {
                data.set("holder", data.path("to").deepCopy());
                data.put("cause", "CLOSED_LOST");
            }));
        });
    }

    private static boolean wasOverBefore(Forger forger, LogEvent moved) {
        return forger.lastBefore(moved, ofTheDealOf(moved).and(before -> OVER.contains(name(before))))
                .isPresent();
    }

    /// The last one: a later one tells the deal as well.
    static Optional<Forged> dropRecognition(Forger forger) {
        Predicate<LogEvent> tells = is("holder-recognised").or(ForgedHoldings::isAboutHolding);
        return forger.find(
                        "holder-recognised",
                        seen -> !forger.isFollowedBy(seen, ofTheDealOf(seen).and(tells)))
                .map(forger::remove);
    }
}
