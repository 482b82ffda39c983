package dev.baton.contract.deal;

import dev.baton.contract.Require;
import dev.baton.contract.Role;

/// A wish for a person: granted when they are eligible in that role, else the reason is on record.
public record RequestedHolder(Role role, String member) {
    public RequestedHolder {
        Require.present("role", role);
        Require.text("member", member);
    }
}
