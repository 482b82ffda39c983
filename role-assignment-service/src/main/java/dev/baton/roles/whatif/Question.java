package dev.baton.roles.whatif;

import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be tried.
///
/// @param policy stands in for the recorded ones; absent to decide everything again as it was decided
/// @param replaces the name of the recorded policy that it stands in for; absent for all of them
/// @param period in which it stands in, and which is reported on
record Question(@Nullable RoutingPolicy policy, @Nullable String replaces, Period period) {

    /// The policy to try, when it holds at that moment for what the recorded one would have routed.
    @Nullable
    RoutingPolicy insteadOf(RoutingPolicy recorded, Instant happened) {
        boolean meant = replaces == null || replaces.equals(recorded.name());
        return meant && period.contains(happened) ? policy : null;
    }
}
