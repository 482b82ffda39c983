package dev.baton.deal.command;

import dev.baton.web.edge.security.RequiresScope;

/// A controller whose posts are commands to deals: each takes `Idempotency-Key`, `If-Match` and `Baton-Epoch`, none of
/// them required, and an argument [Asked] that carries them to the [Counter].
@RequiresScope("deals:write")
public interface TakesCommands {}
