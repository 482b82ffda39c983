package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom the relay can turn to, and by which rules.
public interface Team {
    List<Colleague> colleagues(Role role);

    /// The same people, with what that policy needs to know for that moment.
    default List<Colleague> colleagues(Role role, RoutingPolicy policy, Instant at) {
        return colleagues(role);
    }

    /// Where the person works; empty for everywhere.
    default Set<String> territories(Holder holder) {
        return colleagues(holder.role()).stream()
                .filter(colleague -> colleague.member().equals(holder.member()))
                .findFirst()
                .map(Colleague::territories)
                .orElse(Set.of());
    }

    /// Who last held a deal of the customer in that role; absent when nobody has, or when the policy does not ask.
    default @Nullable String owner(@Nullable String customer, Role role, RoutingPolicy policy) {
        return null;
    }

    /// Up to which position of the log the people of all roles were known: who was there, with
    /// what capacity, territories and skills; absent for its end.
    default @Nullable Long peopleAsOf() {
        return null;
    }

    /// Whether the person has joined in that role.
    boolean knows(Holder holder);

    /// Whether the person has joined in that role and is neither away nor gone.
    default boolean here(Holder holder) {
        return colleagues(holder.role()).stream()
                .anyMatch(colleague -> colleague.member().equals(holder.member()) && colleague.available());
    }

    /// Who holds a deal that names no first holder.
    Holder steward();

    /// The manager who is named, or who does their work while they are not there; they themself
    /// when there is no other.
    default Holder inChargeFor(Holder named) {
        return StandIns.inChargeFor(named, steward(), colleagues(Role.SALES_MANAGER));
    }

    /// Which manager carries meanwhile what this holder cannot carry any more; absent when there is nobody else.
    @Nullable
    Holder standIn(Holder gone);

    RoutingPolicy policyFor(String pipeline);
}
