package dev.baton.contract;

import org.jspecify.annotations.Nullable;

/// Event data that does not fit its type; the message says which field and why, in words for the sender.
public final class MalformedEvent extends RuntimeException {
    private final String pointer;

    /// @param pointer JSON pointer to the offending field, empty for the whole document
    public MalformedEvent(String pointer, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
