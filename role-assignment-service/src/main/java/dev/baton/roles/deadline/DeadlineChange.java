package dev.baton.roles.deadline;

import java.time.Instant;

/// What a fact changes in what is due for its deal.
sealed interface DeadlineChange {

    /// @param what names it among the deal's; one of the same name is replaced
    /// @param about in words, for whoever has to do it
    record Begins(String what, String about, Instant due) implements DeadlineChange {}

    /// It is done, or nobody waits for it any more.
    record Ends(String what) implements DeadlineChange {}

    record AllEnd() implements DeadlineChange {}

    record Nothing() implements DeadlineChange {}
}
