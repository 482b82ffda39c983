package dev.baton.deal.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a command has brought about.
///
/// @param version the deal's last sequence afterwards; it is the sequence of the command's last event, if it had one
/// @param restsUntil when the deal goes on by itself, while it rests
public record Receipt(
        String deal, String state, long version, @Nullable Instant restsUntil) {}
