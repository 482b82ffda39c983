package dev.baton.roles.responsibility;

import dev.baton.contract.Holder;
import java.util.Locale;

/// What cannot be done with the responsibility for a deal now.
public final class ResponsibilityRefused extends RuntimeException {
    private final Why why;

    public ResponsibilityRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    /// @throws ResponsibilityRefused when an old holding is spoken of
    static void refuseAnotherEpoch(int expected, int told) {
        if (told != expected) {
            throw new ResponsibilityRefused(Why.OLD_EPOCH, "epoch " + told + " was told, " + expected + " is due");
        }
    }

    static ResponsibilityRefused alreadyHolds(Holder holder) {
        return new ResponsibilityRefused(Why.ALREADY_HOLDS, holder.member() + " already holds the deal");
    }

    public Why why() {
        return why;
    }

    /// Stable codes.
    public enum Why {
        NOT_OPEN,
        ENDED,
        OLD_EPOCH,
        OFFER_STANDS,
        OFFER_VOID,
        OFFER_OF_ANOTHER,
        NOT_ACCEPTED,
        ALREADY_HOLDS;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
