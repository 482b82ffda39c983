package dev.baton.roles.handoff;

/// Somebody was faster than the news of it: the step rests until that news arrives.
final class Overtaken extends RuntimeException {
    Overtaken() {
        super(null, null, false, false);
    }
}
