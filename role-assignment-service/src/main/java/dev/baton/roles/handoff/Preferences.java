package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.RequestedHolder;
import java.util.EnumMap;
import java.util.Map;

/// Who comes before others when a leg is assigned, by member.
///
/// @param wishes whom somebody asked for, per role, until its leg comes
/// @param earlier who held the deal last, per role
record Preferences(Map<Role, String> wishes, Map<Role, String> earlier) {
    static final Preferences NONE = new Preferences(Map.of(), Map.of());

    Preferences wishing(RequestedHolder wish) {
        return new Preferences(with(wishes, wish.role(), wish.member()), earlier);
    }

    /// Whoever wished for somebody wished for the attempt before.
    Preferences withoutWishes() {
        return new Preferences(Map.of(), earlier);
    }

    Preferences heldBy(Holder holder) {
        return new Preferences(wishes, with(earlier, holder.role(), holder.member()));
    }

    private static Map<Role, String> with(Map<Role, String> entries, Role role, String member) {
        EnumMap<Role, String> more = new EnumMap<>(Role.class);
        more.putAll(entries);
        more.put(role, member);
        return more;
    }
}
