package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingPolicy;
import java.util.List;

/// Whom the relay can turn to, and by which rules.
public interface Team {
    List<Colleague> colleagues(Role role);

    /// Whether the person has joined in that role.
    boolean knows(Holder holder);

    /// Who holds a deal that names no first holder.
    Holder steward();

    RoutingPolicy policyFor(String pipeline);
}
