package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityState.Decision;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What the service does by itself: as `Overdue` finds it, whatever the time, and as the queue is woken.
final class RandomRounds {
    private final Interleaving in;

    RandomRounds(Interleaving in) {
        this.in = in;
    }

    List<Runnable> all() {
        return List.of(this::walk, this::tooLongAway, this::waitTooLong, this::decideNothing, this::wake);
    }

    void walk() {
        in.department.deals().forEach((deal, state) -> {
            if (state instanceof Held held) {
                walk(deal, held);
            }
        });
    }

    private void walk(String deal, Held held) {
        if (held.handOver() instanceof Offered(String offer, Holder to) && hasDeparted(to)) {
            in.act(new ExpireOffer(deal, offer, ExpiryCause.DEPARTED));
        }
        if (!held.rehoming() && hasDeparted(held.holder())) {
            in.act(new BeginRehoming(deal, held.holder(), RehomingCause.DEPARTED));
        }
        if (!held.rehoming() && held.credit() != null && in.department.here(held.credit())) {
            in.act(new BeginRehoming(deal, held.holder(), RehomingCause.RETURNED));
        }
    }

    private boolean hasDeparted(Holder who) {
        return in.department.people().get(who) instanceof Departed;
    }

    private void tooLongAway() {
        String deal = in.deal();
        if (in.department.of(deal) instanceof Held held && !in.department.here(held.holder())) {
            boolean delegated = in.department.policy.of(held.holder().role()).delegates();
            in.act(new BeginRehoming(deal, held.holder(), RehomingCause.ABSENT, delegated));
        }
    }

    private void wake() {
        String deal = in.deal();
        queued(deal, queued -> in.act(new Wake(deal, queued.role(), "a place became free")));
    }

    private void waitTooLong() {
        String deal = in.deal();
        queued(deal, queued -> in.act(new EscalateWait(deal, queued.role(), Instant.MAX, "mia", in.now())));
    }

    private void queued(String deal, Consumer<Queued> act) {
        if (in.department.of(deal) instanceof Held held && held.handOver() instanceof Queued queued) {
            act.accept(queued);
        }
    }

    private void decideNothing() {
        String deal = in.deal();
        if (in.department.of(deal) instanceof Held held) {
            switch (held.handOver()) {
                case Escalated(Role role, Decision decision) -> goesOn(deal, role, decision);
                case Queued(Role role, Instant _, Decision decision)
                when decision != null -> goesOn(deal, role, decision);
                default -> {}
            }
        }
    }

    private void goesOn(String deal, Role role, Decision decision) {
        List<Next> line = Decider.after(List.of("mia"), in.department, in.department.policy, role, in.now());
        in.act(new EscalateDecision(deal, role, Instant.MAX, decision.manager(), line));
    }
}
