package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The baton goes back to somebody who had it before: the deal is taken up again, its win was none,
/// its lead was none, or whoever was away is back.
final class WayBack {
    static final String LEAD_IS_NONE = "the lead is none";

    /// How far a lead has come that may still be none.
    static final Set<Stage> RETURNABLE = Set.of(Stage.FOUND, Stage.QUALIFIED);

    private final Team team;
    private final Responsibilities responsibilities;
    private final Places places;
    private final HandOver handOver;
    private final Withdrawal withdrawal;
    private final Walk walk;

    WayBack(
            Team team,
            Responsibilities responsibilities,
            Places places,
            HandOver handOver,
            Withdrawal withdrawal,
            Walk walk) {
        this.team = team;
        this.responsibilities = responsibilities;
        this.places = places;
        this.handOver = handOver;
        this.withdrawal = withdrawal;
        this.walk = walk;
    }

    /// The deal is on its way once more: with whoever held it last when they are there, else with the manager who
    /// reopened it. A deal that was carried all along keeps its holder.
    ///
    /// @param reached how far the deal has come
    HandOff reopened(HandOff handOff, Set<Stage> reached, Holder earlier, Holder by, Instant happened) {
        Instant at = handOff.holding().effective(happened);
        try {
            if (handOff.over() == null) {
                HandOff open =
                        places.asking(withdrawal.ofSearch(handOff, "the deal begins anew", at), Effort.USUAL, at);
                return walk.on(open.backWith(open.holding(), reached), happened);
            }
            Holder next = team.here(earlier) || !team.knows(by) ? earlier : by;
            Holding again = responsibilities.reopen(handOff, next, team.peopleAsOf(), at);
            boolean placed = places.take(handOff, next, "reopened", again.since());
            Holding holding = new Holding(next, again.epoch(), again.since(), placed);
            return walk.insistently(handOff.reopened(holding, reached), happened);
        } catch (Overtaken overtaken) {
            return handOff;
        }
    }

    /// A win that was none: the deal goes back to whoever closed it, when they are there, else to the manager. Heard
    /// once more, there is no win any more, and whoever has taken the deal on since keeps it.
    HandOff reversed(HandOff handOff, Holder closedBy, Holder manager, Instant happened) {
        if (!handOff.stages().contains(Stage.WON)) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        Set<Stage> reached = EnumSet.of(Stage.FOUND, Stage.QUALIFIED);
        Holder to = team.here(closedBy) || !team.knows(manager) ? closedBy : manager;
        return goesBack(handOff, to, TransferCause.CLOSE_REVERSED, reached, team.peopleAsOf(), at);
    }

    /// The lead is none after all: whoever is asked is asked no more, and an executive who has it gives it back.
    HandOff returned(HandOff handOff, Instant happened) {
        if (!handOff.stages().equals(RETURNABLE)) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        Holder to = goesToRepresentative(handOff);
        if (to == null) {
            return handOff.course().returnable()
                    ? passedBack(withdrawal.ofOffer(handOff, LEAD_IS_NONE, at), at)
                    : handOff;
        }
        return goesBack(handOff, to, TransferCause.LEAD_RETURNED, EnumSet.of(Stage.FOUND), null, at);
    }

    /// To whom an executive gives a lead back; absent when no executive has it, or nobody to give
    /// it to.
    static @Nullable Holder goesToRepresentative(HandOff handOff) {
        String representative = handOff.earlier().get(Role.SALES_REPRESENTATIVE);
        return handOff.holding().holder().role() != Role.ACCOUNT_EXECUTIVE || representative == null
                ? null
                : new Holder(Role.SALES_REPRESENTATIVE, representative);
    }

    private HandOff goesBack(
            HandOff handOff,
            Holder to,
            TransferCause cause,
            Set<Stage> reached,
            @Nullable Long peopleAsOf,
            Instant at) {
        boolean there = handOff.holding().holder().equals(to);
        try {
            HandOff left = there
                    ? withdrawal.ofSearch(handOff, cause.name(), at)
                    : withdrawal.ofOffer(handOff, cause.name(), at);
            HandOff open = places.asking(left, Effort.USUAL, at);
            if (there) {
                return walk.on(open.setBack(reached), at);
            }
            Holding back = handOver.back(open, to, cause, peopleAsOf, at);
            return walk.on(open.offered(back).backWith(back, reached), at);
        } catch (Overtaken overtaken) {
            // Wherever it was to go: whoever asks again what would have been need not know who was there.
            return places.asking(handOff, Effort.USUAL, at).setBack(reached);
        }
    }

    HandOff passedBack(HandOff handOff, Instant at) {
        try {
            responsibilities.passOver(handOff, LEAD_IS_NONE, at);
            return handOff.returned();
        } catch (Overtaken overtaken) {
            return handOff.returned();
        }
    }

    /// The legs that are behind stay behind; whoever is back by now has the deal, even if they leave again at once.
    HandOff takesBack(HandOff handOff, Holder to, Instant happened) {
        if (handOff.holding().holder().equals(to)) {
            return handOff;
        }
        Instant at = handOff.holding().effective(happened);
        try {
            Holding back = handOver.back(handOff, to, TransferCause.HOLDER_RETURNED, null, at);
            return walk.insistently(handOff.offered(back).backWith(back, handOff.stages()), happened);
        } catch (Overtaken overtaken) {
            return handOff;
        }
    }
}
