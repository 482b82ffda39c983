package dev.baton.roles.handoff;

import java.time.Instant;

/// From leg to leg, each to its end, as far as the deal has come.
final class Walk {
    private final Assignment assignment;

    Walk(Assignment assignment) {
        this.assignment = assignment;
    }

    /// Somebody may have been faster than the news of it: then everything rests until that news arrives. What is
    /// behind without anybody's doing stays behind.
    HandOff on(HandOff start, Instant happened) {
        HandOff here = HandOffHistory.skipped(start);
        try {
            return insistently(here, happened);
        } catch (Overtaken overtaken) {
            return here;
        }
    }

    /// @throws Overtaken when somebody was faster
    HandOff insistently(HandOff start, Instant happened) {
        HandOff handOff = start;
        while (true) {
            Instant at = handOff.holding().effective(happened);
            switch (handOff.turn().next()) {
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
