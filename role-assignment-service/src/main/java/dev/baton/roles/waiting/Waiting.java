package dev.baton.roles.waiting;

import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.RoutingRequest;

/// A leg that waits, as routing would be asked for it again.
///
/// @param request of a deal that takes as much as any
/// @param asks what the deal asks of whoever takes it: how much that weighs its policy says
/// @param woken it was woken already and has not been decided yet: it will take a place that still looks free
public record Waiting(String deal, String pipeline, RoutingRequest request, Demand asks, boolean woken) {}
