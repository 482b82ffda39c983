package dev.baton.roles.handoff;

import java.time.Instant;

/// From leg to leg, each to its end, as far as the deal has come.
final class Walk {
    private final Assignment assignment;

    Walk(Assignment assignment) {
        this.assignment = assignment;
    }

    /// Somebody may have been faster than the news of it: then everything rests until that news arrives.
    HandOff on(HandOff start, Instant happened) {
        try {
            return insistently(start, happened);
        } catch (Overtaken overtaken) {
            return start;
        }
    }

    /// @throws Overtaken when somebody was faster
    HandOff insistently(HandOff start, Instant happened) {
        HandOff handOff = start;
        while (true) {
            Instant at = handOff.holding().effective(happened);
            switch (handOff.next()) {
                case REST -> {
                    return handOff;
                }
                case SKIP -> handOff = handOff.walkedOn();
                case ASSIGN -> handOff = assignment.assign(handOff, at);
                case PASS_OVER -> handOff = assignment.passOver(handOff, Assignment.OVERTAKEN, at);
            }
        }
    }
}
