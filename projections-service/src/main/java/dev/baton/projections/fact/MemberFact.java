package dev.baton.projections.fact;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.member.MemberEvent;

/// What happened to one person in one role.
public record MemberFact(EventEnvelope envelope, MemberEvent event) implements Fact {

    /// The stream, for instance `account-executive/anna`.
    @Override
    public String key() {
        return envelope().subject();
    }

    public Role role() {
        return Role.ofStreamKind(StreamId.parse(key()).kind());
    }

    public String member() {
        return StreamId.parse(key()).id();
    }
}
