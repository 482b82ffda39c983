package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event that the relay heard of a deal, and what it did about it, as the log has both.
///
/// @param at when it takes effect
/// @param effects in their order; empty when there was nothing to be done, or somebody was faster
public record Heard(Object event, Instant at, List<Effect> effects) {
    public Heard {
        effects = List.copyOf(effects);
    }

    /// @param person whose place it is about; absent when it is about the deal
    public record Effect(Object event, Instant at, @Nullable Holder person) {}

    boolean brought(Class<?> effect) {
        return effects.stream().map(Effect::event).anyMatch(effect::isInstance);
    }

    /// Whether the deal went back for it; whoever has it then may hand it on in the same step.
    boolean gaveBack(TransferCause why) {
        return effects.stream()
                .map(Effect::event)
                .anyMatch(effect -> effect instanceof ResponsibilityTransferred moved && moved.cause() == why);
    }
}
