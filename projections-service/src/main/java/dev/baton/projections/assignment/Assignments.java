package dev.baton.projections.assignment;

import dev.baton.contract.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The routing of one deal.
///
/// @param decisions those made since the rows were read; a decision never changes
/// @param waiting by the role of the leg
/// @param offers by their id
public record Assignments(
        String deal, List<Decision> decisions, Map<Role, Waiting> waiting, Map<String, Offer> offers) {

    static Assignments of(String deal) {
        return new Assignments(deal, List.of(), Map.of(), Map.of());
    }

    Assignments decided(Decision decision) {
        List<Decision> all =
                Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        return new Assignments(deal, all, waiting, offers);
    }

    Assignments waits(Waiting leg) {
        Map<Role, Waiting> all = new EnumMap<>(Role.class);
        all.putAll(waiting);
        all.put(leg.role(), leg);
        return new Assignments(deal, decisions, all, offers);
    }

    /// Changes the leg if it waits now.
    Assignments changeWaiting(Role role, UnaryOperator<Waiting> change) {
        Waiting leg = waiting.get(role);
        return leg == null || !leg.waits() ? this : waits(change.apply(leg));
    }

    Assignments offered(Offer offer) {
        Map<String, Offer> all = new LinkedHashMap<>(offers);
        all.put(offer.offer(), offer);
        return new Assignments(deal, decisions, waiting, all);
    }

    /// @throws IllegalStateException when no such offer was made
    Assignments answered(String offer, Offer.Answer answer) {
        Offer made = offers.get(offer);
        if (made == null) {
            throw new IllegalStateException("offer " + offer + " of deal " + deal + " is answered but was never made");
        }
        return offered(made.answered(answer));
    }
}
