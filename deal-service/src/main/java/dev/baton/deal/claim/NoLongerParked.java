package dev.baton.deal.claim;

/// Somebody else applied the parked event, or gave it up, first.
public final class NoLongerParked extends RuntimeException {

    NoLongerParked(ParkedEvent event) {
        super(event.source() + " " + event.id() + " is no longer parked", null, false, false);
    }
}
