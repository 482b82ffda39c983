package dev.baton.roles.responsibility;

import java.util.Locale;

/// What cannot be done with the responsibility for a deal now.
public final class ResponsibilityRefused extends RuntimeException {
    private final Why why;

    public ResponsibilityRefused(Why why, String message) {
        super(message);
        this.why = why;
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
