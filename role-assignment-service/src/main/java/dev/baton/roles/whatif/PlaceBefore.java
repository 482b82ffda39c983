package dev.baton.roles.whatif;

import dev.baton.contract.Holder;

/// What a deal takes of its holder when a step begins.
record PlaceBefore(Holder holder, int weight) {}
