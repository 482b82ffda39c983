package dev.baton.roles.parking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tries what was parked for a commit of several events, each by itself, and goes on with what
/// somebody was killed at. The relay does not wait for it. What fails for good waits for whoever
/// removes the cause.
@Component
public class WhenABatchIsBlamedThenTryEachEvent {
    private static final Logger LOG = LoggerFactory.getLogger(WhenABatchIsBlamedThenTryEachEvent.class);
    private static final int AT_ONCE = 50;

    private final KeptRows kept;
    private final SecondTry secondTry;

    WhenABatchIsBlamedThenTryEachEvent(KeptRows kept, SecondTry secondTry) {
        this.kept = kept;
        this.secondTry = secondTry;
    }

    /// One deal after another, each as far as it goes.
    public void tryThoseDue() {
        kept.due(AT_ONCE).forEach(this::attempt);
    }

    /// One that cannot be tried does not keep the others.
    private void attempt(String deal) {
        try {
            if (kept.claim(deal)) {
                SecondTry.Tried tried = secondTry.of(deal);
                LOG.info("{} events that were kept for {} went through: {}", tried.handled(), deal, tried.ending());
            }
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be tried", deal, failure);
        }
    }
}
