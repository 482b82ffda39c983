package dev.baton.deal.aggregate;

import dev.baton.deal.lifecycle.Actor;
import org.jspecify.annotations.Nullable;

/// Who sends a command, and what they believe about the deal. Travels beside the command in memory.
///
/// @param epoch the holding under which they believe to act, when they say so
/// @param expectedVersion the deal's last sequence as they have seen it (`If-Match`)
public record Acting(
        Actor actor, @Nullable Integer epoch, @Nullable Long expectedVersion) {

    /// Key of the command's MetaData; never stored.
    public static final String KEY = "dev.baton.acting";

    public static Acting as(Actor actor) {
        return new Acting(actor, null, null);
    }
}
