package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.roles.handoff.Relay.Commands;
import dev.baton.roles.member.SlotAnswer;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ConfirmSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReleaseSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingCommand.WeighSlot;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;

/// The relay's dealings with people's places.
final class Places {
    private final Team team;
    private final Commands commands;

    Places(Team team, Commands commands) {
        this.team = team;
        this.commands = commands;
    }

    /// @return false when the place went to another deal
    boolean reserve(HandOff handOff, Holder to, RoutingPolicy policy, Instant at) {
        int weight = weight(handOff, to, policy);
        String reason = handOff.course().cause().name();
        return taken(new ReserveSlot(to.role(), to.member(), handOff.deal(), weight, false, reason), at);
    }

    /// A place whatever the load, reserved and used at once: a first holder's, a steward's, or by a manager's word.
    ///
    /// @return false when the holder is unknown here, and so has no place
    boolean take(HandOff handOff, Holder holder, String reason, Instant at) {
        if (!team.knows(holder)) {
            return false;
        }
        int weight = weight(handOff, holder, team.policyFor(handOff.lead().pipeline()));
        boolean taken =
                taken(new ReserveSlot(holder.role(), holder.member(), handOff.deal(), weight, true, reason), at);
        return taken && taken(new ConfirmSlot(holder.role(), holder.member(), handOff.deal()), at);
    }

    /// Who holds the deal by now has a place for it, even when the one that was reserved has got lost: a transfer is
    /// never undone.
    void confirm(HandOff handOff, Holder holder, Instant at) {
        if (!taken(new ConfirmSlot(holder.role(), holder.member(), handOff.deal()), at)) {
            take(handOff, holder, "its reserved place was lost", at);
        }
    }

    /// The deal asks that of its holder by now, whose place is weighed anew when it is not as much
    /// as before.
    HandOff asking(HandOff handOff, Effort now, Instant happened) {
        HandOff asking = handOff.asking(now);
        if (now.demand() != handOff.asks().demand()) {
            weigh(asking, handOff.holding().effective(happened));
        }
        return asking;
    }

    private void weigh(HandOff handOff, Instant at) {
        Holder holder = handOff.holding().holder();
        if (handOff.holding().placed()) {
            int weight = weight(handOff, holder, team.policyFor(handOff.lead().pipeline()));
            String reason = handOff.asks().demand().name();
            commands.send(new WeighSlot(holder.role(), holder.member(), handOff.deal(), weight, reason), at);
        }
    }

    private static int weight(HandOff handOff, Holder holder, RoutingPolicy policy) {
        return policy.of(holder.role()).weight(handOff.asks().demand());
    }

    /// Gives back the present holder's place.
    void leave(HandOff handOff, String reason, Instant at) {
        if (handOff.holding().placed()) {
            release(handOff, handOff.holding().holder(), reason, at);
        }
    }

    void release(HandOff handOff, Holder holder, String reason, Instant at) {
        commands.send(new ReleaseSlot(holder.role(), holder.member(), handOff.deal(), reason), at);
    }

    private boolean taken(SlotKeepingCommand command, Instant at) {
        return commands.send(command, at) instanceof SlotAnswer answer && answer.taken();
    }
}
