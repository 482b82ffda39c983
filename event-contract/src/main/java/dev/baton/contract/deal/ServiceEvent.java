package dev.baton.contract.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What support does for the customer after the sale, up to the end of the service.
public sealed interface ServiceEvent extends DealEvent {

    /// @param due the day by which the customer is to be up and running
    record OnboardingStarted(@Nullable LocalDate due) implements ServiceEvent {}
}
