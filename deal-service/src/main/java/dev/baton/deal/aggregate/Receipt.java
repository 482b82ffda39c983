package dev.baton.deal.aggregate;

import dev.baton.deal.lifecycle.Deadline;
import dev.baton.deal.lifecycle.Escalation.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a command has brought about.
///
/// @param version the deal's last sequence afterwards; it is the sequence of the command's last event, if it had one
/// @param deadlines what waits for its time now; absent when the command has changed nothing of that,
///     unless it was sent because a time was over: then they are looked at anew
/// @param restsUntil when the deal goes on by itself, while it rests
/// @param waiting what people are asked about the deal now; absent when that is as it was
public record Receipt(
        String deal,
        String state,
        long version,
        @Nullable Instant restsUntil,
        @Nullable List<Deadline> deadlines,
        @Nullable List<Waiting> waiting) {

    public Receipt(String deal, String state, long version, @Nullable Instant restsUntil) {
        this(deal, state, version, restsUntil, null, null);
    }
}
