package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What support does for the customer.
///
/// @param onboarding the onboarding that was begun
public record Service(@Nullable OnboardingStarted onboarding) {
    static final Service NONE_YET = new Service(null);

    DealState evolve(InSupport state, ServiceEvent event, Instant at) {
        return switch (event) {
            case OnboardingStarted started when onboarding == null -> state.serving(new Service(started));
            case OnboardingStarted _ -> throw new ImpossibleTransition(state, event);
        };
    }
}
