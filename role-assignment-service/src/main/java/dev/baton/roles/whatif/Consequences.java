package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.handoff.Decider;
import dev.baton.roles.handoff.Rehearsal;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.rounds.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What would have happened by itself once things had gone otherwise: whoever was asked and has no
/// answer on record says yes, the queue is woken as soon as a place is free, a manager is told of
/// what has waited for too long, and the deals of those who have gone are rehomed.
final class Consequences {
    private final OtherWorld other;
    private final WaitingLine line;
    private final OtherQueue queue;
    private final RecordedWorld recorded;
    private final Rehearsal rehearsal;
    private final Duration absence;
    private final Map<Holder, Absence> away = new HashMap<>();
    private final Set<Holder> gone = new HashSet<>();
    private final Set<Role> freed = EnumSet.noneOf(Role.class);
    private final Set<String> woken = new HashSet<>();
    private long assumedAnswers;

    Consequences(OtherWorld other, WaitingLine line, RecordedWorld recorded, Rehearsal rehearsal, Duration absence) {
        this.other = other;
        this.line = line;
        this.queue = new OtherQueue(other, line, rehearsal);
        this.recorded = recorded;
        this.rehearsal = rehearsal;
        this.absence = absence;
    }

    void employed(Holder who, EmploymentEvent event, Instant at) {
        freed.add(who.role());
        switch (event) {
            case MemberJoined joined -> here(who);
            case MemberDeparted departed -> {
                here(who);
                gone.add(who);
            }
            case AvailabilityChanged changed
            when changed.availability() == Availability.ABSENT ->
                away.merge(who, new Absence(at, changed.until()), (before, told) -> before.lasting(told.until()));
            case AvailabilityChanged back -> away.remove(who);
            case CapacityChanged changed -> {}
            case ProfileChanged changed -> {}
        }
    }

    private void here(Holder who) {
        away.remove(who);
        gone.remove(who);
    }

    /// A deal that comes to ask less may be for somebody whom it was too much for.
    void asksLess(String deal) {
        line.roleOf(deal).ifPresent(freed::add);
    }

    /// Until nothing follows any more.
    void settle(RecordedStep real, Instant at) {
        woken.clear();
        int seen = 0;
        do {
            List<Happened> effects = other.effects();
            for (Happened effect : effects.subList(seen, effects.size())) {
                react(effect, real, at);
            }
            seen = effects.size();
            wake(at);
            escalate();
            rehome(at);
        } while (other.effects().size() > seen);
    }

    private void react(Happened effect, RecordedStep real, Instant at) {
        switch (effect.event()) {
            case OfferMade made
            when made.due() != null && !real.asked(made) ->
                answer(effect.stream().id(), made.offer(), at);
            case SlotReleased _, SlotWeighed _ ->
                freed.add(Role.ofStreamKind(effect.stream().kind()));
            case AssignmentQueued queued -> freed.add(queued.role());
            default -> {
                // nothing follows by itself
            }
        }
    }

    /// Nobody knows what they would have said: they are taken to say yes, and it is counted.
    void answer(String deal, String offer, Instant at) {
        if (other.of(deal) instanceof Held held
                && held.handOver() instanceof Offered(String standing, Holder to)
                && standing.equals(offer)) {
            assumedAnswers++;
            tell(new AcceptOffer(deal, offer, Acceptance.PERSON, to.member()), at);
        }
    }

    private void tell(ResponsibilityCommand command, Instant at) {
        int before = other.effects().size();
        other.send(command, at);
        List<Happened> effects = other.effects();
        if (effects.size() > before) {
            rehearsal.hear(command.deal(), effects.getLast().event(), at);
        }
    }

    private void wake(Instant at) {
        Set<Role> looked = EnumSet.copyOf(freed);
        freed.clear();
        for (Role role : looked) {
            queue.toWake(role).stream()
                    .filter(woken::add)
                    .forEach(deal -> tell(new Wake(deal, role, "a place became free"), at));
        }
    }

    /// What has waited for too long by now: a manager is told, and it waits on.
    void escalate() {
        Instant now = other.now();
        for (WaitingLine.Place late : line.overdue(now)) {
            Decider decider = Decider.of(other, other.policyFor(late.lead().pipeline()), late.role(), now);
            other.send(new EscalateWait(late.deal(), late.role(), now, decider.manager(), decider.due()), now);
        }
    }

    private void rehome(Instant at) {
        gone.forEach(who -> rehome(who, RehomingCause.DEPARTED, at));
        away.forEach((who, since) -> {
            if (since.handsOn(absence, other.now())) {
                rehome(who, RehomingCause.ABSENT, at);
            }
        });
    }

    /// Deals that the same person held in reality are rehomed when they were.
    private void rehome(Holder who, RehomingCause cause, Instant at) {
        other.heldBy(who).stream()
                .filter(deal -> !recorded.isHeldBy(deal, who))
                .filter(deal -> other.of(deal) instanceof Held held && !held.rehoming())
                .forEach(deal -> tell(new BeginRehoming(deal, who, cause), at));
    }

    long assumedAnswers() {
        return assumedAnswers;
    }
}
