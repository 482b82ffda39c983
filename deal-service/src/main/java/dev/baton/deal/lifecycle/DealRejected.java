package dev.baton.deal.lifecycle;

import java.util.List;

/// A refusal: nothing has happened, and nothing is stored. Expected, so it carries no stack trace.
public final class DealRejected extends RuntimeException {

    private final Ground ground;
    private final String code;
    private final List<String> allowed;

    DealRejected(Ground ground, String code, String message, List<String> allowed) {
        super(message, null, false, false);
        this.ground = ground;
        this.code = code;
        this.allowed = List.copyOf(allowed);
    }

    public Ground ground() {
        return ground;
    }

    /// Stable; clients may switch on it.
    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// What would be taken instead, where that can be said.
    public List<String> allowed() {
        return allowed;
    }

    public enum Ground {
        /// What must come before has not been heard of; it may yet come.
        TOO_EARLY,
        /// The deal's state, or what followed, says otherwise.
        CONFLICT,
        /// Somebody else's to do.
        NOT_YOURS,
        /// The content does not meet the pipeline's rules.
        UNFIT
    }
}
