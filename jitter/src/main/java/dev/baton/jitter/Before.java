package dev.baton.jitter;

import net.bytebuddy.asm.Advice;

/// Woven in where a method begins.
final class Before {
    private Before() {}

    @Advice.OnMethodEnter
    static void enter(@At String place) {
        Jitter.pause(place);
    }
}
