package dev.baton.roles.member;

import java.util.Locale;

/// What a person in a role cannot be asked now.
public final class SlotRefused extends RuntimeException {
    private final Why why;

    public SlotRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// Stable codes.
    public enum Why {
        MEMBER_UNKNOWN,
        MEMBER_DEPARTED,
        MEMBER_ABSENT,
        CAPACITY_REACHED,
        ROLE_NEVER_CARRIES,
        NO_SUCH_SLOT,
        OWN_FEEDBACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
