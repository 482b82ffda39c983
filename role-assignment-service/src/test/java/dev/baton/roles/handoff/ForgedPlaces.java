package dev.baton.roles.handoff;

import static dev.baton.roles.handoff.ForgedHoldings.TRANSFER;
import static dev.baton.roles.handoff.ForgedHoldings.is;
import static dev.baton.roles.handoff.ForgedHoldings.isAboutHolding;
import static dev.baton.roles.handoff.ForgedHoldings.isAccepted;
import static dev.baton.roles.handoff.Forger.deal;
import static dev.baton.roles.handoff.Forger.text;

import dev.baton.cli.proof.LogEvent;
import dev.baton.contract.Role;
import dev.baton.roles.handoff.Forger.Forged;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Whose places a deal takes, forged.
final class ForgedPlaces {
    /// Whoever has a deal again may have kept the place.
    private static final Set<String> HAS_IT_AGAIN = Set.of("CLOSE_REVERSED", "LEAD_RETURNED", "HOLDER_RETURNED");

    private ForgedPlaces() {}

    static Optional<Forged> takenAfterwards(Forger forger) {
        return forger.find(
                        TRANSFER, transfer -> isAccepted(transfer) && !HAS_IT_AGAIN.contains(text(transfer, "cause")))
                .flatMap(transfer -> takenAfter(forger, transfer));
    }

    private static Optional<Forged> takenAfter(Forger forger, LogEvent transfer) {
        Predicate<LogEvent> theirs =
                row -> row.subject().equals(stream(transfer.data().path("to")))
                        && deal(row).equals(transfer.subject());
        return forger.lastBefore(transfer, theirs.and(is("slot-released"))).isPresent()
                ? Optional.empty()
                : forger.lastBefore(transfer, theirs.and(is("slot-reserved")))
                        .map(place -> forger.move(place, transfer));
    }

    private static String stream(JsonNode person) {
        return Role.valueOf(person.path("role").asString()).stream(
                        person.path("member").asString())
                .toString();
    }

    static Optional<Forged> beyondCapacity(Forger forger) {
        return forger.find("slot-reserved", ForgedPlaces::isOrdinary)
                .map(place -> forger.change(place, data -> data.put("weight", 1000)));
    }

    private static boolean isOrdinary(LogEvent place) {
        return !place.data().path("override").asBoolean(false)
                && !place.subject().startsWith("sales-manager/");
    }

    static Optional<Forged> madeUpOverride(Forger forger) {
        return forger.find("slot-reserved", place -> isOrdinary(place) && !wasGivenTheDeal(forger, place))
                .map(place -> forger.change(place, data -> data.put("override", true)));
    }

    private static boolean wasGivenTheDeal(Forger forger, LogEvent place) {
        String member = place.subject().replaceFirst(".*/", "");
        return forger.lastBefore(
                        place,
                        before -> deal(before).equals(deal(place))
                                && isAboutHolding(before)
                                && before.data().toString().contains(member))
                .isPresent();
    }

    static Optional<Forged> takenWhileAway(Forger forger) {
        return forger.find("slot-reserved", ForgedPlaces::isOrdinary).map(place -> {
            LogEvent away = Rewritten.another(place, "availability-changed");
            forger.insertBefore(place, Rewritten.data(away, data -> {
                data.removeAll();
                data.put("availability", "ABSENT");
            }));
            return new Forged(deal(place), place.position());
        });
    }
}
