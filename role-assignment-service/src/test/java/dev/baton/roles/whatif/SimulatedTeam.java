package dev.baton.roles.whatif;

import static dev.baton.contract.Role.SALES_MANAGER;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.roles.handoff.StandIns;
import dev.baton.roles.handoff.Team;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.Working;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.whatif.SimulatedCommit.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// People as the relay sees them: read once in a commit, with what it has done itself since; whatever others do
/// meanwhile it does not see.
final class SimulatedTeam implements Team {
    private final SimulatedService service;

    /// When each was given deals, for counting those of a day.
    private final Map<Holder, List<Instant>> taken = new HashMap<>();

    SimulatedTeam(SimulatedService service) {
        this.service = service;
    }

    void gave(Holder who, Instant when) {
        taken.computeIfAbsent(who, key -> new ArrayList<>()).add(when);
    }

    private Seen seen() {
        SimulatedCommit mine = service.relaying();
        if (mine == null) {
            return read(Map.of());
        }
        if (mine.seen == null) {
            mine.seen = read(mine.loads);
            service.afterLooking();
            service.afterReading(mine);
        }
        return mine.seen;
    }

    private Seen read(Map<Holder, Integer> unwritten) {
        Map<Holder, Integer> loads = new HashMap<>();
        service.people.forEach((who, state) -> loads.put(who, state.slots().load() - unwritten.getOrDefault(who, 0)));
        return new Seen(
                service.log.facts.size(), new LinkedHashMap<>(service.people), loads, new HashMap<>(service.log.turns));
    }

    @Override
    public List<Colleague> colleagues(Role role) {
        service.beforeEachStep();
        Seen now = seen();
        SimulatedCommit mine = service.relaying();
        List<Colleague> colleagues = new ArrayList<>();
        now.people().forEach((who, state) -> {
            if (who.role() == role && state instanceof Working working) {
                colleagues.add(colleague(who, working, now, mine));
            }
        });
        return colleagues;
    }

    private static Colleague colleague(Holder who, Working working, Seen now, @Nullable SimulatedCommit mine) {
        int seen = now.loads().getOrDefault(who, 0);
        long turn = now.turns().getOrDefault(who, 0L);
        return new Colleague(
                who.member(),
                working.capacity(),
                mine == null ? seen : seen + mine.loads.getOrDefault(who, 0),
                working.availability() == Availability.AVAILABLE,
                working.profile().territories(),
                working.profile().skills(),
                working.profile().languages(),
                null,
                mine == null ? turn : mine.turns.getOrDefault(who, turn),
                List.of());
    }

    @Override
    public List<Colleague> colleagues(Role role, RoutingPolicy policy, Instant at) {
        return policy.of(role).spread().dailyIntake() == null
                ? colleagues(role)
                : colleagues(role).stream()
                        .map(one -> one.having(takenAround(at, new Holder(role, one.member()))))
                        .toList();
    }

    private List<Instant> takenAround(Instant at, Holder who) {
        return taken.getOrDefault(who, List.of()).stream()
                .filter(when -> Duration.between(when, at).abs().compareTo(Colleague.COUNTED) < 0)
                .toList();
    }

    @Override
    public @Nullable String owner(@Nullable String customer, Role role, RoutingPolicy policy) {
        SimulatedCommit mine = service.relaying();
        return customer == null || !policy.of(role).spread().prefers(Preference.ACCOUNT_OWNER)
                ? null
                : SimulatedAccounts.owner(mine == null ? service.accounts.owners() : mine.owners, customer, role);
    }

    @Override
    public Long peopleAsOf() {
        return seen().asOf();
    }

    @Override
    public boolean knows(Holder holder) {
        SimulatedCommit mine = service.relaying();
        Map<Holder, SlotKeepingState> people = mine == null || mine.seen == null ? service.people : mine.seen.people();
        boolean known = people.containsKey(holder);
        service.afterLooking();
        service.beforeEachStep();
        return known;
    }

    @Override
    public Holder steward() {
        return SimulatedService.STEWARD;
    }

    @Override
    public @Nullable Holder standIn(Holder gone) {
        return StandIns.choose(steward(), gone, colleagues(SALES_MANAGER));
    }

    @Override
    public Holder inChargeFor(Holder named) {
        return StandIns.inChargeFor(named, steward(), colleagues(SALES_MANAGER));
    }

    @Override
    public RoutingPolicy policyFor(String pipeline) {
        SimulatedCommit mine = service.relaying();
        return mine == null ? service.policies.getLast().policy() : mine.policy;
    }
}
