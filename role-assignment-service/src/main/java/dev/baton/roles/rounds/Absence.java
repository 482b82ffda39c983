package dev.baton.roles.rounds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody is away, and keeps what they hold unless it is for too long.
///
/// @param until when they mean to be back; absent when they did not say
public record Absence(Instant since, @Nullable Instant until) {

    /// The same, for longer or shorter than they said before.
    public Absence lasting(@Nullable Instant now) {
        return new Absence(since, now);
    }

    /// From when on what they hold is handed on, unless they are back before: at once when they say that it will be
    /// too long, else once it has been.
    ///
    /// @param most how long one may be away and keep what one holds
    public Instant handsOnFrom(Duration most) {
        Instant longest = since.plus(most);
        return until != null && until.isAfter(longest) ? since : longest;
    }

    /// @param now while they are away
    public boolean handsOn(Duration most, Instant now) {
        return !handsOnFrom(most).isAfter(now);
    }

    /// Whether they are back before anything is handed on, as far as they have said: who stays for longer than they
    /// said has said nothing any more.
    ///
    /// @param back when they were; absent while they are away
    public boolean endsBefore(Duration most, @Nullable Instant back, Instant now) {
        Instant end = back == null ? until : back;
        boolean said = back != null || end != null && !end.isBefore(now);
        return said && end != null && end.isBefore(handsOnFrom(most));
    }
}
