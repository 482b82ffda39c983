package dev.baton.roles.rounds;

import dev.baton.contract.Targeted;
import dev.baton.roles.command.Office;
import dev.baton.roles.directory.ReportingLines;
import dev.baton.roles.handoff.Decider;
import dev.baton.roles.handoff.Team;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.waiting.WhenCapacityFreesThenWakeTheQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One look at what is overdue: each case is a command of its own, whose aggregate has the last word, and a commit of
/// its own. Killed in the middle, the next look finds the rest.
@Component
public class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 200;

    private final Overdue overdue;
    private final RoundsSettings settings;
    private final RoutingPolicies policies;
    private final Team team;
    private final ReportingLines lines;
    private final WhenCapacityFreesThenWakeTheQueue queue;
    private final Office office;
    private final Clock clock;

    Rounds(
            Overdue overdue,
            RoundsSettings settings,
            RoutingPolicies policies,
            Team team,
            ReportingLines lines,
            WhenCapacityFreesThenWakeTheQueue queue,
            Office office,
            Clock clock) {
        this.overdue = overdue;
        this.settings = settings;
        this.policies = policies;
        this.team = team;
        this.lines = lines;
        this.queue = queue;
        this.office = office;
        this.clock = clock;
    }

    /// Unanswered offers, deals without a holder who can carry them, people who are back or do not
    /// answer, who waits for nothing but time, what has waited for too long, and what a manager has
    /// not decided.
    public void walk() {
        Instant now = clock.instant();
        send(overdue.offers(now, AT_ONCE), now);
        send(overdue.deals(now, settings.absence(), AT_ONCE), now);
        send(overdue.returned(AT_ONCE), now);
        queue.lookAgain();
        overdue.waits(now, AT_ONCE).forEach(wait -> send(() -> escalated(wait, now), now));
        overdue.decisions(now, AT_ONCE).forEach(late -> send(() -> goesOn(late, now), now));
        send(
                overdue.missing().stream()
                        .filter(person -> person.offers() >= patience(person))
                        .map(Overdue.Missing::absent)
                        .toList(),
                now);
    }

    private EscalateWait escalated(Overdue.Wait wait, Instant now) {
        Decider decider = Decider.of(team, policies.forPipeline(wait.pipeline()), wait.role(), now);
        return new EscalateWait(wait.deal(), wait.role(), now, decider.manager(), decider.due());
    }

    private EscalateDecision goesOn(Overdue.Undecided late, Instant now) {
        RoutingPolicy policy = policies.forPipeline(late.pipeline());
        return new EscalateDecision(
                late.deal(),
                late.role(),
                now,
                late.manager(),
                Decider.after(lines.above(late.manager()), team, policy, late.role(), now));
    }

    private int patience(Overdue.Missing person) {
        return policies.forPipeline(RoutingPolicy.DEFAULT)
                .of(person.person().role())
                .patient()
                .missed();
    }

    /// One that fails does not keep the others; it is tried again with the next look.
    private void send(List<? extends Targeted> commands, Instant now) {
        commands.forEach(command -> send(() -> command, now));
    }

    private void send(Supplier<? extends Targeted> command, Instant now) {
        try {
            office.send(command.get(), Map.of("actor", "baton", "occurredat", now.toString()));
        } catch (RuntimeException failure) {
            LOG.warn("{} failed", command, failure);
        }
    }
}
