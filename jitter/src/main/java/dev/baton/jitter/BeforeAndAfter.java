package dev.baton.jitter;

import net.bytebuddy.asm.Advice;

/// Woven in where a method begins and where it ends.
final class BeforeAndAfter {
    private BeforeAndAfter() {}

    @Advice.OnMethodEnter
    static void enter(@At String place) {
        Jitter.pause(place);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@At String place) {
        Jitter.pause(place);
    }
}
