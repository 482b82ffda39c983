package dev.baton.projections.generation;

/// The views stay where they are.
public final class CannotSwitch extends IllegalStateException {
    CannotSwitch(String message) {
        super(message);
    }
}
