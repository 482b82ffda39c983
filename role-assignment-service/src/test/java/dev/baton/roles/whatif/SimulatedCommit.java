package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.whatif.SimulatedAccounts.Account;
import dev.baton.roles.whatif.SimulatedAccounts.Owner;
import dev.baton.roles.whatif.SimulatedLog.Pending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the relay does in one commit, and what it has read for it: people once, when it first asks.
final class SimulatedCommit {
    /// What the rows showed of people when they were read.
    record Seen(long asOf, Map<Holder, SlotKeepingState> people, Map<Holder, Integer> loads, Map<Holder, Long> turns) {}

    final List<Pending> facts = new ArrayList<>();
    final Map<Account, Owner> owners;
    final RoutingPolicy policy;

    /// What it has taken of each itself, which no row shows yet.
    final Map<Holder, Integer> loads = new HashMap<>();

    final Map<Holder, Long> turns = new HashMap<>();

    @Nullable
    Seen seen;

    SimulatedCommit(Map<Account, Owner> owners, RoutingPolicy policy) {
        this.owners = Map.copyOf(owners);
        this.policy = policy;
    }

    boolean touches(StreamId stream) {
        return facts.stream().anyMatch(fact -> fact.stream().equals(stream));
    }
}
