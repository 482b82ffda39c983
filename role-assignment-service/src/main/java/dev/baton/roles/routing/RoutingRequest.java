package dev.baton.roles.routing;

import dev.baton.contract.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What routing is asked for one leg of one deal.
///
/// @param requested the person wished for, when somebody wished
/// @param earlier who held the deal in this role before
/// @param exclusions whom not to choose again, each with the reason
public record RoutingRequest(
        Role role,
        @Nullable String territory,
        @Nullable String product,
        @Nullable String requested,
        @Nullable String earlier,
        Map<String, String> exclusions) {}
