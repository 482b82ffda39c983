package dev.baton.roles.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a fact changes in what people owe a deal.
sealed interface OwedChange {

    /// @param what names it among the deal's, for instance `PLAN/1`
    /// @param member who owes it; any specialist when absent
    /// @param by who asked, where somebody did
    /// @param about in words
    record Begins(
            String what,
            @Nullable String member,
            @Nullable String by,
            @Nullable String about,
            @Nullable Instant due) implements OwedChange {}

    /// Somebody else owes it now.
    record GoesOn(String what, String member, Instant due) implements OwedChange {}

    /// It is done, or nobody waits for it any more.
    record Ends(String what) implements OwedChange {}

    /// All whose names begin so.
    record AllEnd(String kind) implements OwedChange {}

    /// The deal rests from here on; what is asked of people is due as much later as it rests.
    record Rests() implements OwedChange {}

    record Resumes() implements OwedChange {}
}
