package dev.baton.roles.steward;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The sales manager who is accountable for what nobody else is named for; the pipelines that Baton ships with name
/// this id.
///
/// @param capacity what is worth reporting as full; a steward takes more
@ConfigurationProperties("baton.steward")
public record StewardSettings(
        @DefaultValue("steward") String id,
        @DefaultValue("Steward of last resort") String name,
        @DefaultValue("100") int capacity) {

    public Holder holder() {
        return new Holder(Role.SALES_MANAGER, id);
    }

    JoinTeam join() {
        return new JoinTeam(Role.SALES_MANAGER, id, new Profile(name, Set.of(), Set.of(), Set.of()), capacity);
    }
}
