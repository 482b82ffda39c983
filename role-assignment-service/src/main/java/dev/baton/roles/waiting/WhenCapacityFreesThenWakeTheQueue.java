package dev.baton.roles.waiting;

import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.roles.command.Office;
import dev.baton.roles.directory.Members;
import dev.baton.roles.parking.HandOffGoesOn;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.PolicyChanged;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whatever may have made a place wakes those who wait for one: no larger than what each of them asks. A leg that
/// begins to wait is looked at as well: the place may have become free between its decision and its commit.
///
/// Waking is the act of this moment, whatever old news brought it about.
@Component
@ProcessingGroup(WhenCapacityFreesThenWakeTheQueue.GROUP)
public class WhenCapacityFreesThenWakeTheQueue {
    public static final String GROUP = "wake-the-queue";

    /// How many are read at a time; whoever waits behind those for whom nobody is there has their
    /// turn as well.
    private static final int PAGE = 500;

    private final WaitingRoom waiting;
    private final Members members;
    private final RoutingPolicies policies;
    private final Office office;
    private final Clock clock;
    private final Occasion occasion = new Occasion();

    WhenCapacityFreesThenWakeTheQueue(
            WaitingRoom waiting, Members members, RoutingPolicies policies, Office office, Clock clock) {
        this.waiting = waiting;
        this.members = members;
        this.policies = policies;
        this.office = office;
        this.clock = clock;
    }

    @EventHandler
    void on(SlotReleased released, @SourceId String stream) {
        wake(stream, "a place became free");
    }

    @EventHandler
    void on(SlotWeighed weighed, @SourceId String stream) {
        wake(stream, "a place weighs otherwise");
    }

    @EventHandler
    void on(CapacityChanged changed, @SourceId String stream) {
        wake(stream, "somebody's capacity changed");
    }

    @EventHandler
    void on(ProfileChanged changed, @SourceId String stream) {
        wake(stream, "somebody's profile changed");
    }

    @EventHandler
    void on(AvailabilityChanged changed, @SourceId String stream) {
        wake(stream, "somebody's availability changed");
    }

    @EventHandler
    void on(MemberJoined joined) {
        wake(joined.role(), "somebody joined");
    }

    @EventHandler
    void on(LeadRecycled recycled, @SourceId String stream) {
        wakeFor(stream);
    }

    @EventHandler
    void on(OnboardingCompleted completed, @SourceId String stream) {
        wakeFor(stream);
    }

    @EventHandler
    void on(CaseResolved resolved, @SourceId String stream) {
        wakeFor(stream);
    }

    @EventHandler
    void on(AssignmentQueued queued) {
        wake(queued.role(), "a place became free meanwhile");
    }

    /// Told once and not kept: should it get lost, the next round wakes the same deals.
    @EventListener
    void on(PolicyChanged changed) {
        for (Role role : Role.values()) {
            wake(role, Occasion.POLICY_CHANGED);
        }
    }

    /// What was parked has been heard, and may wait like any other.
    @EventListener
    void on(HandOffGoesOn goesOn) {
        for (Role role : Role.values()) {
            wake(role, "its hand-off goes on");
        }
    }

    /// Working hours begin and days end without any fact of it: who waits under a policy that
    /// counts them is looked at from time to time. So is everybody after a policy has changed, and
    /// once after a start: nothing that was told within a process gets lost with it.
    public void lookAgain() {
        List<RoutingPolicy> newest = policies.newest();
        String everybodys = occasion.ofEverybody(newest, clock.instant());
        for (Role role : Role.values()) {
            if (everybodys != null) {
                wake(role, everybodys);
            } else if (newest.stream()
                    .anyMatch(policy -> policy.of(role).spread().dependsOnTime())) {
                wake(role, Occasion.TIME_PASSED);
            }
        }
    }

    /// A deal that comes to ask less may be for somebody whom it was too much for. The relay hears of it before it
    /// hears that it is woken.
    private void wakeFor(String deal) {
        waiting.of(StreamId.parse(deal).id()).ifPresent(role -> wake(role, "the deal asks less"));
    }

    private void wake(String stream, String cause) {
        wake(Role.ofStreamKind(StreamId.parse(stream).kind()), cause);
    }

    private void wake(Role role, String cause) {
        if (lookedAt(role) || !waiting.anybody(role)) {
            return;
        }
        Instant now = clock.instant();
        Map<String, String> attributes = Map.of("occurredat", now.toString());
        find(role, now).forEach(deal -> office.send(new Wake(deal, role, cause), attributes));
    }

    private List<String> find(Role role, Instant now) {
        List<RoutingPolicy> newest = policies.newest();
        WakingDecisions waking = new WakingDecisions(people(newest, role, now), policies::forPipeline);
        boolean takeRoom =
                newest.stream().map(policy -> policy.of(role)).allMatch(WhenCapacityFreesThenWakeTheQueue::takesRoom);
        List<String> wake = new ArrayList<>(waking.next(waiting.woken(role, now)));
        WaitingRoom.Last last = null;
        boolean full = false;
        do {
            WaitingRoom.Page page = waiting.after(last, role, full, now, PAGE);
            wake.addAll(waking.next(page.waiting()));
            last = page.last();
            full = takeRoom && waking.everybodyIsFull();
        } while (last != null);
        return wake;
    }

    private static boolean takesRoom(Rule rule) {
        return rule.weight() > 0 && rule.whenNobody() == WhenNobody.QUEUE;
    }

    private List<Colleague> people(List<RoutingPolicy> newest, Role role, Instant now) {
        return newest.stream()
                .filter(policy -> policy.of(role).spread().dailyIntake() != null)
                .findFirst()
                .map(counting -> members.colleagues(role, counting, now))
                .orElseGet(() -> members.colleagues(role));
    }

    /// Once per role in a unit of work: whatever its events tell was committed before it began.
    private static boolean lookedAt(Role role) {
        return CurrentUnitOfWork.isStarted()
                && !CurrentUnitOfWork.get()
                        .root()
                        .<Set<Role>>getOrComputeResource(GROUP, key -> EnumSet.noneOf(Role.class))
                        .add(role);
    }
}
