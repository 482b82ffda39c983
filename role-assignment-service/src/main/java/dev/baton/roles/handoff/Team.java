package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom the relay can turn to, and by which rules.
public interface Team {
    List<Colleague> colleagues(Role role);

    /// Up to which position of the log [#colleagues] were known; absent for its end.
    default @Nullable Long peopleAsOf(Role role) {
        return null;
    }

    /// Whether the person has joined in that role.
    boolean knows(Holder holder);

    /// Who holds a deal that names no first holder.
    Holder steward();

    /// Which manager carries meanwhile what this holder cannot carry any more; absent when there is nobody else.
    @Nullable
    Holder standIn(Holder gone);

    RoutingPolicy policyFor(String pipeline);
}
