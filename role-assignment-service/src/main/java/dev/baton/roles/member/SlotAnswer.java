package dev.baton.roles.member;

import org.jspecify.annotations.Nullable;

/// What became of a [SlotKeepingCommand.ReserveSlot] or a [SlotKeepingCommand.ConfirmSlot].
///
/// Answered rather than thrown: an exception would mark the transaction of the whole hand-off as lost, although a
/// place that went to somebody else is part of the day's work.
///
/// @param refused why not; absent when the place is taken
public record SlotAnswer(SlotRefused.@Nullable Why refused) {
    static final SlotAnswer TAKEN = new SlotAnswer(null);

    public boolean taken() {
        return refused == null;
    }
}
