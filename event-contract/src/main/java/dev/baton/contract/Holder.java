package dev.baton.contract;

/// Who is accountable for a deal, and in which role.
public record Holder(Role role, String member) {
    public Holder {
        Require.present("role", role);
        Require.text("member", member);
    }
}
