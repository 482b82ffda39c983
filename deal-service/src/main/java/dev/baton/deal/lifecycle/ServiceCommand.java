package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;

/// What support does for a customer.
public sealed interface ServiceCommand extends PersonsCommand {

    @PossibleIn(InSupport.class)
    record StartOnboarding(String deal, OnboardingStarted onboarding) implements ServiceCommand {}
}
