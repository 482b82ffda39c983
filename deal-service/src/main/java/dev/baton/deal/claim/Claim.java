package dev.baton.deal.claim;

import org.jspecify.annotations.Nullable;

/// Whoever spoke first under this (source, id), and what became of it.
///
/// @param sequence the applied event's place in its deal's stream; absent while it is parked
public record Claim(
        String source,
        String id,
        String digest,
        String deal,
        Status status,
        @Nullable Long sequence) {

    public enum Status {
        APPLIED,
        PARKED
    }
}
