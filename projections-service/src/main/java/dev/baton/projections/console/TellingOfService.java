package dev.baton.projections.console;

import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import org.jspecify.annotations.Nullable;

/// Tells what support does for a customer.
final class TellingOfService {

    String of(ServiceEvent event) {
        return switch (event) {
            case OnboardingStarted(var due) -> "Onboarding started" + until(due);
        };
    }

    private static String until(@Nullable Object due) {
        return due == null ? "" : ", due " + due;
    }
}
