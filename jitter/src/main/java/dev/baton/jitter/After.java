package dev.baton.jitter;

import net.bytebuddy.asm.Advice;

/// Woven in where a method ends, however it does.
final class After {
    private After() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@At String place) {
        Jitter.pause(place);
    }
}
