package dev.baton.roles.routing;

import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;

/// Who is to be offered the leg, and the record of how that came about.
public record RoutingDecision(AssignmentDecided record, Outcome outcome) {

    public sealed interface Outcome {}

    public record ToMember(String member) implements Outcome {}

    /// Nobody is eligible; the policy names who takes it then.
    public record ToSteward(String member) implements Outcome {}

    /// Nobody is eligible; the deal waits.
    public record ToQueue(String reason) implements Outcome {}
}
