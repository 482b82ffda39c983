package dev.baton.deal.command;

import dev.baton.contract.Role;
import dev.baton.deal.lifecycle.Actor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Who asks, from the token to the rules.
public final class People {

    private People() {}

    /// Roles that the sales department does not know count for nothing.
    public static Actor acting(dev.baton.web.edge.security.Actor asking) {
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> asking.roles().contains(role.name()))
                .collect(Collectors.toSet());
        return new Actor(asking.id(), asking.member(), roles);
    }
}
