package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one search for somebody who takes a leg of a deal.
///
/// @param role the leg's
/// @param member who took it, or is asked
/// @param why what decided for them, or why nobody
/// @param since when the search began, in the time of what happened
/// @param waited in the queue, in the time of what happened; absent when it never waited, or waits still
/// @param waitedRecorded the same on Baton's clock
record LegOutcome(
        Role role,
        Result result,
        @Nullable String member,
        @Nullable String why,
        Instant since,
        @Nullable Duration waited,
        @Nullable Duration waitedRecorded) {

    enum Result {
        /// Somebody took it.
        TAKEN,
        /// Somebody was asked and has not answered.
        ASKED,
        /// Nobody could take it to the end.
        WAITING,
        /// A manager is to decide.
        ESCALATED,
        /// Nobody could take it before the deal moved on.
        PASSED_OVER,
        /// A manager decided before the search was over.
        SETTLED,
        /// The deal ended before the search was over.
        ENDED
    }

    boolean sameAs(LegOutcome other) {
        return role == other.role && result == other.result && Objects.equals(member, other.member);
    }
}
