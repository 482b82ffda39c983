package dev.baton.axon.postgres;

/// The connection was lost while the command was committed, and the log could not be asked since: it may have been
/// stored. Whoever sends it again under the same key learns the truth.
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutcomeUnknown(Throwable cause) {
        super("the connection was lost while the command was committed; it is not known whether it was stored", cause);
    }
}
