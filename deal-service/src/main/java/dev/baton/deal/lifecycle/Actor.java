package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who acts: a person with roles, or a client that stands for another system.
///
/// @param name as it goes on record: the member's id, or the client's
/// @param member absent when a client acts
public record Actor(String name, @Nullable String member, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor client(String name) {
        return new Actor(name, null, Set.of());
    }

    public static Actor person(String member, Role... roles) {
        return new Actor(member, member, Set.of(roles));
    }

    boolean has(Role role) {
        return member != null && roles.contains(role);
    }

    boolean isSamePersonAs(Holder holder) {
        return holder.member().equals(member);
    }
}
