package dev.baton.roles.responsibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a command that no person gave.
///
/// A person is refused by an exception. The saga is answered: somebody was faster, and the news of it is on its way;
/// an exception would mark its transaction as lost, and the same events would fail again and again before that news.
///
/// @param refused why not; absent when it was done
/// @param epoch of the holding that there is now; absent when nobody says
/// @param since when that holding begins; absent when nobody says
public record ResponsibilityAnswer(
        ResponsibilityRefused.@Nullable Why refused,
        @Nullable Integer epoch,
        @Nullable Instant since) {

    public ResponsibilityAnswer(ResponsibilityRefused.@Nullable Why refused) {
        this(refused, null, null);
    }

    public static ResponsibilityAnswer done(ResponsibilityState now, HoldingTimes times) {
        return new ResponsibilityAnswer(null, now.epochOrNone(), times.latest());
    }

    public boolean done() {
        return refused == null;
    }

    public int epochOr(int expected) {
        return epoch == null ? expected : epoch;
    }

    public Instant sinceOr(Instant expected) {
        return since == null ? expected : since;
    }
}
